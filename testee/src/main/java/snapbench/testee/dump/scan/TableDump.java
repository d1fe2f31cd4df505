package snapbench.testee.dump.scan;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import snapbench.testee.dump.schema.Position;
import snapbench.testee.dump.schema.TableSchema;
import snapbench.testee.dump.text.OutputFile;
import snapbench.testee.dump.text.TextEncoding;

/**
 * Writes the rows of one table: the first ones one by one, to learn what its columns hold, then in
 * batches as long as the rows are of that kind. Which way a row was read cannot be seen in the
 * text.
 */
public final class TableDump {
  /** Closes the values of an INSERT statement, and the line. */
  static final byte[] INSERT_END = {')', ';', '\n'};

  private static final int ALL = -1;
  private static final int FIRST_ROWS = 100;
  private static final int MOST_ROWS = 4000;

  /** Bytes of SQL text aimed at in a batch; what SQLite joins should stay in the CPU's caches. */
  private static final int BATCH_BYTES = 400_000;

  /** Batches given up after which a table is read row by row, unless many more went well. */
  private static final int FAILURES = 4;

  /** From this many bytes in a row on, a batch saves nothing worth having. */
  static final int GREATEST_ROW_BYTES = 20_000;

  /** The conditions of more would nest more deeply than SQLite's limit of 1,000. */
  private static final int MOST_COLUMNS = 250;

  private final TableSchema table;
  private final OutputFile output;
  private final boolean batchable;
  private final RowScan rows;
  private final BatchScan batches;
  private int succeeded;
  private int failed;

  /**
   * Prepares to write a table.
   *
   * @param abilities what the driver's SQLite can do
   */
  public TableDump(
      Connection connection,
      TableSchema table,
      TextEncoding encoding,
      LibraryFeatures abilities,
      OutputFile output) {
    this.table = table;
    this.output = output;
    batchable =
        encoding == TextEncoding.UTF_8
            && table.columns().size() <= MOST_COLUMNS
            && abilities.canSeek(table);
    rows = new RowScan(connection, table, encoding, output);
    batches = new BatchScan(connection, table, abilities);
  }

  /** Writes all rows, and returns their number. */
  public long write() throws SQLException, IOException {
    Position position = rows.write(Position.START, batchable ? FIRST_ROWS : ALL);
    boolean more = batchable && position.rows() == FIRST_ROWS;
    while (more) {
      Optional<List<ColumnTransport>> transports = BatchScan.transports(rows.profiles());
      boolean batch = transports.isPresent() && isWorthBatching(position);
      int limit = batch ? batchRows() : ALL;
      Optional<Position> behind =
          batch ? writeBatch(position, limit, transports.get()) : Optional.empty();
      if (behind.isPresent()) {
        position = behind.get();
      } else {
        Position before = position;
        position = rows.write(before, limit);
        more = position.rows() - before.rows() == limit;
      }
    }
    return position.rows();
  }

  private boolean isWorthBatching(Position position) {
    return position.isSeekable()
        && rows.averageRowBytes() <= GREATEST_ROW_BYTES
        && failed <= FAILURES + succeeded / 8;
  }

  private int batchRows() {
    return (int) Math.min(MOST_ROWS, BATCH_BYTES / rows.averageRowBytes());
  }

  private Optional<Position> writeBatch(Position after, int limit, List<ColumnTransport> transports)
      throws SQLException, IOException {
    Optional<ColumnBatch> batch = batches.read(after, limit, transports);
    if (batch.isEmpty()) {
      failed++;
      return Optional.empty();
    }
    succeeded++;
    output.submit(batch.get());
    // as in RowScan: SQLite before 3.43 may misread the literal of a real
    boolean exact =
        table.key().stream().noneMatch(index -> transports.get(index).type() == ValueType.REAL);
    List<String> key = exact ? batch.get().lastLiterals(table.key()) : List.of();
    return Optional.of(new Position(after.rows() + limit, key));
  }
}
