package snapbench.testee.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database file in a folder, its dump, and what is restored from that. */
record DumpedDatabase(Path folder) {
  /** Where its dump is written. */
  Path dump() {
    return folder.resolve("dump.sql");
  }

  /** Makes the database: a new file on which some SQL is run. */
  Connection script(String... scripts) throws SQLException {
    Connection connection = Restored.open(folder.resolve("original.db"));
    try (Statement statement = connection.createStatement()) {
      for (String sql : scripts) {
        statement.executeUpdate(sql);
      }
    }
    return connection;
  }

  /** Asserts that what is restored from its dump equals it, whoever restores it. */
  void assertRestores(Connection original) throws SQLException, IOException, InterruptedException {
    SqlDump.write(original, dump());
    try (Connection restored = Restored.byDriver(dump(), folder.resolve("restored.db"))) {
      assertThat(DatabaseComparison.differences(original, restored)).isEmpty();
    }
    Restored.assertByShell(original, dump(), folder.resolve("shell.db"));
  }

  /** What the shell has restored. */
  Connection byShell() throws SQLException {
    return Restored.open(folder.resolve("shell.db"));
  }
}
