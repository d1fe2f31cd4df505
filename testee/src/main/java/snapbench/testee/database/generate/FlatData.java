package snapbench.testee.database.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import snapbench.testee.sql.Sql;

/**
 * Fills the one table of the schema {@code flat}: an ordinary table with implicit rowids and no
 * constraints, of as many bytes as the schema {@code seed} has at the same scale, and with about as
 * many rows as its largest table.
 */
final class FlatData {
  private static final String DEFINITION = "CREATE TABLE entry (note TEXT, date TEXT, value REAL)";

  // a row takes 128 to 130 of the 4,088 bytes that a page has for rows
  private static final int ROWS_PER_PAGE = 31;
  private static final double INTERIOR_PAGES_PER_LEAF = 1 / 450.0;

  // what the schema seed takes, measured at scales from 0.001 to 4
  private static final double SEED_PAGES = 1_566;
  private static final double SEED_PAGES_PER_ACCOUNT = 52.24;

  private final Connection connection;
  private final RandomValues random;
  private final long rows;
  private final FillProgress progress;

  FlatData(Connection connection, GeneratedData data, Consumer<String> progressLines) {
    this.connection = connection;
    this.random = new RandomValues(data.seed());
    this.rows = rows(data.accounts());
    this.progress = new FillProgress("generating", rows, "rows", progressLines);
  }

  /** Creates and fills the table, within the connection's transaction. */
  void fill() throws SQLException {
    Sql.run(connection, DEFINITION);
    try (MultiRowInsert entries = new MultiRowInsert(connection, "entry", 3)) {
      for (long row = 0; row < rows; row++) {
        String note = random.text(100, RandomValues.FREE_TEXT);
        String date = random.dateBefore(DatedValues.NEWEST, DatedValues.DATES);
        entries.add(note, date, random.price(random.below(14)));
        progress.advance(1);
      }
      entries.flush();
    }
  }

  private static long rows(int accounts) {
    double pages = SEED_PAGES + SEED_PAGES_PER_ACCOUNT * accounts;
    return Math.round(pages / (1 + INTERIOR_PAGES_PER_LEAF) * ROWS_PER_PAGE);
  }
}
