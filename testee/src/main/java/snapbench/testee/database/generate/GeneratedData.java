package snapbench.testee.database.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import snapbench.testee.sql.Sql;

/**
 * Which data to generate. The same three values give the same rows, byte for byte, with every
 * driver, JDK, platform and locale.
 *
 * <p>The scale multiplies the number of accounts, and with them their keys, details, positions and
 * position values; it is rounded to whole accounts, at least one. The number of dates per position
 * and the currencies with their rates stay as they are.
 *
 * @param schema the tables
 * @param scale from {@value #MIN_SCALE} to {@value #MAX_SCALE}; 1 is the size of the original
 *     report's database
 * @param seed what the random generator starts from
 */
public record GeneratedData(Schema schema, double scale, long seed) {
  /** The smallest scale. */
  public static final double MIN_SCALE = 0.001;

  /** The largest scale. */
  public static final double MAX_SCALE = 10;

  /** The seed unless another is asked for. */
  public static final long DEFAULT_SEED = 20_220_630;

  // the default only since SQLite 3.12
  private static final int PAGE_BYTES = 4_096;

  private static final int ACCOUNTS_AT_SCALE_ONE = 2_500;

  /** Checks the scale. */
  public GeneratedData {
    Objects.requireNonNull(schema, "schema");
    if (!(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
      throw new IllegalArgumentException(
          "scale=" + scale + " is out of range; choose from " + MIN_SCALE + " to " + MAX_SCALE);
    }
  }

  /** Fills an empty database, in one transaction with foreign keys enforced. */
  public void fill(Connection empty, Consumer<String> progress) throws SQLException {
    Sql.run(empty, "PRAGMA page_size = " + PAGE_BYTES, "PRAGMA foreign_keys = ON");
    empty.setAutoCommit(false);
    switch (schema) {
      case SEED -> new SeedData(empty, this, progress).fill();
      case FLAT -> new FlatData(empty, this, progress).fill();
    }
    empty.commit();
  }

  /** The number of accounts, at least 1: the scale times 2,500, rounded half up. */
  int accounts() {
    return (int) Math.max(1, Math.round(ACCOUNTS_AT_SCALE_ONE * scale));
  }
}
