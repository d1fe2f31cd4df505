package snapbench.testee.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import snapbench.testee.database.generate.GeneratedData;
import snapbench.testee.database.generate.Schema;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;
import snapbench.testee.sql.Tables;

class LiveDatabaseTest {
  private static final GeneratedData SMALL = new GeneratedData(Schema.SEED, 0.001, 1);

  static List<SqliteDriver> drivers() {
    return Drivers.all();
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void isSharedByItsConnectionsAndGoneWhenClosed(SqliteDriver driver) throws Exception {
    LiveDatabase live = LiveDatabase.generate(driver, SMALL, line -> {});
    try (Connection one = live.connect();
        Connection other = live.connect()) {
      Sql.run(one, "CREATE TABLE later (a)");
      assertThat(Tables.names(other)).contains("later");
    }
    live.close();
    try (Connection late = driver.connect(live.url())) {
      assertThat(Tables.names(late)).isEmpty();
    }
    String name = live.url().replaceAll(".*file:|\\?.*", "");
    assertThat(name).startsWith("live-");
    assertThat(Files.exists(Path.of(name))).isFalse();
  }

  @Test
  void twoOfThemAreApart() throws SQLException {
    GeneratedData flat = new GeneratedData(Schema.FLAT, 0.001, 1);
    try (LiveDatabase one = LiveDatabase.generate(Drivers.bundled(), SMALL, line -> {});
        LiveDatabase other = LiveDatabase.generate(Drivers.bundled(), flat, line -> {})) {
      assertThat(other.contents().rows()).containsOnlyKeys("entry");
      assertThat(one.contents().rows()).containsKey("position_value").doesNotContainKey("entry");
    }
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void saysWhatItHolds(SqliteDriver driver) throws SQLException {
    try (LiveDatabase live = LiveDatabase.generate(driver, SMALL, line -> {});
        Connection connection = live.connect()) {
      assertThat(live.contents().rows()).isEqualTo(Tables.rows(connection));
      assertThat(live.contents().databaseBytes())
          .isEqualTo(Sql.number(connection, "PRAGMA page_count") * 4_096);
      assertThat(live.contents().sqliteVersion()).matches("3\\.[0-9.]+");
      assertThat(live.contents().compileOptions())
          .anyMatch(option -> option.startsWith("THREADSAFE="));
      assertThat(live.fillMillis()).isPositive();
      assertThat(live.driver()).isSameAs(driver);
    }
  }

  @Test
  void fillingLeavesNothingTemporary() throws SQLException {
    try (LiveDatabase live = LiveDatabase.generate(Drivers.bundled(), SMALL, line -> {});
        Connection connection = live.connect()) {
      assertThat(Sql.texts(connection, "SELECT name FROM sqlite_temp_master")).isEmpty();
      assertThat(Sql.number(connection, "PRAGMA freelist_count")).isZero();
      assertThat(Sql.texts(connection, "PRAGMA integrity_check")).containsExactly("ok");
      assertThat(Sql.texts(connection, "PRAGMA foreign_key_check")).isEmpty();
    }
  }
}
