package snapbench.testee.database.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import snapbench.testee.sql.Sql;

/**
 * Fills an empty database with generated data, in one transaction with foreign keys enforced. Its
 * pages are of {@value #PAGE_BYTES} bytes, which is the default only since SQLite 3.12.
 */
public final class Generator {
  private static final int PAGE_BYTES = 4_096;

  private Generator() {}

  public static void fill(Connection empty, GeneratedData data, Consumer<String> progress)
      throws SQLException {
    Sql.run(empty, "PRAGMA page_size = " + PAGE_BYTES, "PRAGMA foreign_keys = ON");
    empty.setAutoCommit(false);
    switch (data.schema()) {
      case SEED -> new SeedData(empty, data, progress).fill();
      case FLAT -> new FlatData(empty, data, progress).fill();
    }
    empty.commit();
  }
}
