package snapbench.testee.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison that the other tests rely on sees what it has to see. */
class DatabaseComparisonTest {
  private static final String ORIGINAL =
      """
      CREATE TABLE t(a, r REAL, s TEXT); CREATE INDEX i ON t(a);
      INSERT INTO t(rowid, a, r, s) VALUES(1, 1, 0.1, 'x'), (2, 0.0, 0.1, 'y');
      CREATE TABLE n(id INTEGER PRIMARY KEY AUTOINCREMENT); INSERT INTO n VALUES(5);""";

  @TempDir Path folder;

  @Test
  void findsNoDifferenceBetweenEqualDatabases() throws Exception {
    try (Connection one = memory();
        Connection other = memory()) {
      assertThat(DatabaseComparison.differences(one, other)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE t SET r=0.10000000000000002 WHERE rowid=1",
        "UPDATE t SET a=1.0 WHERE rowid=1",
        "UPDATE t SET a=-0.0 WHERE rowid=2",
        "UPDATE t SET s=x'78' WHERE rowid=1",
        "UPDATE t SET s=CAST(x'780061' AS TEXT) WHERE rowid=1",
        "UPDATE t SET s=NULL WHERE rowid=1",
        "UPDATE t SET rowid=3 WHERE rowid=2",
        "DELETE FROM t WHERE rowid=2",
        "INSERT INTO t VALUES(1, 2, 3)",
        "UPDATE sqlite_sequence SET seq=6",
        "UPDATE sqlite_sequence SET rowid=6",
        "PRAGMA user_version=1",
        "PRAGMA application_id=1",
        "DROP INDEX i",
        "DROP INDEX i; CREATE INDEX i ON t(a )",
        "CREATE VIEW v AS SELECT 1",
      })
  void findsAPlantedDifference(String sql) throws Exception {
    try (Connection one = memory();
        Connection other = memory();
        Statement statement = other.createStatement()) {
      statement.executeUpdate(sql);
      assertThat(DatabaseComparison.differences(one, other)).isNotEmpty();
      assertThat(DatabaseComparison.differences(other, one)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRAGMA encoding='UTF-16le'",
        "PRAGMA page_size=512",
        "PRAGMA auto_vacuum=FULL",
        "PRAGMA journal_mode=WAL"
      })
  void findsAnotherPragma(String pragma) throws Exception {
    try (Connection one = Restored.open(folder.resolve("one.db"));
        Connection other = Restored.open(folder.resolve("other.db"));
        Statement plain = one.createStatement();
        Statement changed = other.createStatement()) {
      plain.executeUpdate("CREATE TABLE t(a)");
      changed.executeUpdate(pragma + "; CREATE TABLE t(a)");
      assertThat(DatabaseComparison.differences(one, other)).hasSize(1);
    }
  }

  private static Connection memory() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(ORIGINAL);
    }
    return connection;
  }
}
