package snapbench.testee.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import snapbench.testee.database.ContentHash;
import snapbench.testee.database.Drivers;
import snapbench.testee.database.LiveDatabase;
import snapbench.testee.database.generate.GeneratedData;
import snapbench.testee.database.generate.Schema;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

class QueriesTest {
  static List<SqliteDriver> drivers() {
    return Drivers.all();
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void touchEveryRowOfTheGeneratedDataMoreThanTwice(SqliteDriver driver) throws SQLException {
    for (Schema schema : Schema.values()) {
      GeneratedData data = new GeneratedData(schema, 0.001, 1);
      try (LiveDatabase live = LiveDatabase.generate(driver, data, line -> {});
          Connection connection = live.connect()) {
        String before = ContentHash.of(connection);
        long rows = live.contents().rows().values().stream().mapToLong(Long::longValue).sum();
        assertThat(Queries.run(connection)).isBetween(2 * rows, 4 * rows);
        assertThat(ContentHash.of(connection)).isEqualTo(before);
      }
    }
  }

  @Test
  void runOnAnySchema() throws SQLException {
    try (Connection connection = Drivers.bundled().connect("jdbc:sqlite::memory:")) {
      Sql.run(
          connection,
          "CREATE TABLE \"a \"\"quoted\"\" table\" (\"the key\" PRIMARY KEY, \"% of\" REAL)",
          "CREATE TABLE child (a REFERENCES \"a \"\"quoted\"\" table\", b AS (a || 'x'))",
          "CREATE TABLE orphan (a REFERENCES missing, b REFERENCES child (a))",
          "CREATE TABLE keys_only (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID",
          "CREATE TABLE empty (a)",
          "CREATE VIRTUAL TABLE words USING fts5 (word)",
          "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT)",
          "INSERT INTO \"a \"\"quoted\"\" table\" VALUES (1, 2), (NULL, NULL), ('x', x'00')",
          "INSERT INTO child (a) VALUES (1), ('x'), ('y')",
          "INSERT INTO orphan VALUES (1, 1)",
          "INSERT INTO keys_only VALUES (1, 2)",
          "INSERT INTO words VALUES ('hello')",
          "INSERT INTO counted DEFAULT VALUES");
      // sorted and grouped: 3 + 3 + 1 + 1 + 1 and SQLite's own; joined: 2 and 1
      assertThat(Queries.run(connection)).isGreaterThan(2 * 9 + 3);
    }
  }
}
