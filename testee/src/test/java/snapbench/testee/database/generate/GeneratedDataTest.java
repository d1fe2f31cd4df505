package snapbench.testee.database.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.testee.database.ContentHash;
import snapbench.testee.database.Drivers;
import snapbench.testee.database.LiveDatabase;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

class GeneratedDataTest {
  /** Changes only if the generated data do: then say so in the results, which no longer compare. */
  private static final String SEED_HASH =
      "ac353ce55d1e70df53f7cdd0278addf681d858ad08c134e0d635fbd5f833646e";

  private static final String FLAT_HASH =
      "e5244b9a9b79ac8e30049af5958a30e09197fa837164b6bdced033f84232001d";

  static List<SqliteDriver> drivers() {
    return Drivers.all();
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void everyDriverHoldsTheSameContent(SqliteDriver driver) throws SQLException {
    assertThat(hash(driver, Schema.SEED, GeneratedData.DEFAULT_SEED)).isEqualTo(SEED_HASH);
    assertThat(hash(driver, Schema.FLAT, GeneratedData.DEFAULT_SEED)).isEqualTo(FLAT_HASH);
  }

  @Test
  void theLocaleDoesNotMatter() throws SQLException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(hash(Drivers.bundled(), Schema.SEED, GeneratedData.DEFAULT_SEED))
          .isEqualTo(SEED_HASH);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherSeedGivesOtherContent(Schema schema) throws SQLException {
    assertThat(hash(Drivers.bundled(), schema, 1)).isNotEqualTo(hash(Drivers.bundled(), schema, 2));
  }

  @ParameterizedTest
  @CsvSource({"0.001, 3", "0.02, 50"})
  void theScaleMultipliesAccountsAndWhatBelongsToThem(double scale, long accounts)
      throws SQLException {
    try (LiveDatabase live = generate(Schema.SEED, scale)) {
      assertThat(live.contents().rows())
          .containsExactly(
              Map.entry("currency", 30L),
              Map.entry("currency_rate", 54_000L),
              Map.entry("account", accounts),
              Map.entry("account_key", 2 * accounts),
              Map.entry("account_detail", accounts),
              Map.entry("position", accounts),
              Map.entry("position_value", 1_800 * accounts));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.05})
  void theFlatSchemaTakesAsManyBytes(double scale) throws SQLException {
    try (LiveDatabase seed = generate(Schema.SEED, scale);
        LiveDatabase flat = generate(Schema.FLAT, scale)) {
      assertThat(flat.contents().rows()).hasSize(1);
      assertThat(flat.contents().databaseBytes())
          .isCloseTo(seed.contents().databaseBytes(), Percentage.withPercentage(2));
    }
  }

  @Test
  void freeTextHasEverythingThatIsHardToQuote() throws SQLException {
    try (LiveDatabase live = generate(Schema.SEED, 0.01);
        Connection connection = live.connect()) {
      List<String> notes = Sql.texts(connection, "SELECT note FROM account");
      assertThat(notes).allMatch(note -> note.length() == 100);
      assertThat(String.join("", notes)).contains("'", "\"", "%", "\n", "\r", "\t", "é", "€");
    }
  }

  @Test
  void mostValuesTakeSeventeenOrSixteenDigits() throws SQLException {
    try (LiveDatabase live = generate(Schema.SEED, 0.001);
        Connection connection = live.connect()) {
      List<Integer> digits = new ArrayList<>();
      try (var statement = connection.createStatement();
          var values = statement.executeQuery("SELECT value FROM position_value")) {
        while (values.next()) {
          digits.add(Double.toString(values.getDouble(1)).replaceAll("[.]|E.*", "").length());
        }
      }
      assertThat(digits.stream().filter(each -> each >= 16).count() / (double) digits.size())
          .isCloseTo(1, within(0.2));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.0009, 10.01, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aScaleOutOfRangeIsRefusedByNameValueAndRange(double scale) {
    assertThatThrownBy(() -> new GeneratedData(Schema.SEED, scale, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scale=%s is out of range; choose from 0.001 to 10.0", scale);
  }

  private static LiveDatabase generate(Schema schema, double scale) throws SQLException {
    GeneratedData data = new GeneratedData(schema, scale, GeneratedData.DEFAULT_SEED);
    return LiveDatabase.generate(Drivers.bundled(), data, line -> {});
  }

  private static String hash(SqliteDriver driver, Schema schema, long seed) throws SQLException {
    GeneratedData data = new GeneratedData(schema, 0.001, seed);
    try (LiveDatabase live = LiveDatabase.generate(driver, data, line -> {});
        Connection connection = live.connect()) {
      return ContentHash.of(connection);
    }
  }
}
