package snapbench.testee.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;
import snapbench.testee.sql.Tables;

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
 *
 * <p>A database may need collations, tokenizers or functions that only its own application has. It
 * is loaded all the same, as far as its tables can be read; damage is found where SQLite can look.
 */
record FileLoader(SqliteDriver driver, Path file, Consumer<String> progress) {
  private static final String TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'";
  private static final Pattern WRAPPED = Pattern.compile("\\[[A-Z_]+] .*? \\((.+)\\)");

  private static final int PRIMARY_CODE = 0xff;
  private static final int ERROR = 1;

  /**
   * What sqlite-jdbc 3.36 makes of a code that it does not know, such as of a missing collation.
   */
  private static final int CODE_UNKNOWN_TO_DRIVER = 255;

  /** Loads the file, and checks what was loaded. */
  void load(Connection empty) throws SQLException, IOException {
    try (PrivateCopy copy = PrivateCopy.of(file, progress)) {
      if (copy.isWriteAheadLogged()) {
        progress.accept("db=" + file + " is in WAL mode; in memory it has a rollback journal");
      }
      settle(copy.path());
      Sql.run(empty, "restore from " + SqliteDriver.quoted(copy.path()));
      check(empty);
      requireReadable(empty);
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "db=%s cannot be loaded by the driver %s: %s"
              .formatted(file, driver.version(), reason(e)),
          e);
    }
  }

  /** What cannot be counted can neither be compared nor dumped. */
  private static void requireReadable(Connection loaded) throws SQLException {
    for (String table : Tables.names(loaded)) {
      try {
        Tables.rows(loaded, table);
      } catch (SQLException e) {
        throw new SQLException("table " + table + " cannot be read: " + reason(e), e);
      }
    }
  }

  /** Takes in what a WAL holds, and leaves WAL mode. */
  private void settle(Path copy) throws SQLException {
    try (Connection connection = driver.connect(SqliteDriver.url(copy))) {
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
    try {
      check(loaded, Integer.toString(Integer.MAX_VALUE));
    } catch (SQLException e) {
      requireUnknown(e);
      checkEachTable(loaded);
    }
  }

  /** Finds damage in what can be read without what only the database's own application has. */
  private void checkEachTable(Connection loaded) throws SQLException {
    Set<String> reasons = new LinkedHashSet<>();
    List<String> unchecked = new ArrayList<>();
    for (String table : Sql.texts(loaded, TABLES)) {
      try {
        check(loaded, Sql.quoted(table));
      } catch (SQLException e) {
        requireUnknown(e);
        reasons.add(reason(e));
        unchecked.add(table);
      }
    }
    progress.accept(
        "db=%s is not checked for damage in %s, which needs what only its application has: %s"
            .formatted(file, String.join(", ", unchecked), String.join("; ", reasons)));
  }

  /** A collation, a tokenizer, a function: all else that fails is damage, or the system's. */
  private static void requireUnknown(SQLException e) throws SQLException {
    int code = e.getErrorCode();
    if ((code & PRIMARY_CODE) != ERROR && code != CODE_UNKNOWN_TO_DRIVER) {
      throw e;
    }
  }

  private void check(Connection loaded, String argument) throws SQLException {
    for (String finding : Sql.texts(loaded, "PRAGMA quick_check(" + argument + ")")) {
      if (!finding.equals("ok") && !finding.contains(" value in ")) {
        throw new SQLException("quick_check finds " + finding);
      }
    }
  }

  /** SQLite's own words, where the driver has put its words for the error code around them. */
  private static String reason(SQLException e) {
    String line = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    Matcher wrapped = WRAPPED.matcher(line);
    return wrapped.matches() ? wrapped.group(1) : line;
  }
}
