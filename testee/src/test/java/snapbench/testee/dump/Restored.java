package snapbench.testee.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Databases made from the text of a dump, by the bundled SQLite and by Debian's. */
final class Restored {
  private Restored() {}

  /** Restores into a new file with the bundled driver. */
  static Connection byDriver(Path dump, Path file) throws SQLException, IOException {
    try (Connection restoring = open(file);
        Statement statement = restoring.createStatement()) {
      statement.executeUpdate(Files.readString(dump));
    }
    return open(file);
  }

  /**
   * Restores into a new file with the shell, and asserts that it found nothing to say and that what
   * it made equals the original.
   */
  static void assertByShell(Connection original, Path dump, Path file)
      throws SQLException, IOException, InterruptedException {
    String path = System.getenv().getOrDefault("PATH", "");
    assumeTrue(
        Arrays.stream(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sqlite3"))),
        "needs the Debian package sqlite3");
    assertThat(shell(file, dump)).isEmpty();
    Path check = Files.writeString(dump.resolveSibling("check.sql"), "PRAGMA integrity_check;\n");
    assertThat(shell(file, check).lines().filter(line -> !isFalseAlarm(line)))
        .allMatch("ok"::equals);
    try (Connection restored = open(file)) {
      assertThat(DatabaseComparison.differences(original, restored)).isEmpty();
    }
  }

  /**
   * SQLite 3.40.1's check finds NULL in every WITHOUT ROWID table whose key is not its first
   * column: {@code CREATE TABLE t(a NOT NULL, k PRIMARY KEY NOT NULL) WITHOUT ROWID} with one row
   * will do. And rows that break a CHECK were in the original, too.
   */
  private static boolean isFalseAlarm(String finding) {
    return finding.startsWith("NULL value in ") || finding.startsWith("CHECK constraint failed");
  }

  /** What the shell says to a script, on stdout and stderr; but for a journal mode it was told. */
  private static String shell(Path file, Path script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sqlite3", "-batch", "-init", "/dev/null", file.toString())
            .redirectInput(script.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.equals("wal\n") ? "" : said;
  }

  /** Opens a database file with the bundled driver; it need not survive a power failure. */
  static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file + "?synchronous=OFF");
  }
}
