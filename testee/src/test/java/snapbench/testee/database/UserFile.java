package snapbench.testee.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

/** A user's SQLite file, and what is said while it is loaded. */
record UserFile(Path path, List<String> lines) {
  UserFile(Path path) {
    this(path, new ArrayList<>());
  }

  /** Makes the file, with the given statements before or after its tables are made. */
  void make(String... statements) throws SQLException {
    try (Connection connection = Drivers.bundled().connect("jdbc:sqlite:" + path)) {
      Sql.run(connection, statements);
      Sql.run(
          connection,
          "PRAGMA user_version = 42",
          "PRAGMA application_id = 4711",
          "CREATE TABLE item (id INTEGER PRIMARY KEY, text TEXT, value REAL, data BLOB)",
          "CREATE TABLE empty (a)",
          "CREATE TABLE dropped (a)",
          "INSERT INTO dropped VALUES (zeroblob(50000))",
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
              + " INSERT INTO item SELECT i, 'Zürich ' || i, i / 3.0, zeroblob(1 + i % 50) FROM n",
          "DROP TABLE dropped");
    }
  }

  /** Loads it. */
  LiveDatabase load(SqliteDriver driver) throws SQLException, IOException {
    return LiveDatabase.load(driver, path, lines::add);
  }

  /** Asserts that it is refused in one line that names it and gives this reason. */
  void assertRefused(String reason) {
    assertThatThrownBy(() -> load(Drivers.bundled()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("db=" + path)
        .hasMessageContaining(reason)
        .message()
        .hasLineCount(1);
  }

  /** What was said but for the progress. */
  List<String> linesOtherThanProgress() {
    return lines.stream().filter(line -> !line.startsWith("copying ")).toList();
  }

  /** A file beside it, whose name is longer by a suffix. */
  Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
