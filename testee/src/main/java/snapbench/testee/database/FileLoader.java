package snapbench.testee.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

/**
 * Loads a user's SQLite file into an empty in-memory database by the backup API, which keeps every
 * page, and with them page size, text encoding, {@code user_version}, {@code application_id} and
 * free pages.
 *
 * <p>SQLite itself never opens the user's file: even reading may make it create {@code -wal} and
 * {@code -shm} files beside it, and its way not to ({@code immutable=1}) overlooks what an existing
 * {@code -wal} file holds. It is given a private copy instead (see {@link PrivateCopy}), in which
 * it may recover whatever needs to be.
 *
 * <p>A database in WAL mode is switched to a rollback journal in the copy, since an in-memory
 * database has no WAL, and a snapshot of it to a file would come to have one: two bytes of the
 * header.
 */
record FileLoader(SqliteDriver driver, Path file, Consumer<String> progress) {
  /** Loads the file, and checks what was loaded. */
  void load(Connection empty) throws SQLException, IOException {
    try (PrivateCopy copy = PrivateCopy.of(file, progress)) {
      if (copy.isWriteAheadLogged()) {
        progress.accept("db=" + file + " is in WAL mode; in memory it has a rollback journal");
      }
      settle(copy.path());
      Sql.run(empty, "restore from " + Sql.literal(copy.path().toString()));
      check(empty);
    } catch (SQLException e) {
      throw refusal(String.valueOf(e.getMessage()), e);
    }
  }

  /** Takes in what a WAL holds, and leaves WAL mode. */
  private void settle(Path copy) throws SQLException {
    try (Connection connection = driver.connect(SqliteDriver.URL_PREFIX + copy)) {
      List<String> mode = Sql.texts(connection, "PRAGMA journal_mode = DELETE");
      if (!mode.equals(List.of("delete"))) {
        throw new SQLException("it stays in journal mode " + mode);
      }
    }
  }

  /**
   * Finds damage, of which the backup API sees nothing. Rows that break a constraint are no damage.
   */
  private void check(Connection loaded) throws SQLException {
    Sql.run(loaded, "PRAGMA ignore_check_constraints = ON");
    for (String finding : Sql.texts(loaded, "PRAGMA quick_check(" + Integer.MAX_VALUE + ")")) {
      if (!finding.equals("ok") && !finding.contains(" value in ")) {
        throw new SQLException("quick_check finds " + finding);
      }
    }
  }

  private IllegalArgumentException refusal(String reason, SQLException cause) {
    String line = reason.replaceAll("\\s+", " ").strip();
    return new IllegalArgumentException(
        "db=" + file + " cannot be loaded by the driver " + driver.version() + ": " + line, cause);
  }
}
