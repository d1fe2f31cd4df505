package snapbench.testee.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SqlDumpFailureTest {
  @TempDir Path folder;
  private Connection connection;

  @BeforeEach
  void fill() throws SQLException {
    connection = Restored.open(folder.resolve("original.db"));
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          CREATE TABLE t(a INTEGER PRIMARY KEY, b);
          WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<50000)
          INSERT INTO t SELECT x, 'some text that makes the dump longer' FROM n;""");
    }
  }

  @AfterEach
  void leavesNothingBehind() throws Exception {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("dump-writer")) {
        // its executor has terminated, which the thread itself announces just before its end
        thread.join(60_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
    connection.close();
  }

  @Test
  void tellsOfAFullDiskAndLeavesTheConnectionUsable() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "needs /dev/full, which Linux has");
    Throwable reason = catchThrowable(() -> Files.write(full, new byte[1])); // in any language
    assertThatThrownBy(() -> SqlDump.write(connection, full))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/dev/full")
        .hasMessageEndingWith(reason.getMessage());
    assertThat(connection.getAutoCommit()).isTrue();
    assertThat(SqlDump.write(connection, folder.resolve("dump.sql")).rows()).isEqualTo(50_000);
  }

  @Test
  void tellsOfAFolderThatIsMissing() {
    assertThatThrownBy(() -> SqlDump.write(connection, folder.resolve("missing/dump.sql")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void tellsOfADatabaseThatCannotBeRead() throws Exception {
    connection.close();
    assertThatThrownBy(() -> SqlDump.write(connection, folder.resolve("dump.sql")))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void tellsOfAnInterruption() throws Exception {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> SqlDump.write(connection, folder.resolve("dump.sql")))
        .isInstanceOf(IOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
