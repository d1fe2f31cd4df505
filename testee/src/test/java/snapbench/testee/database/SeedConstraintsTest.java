package snapbench.testee.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.testee.database.generate.GeneratedData;
import snapbench.testee.database.generate.Schema;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.Tables;

class SeedConstraintsTest {
  private static LiveDatabase live;
  private Connection connection;

  @BeforeAll
  static void generate() throws SQLException {
    GeneratedData data = new GeneratedData(Schema.SEED, 0.001, GeneratedData.DEFAULT_SEED);
    live = LiveDatabase.generate(Drivers.bundled(), data, line -> {});
  }

  @AfterAll
  static void drop() throws SQLException {
    live.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = live.connect();
    Sql.run(connection, "PRAGMA foreign_keys = ON");
    connection.setAutoCommit(false);
  }

  @AfterEach
  void rollBack() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // UUIDs
        "UPDATE account SET id = 'not-a-uuid'",
        "UPDATE account_key SET account_id = account_id || '0'",
        "UPDATE account_detail SET account_id = replace(account_id, '-', '+')",
        "UPDATE position SET id = substr(id, 2)",
        "UPDATE position_value SET position_id = ''",
        "UPDATE currency SET id = 'x'",
        "UPDATE currency_rate SET currency_id = 'x'",
        // dates
        "UPDATE account SET last_used = '1.1.2022'",
        "UPDATE account_detail SET birth_date = '22-01-01'",
        "UPDATE position SET opened = '2022/01/01'",
        "UPDATE position_value SET date = date || 'Z'",
        "UPDATE currency_rate SET date = ''",
        // enumerations
        "UPDATE account SET active = 2",
        "UPDATE account_key SET kind = 'other'",
        "UPDATE position SET hidden = -1",
        "UPDATE position SET state = 'Open'",
      })
  void aValueOutOfItsPatternOrEnumerationIsRefused(String update) {
    assertThatThrownBy(() -> Sql.run(connection, update)).hasMessageContaining("CHECK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO position_value SELECT * FROM position_value LIMIT 1",
        "INSERT INTO currency_rate SELECT * FROM currency_rate LIMIT 1",
        "UPDATE account_key SET value = 'the same'",
        "UPDATE currency SET issuer = 'one', code = 'EUR'",
        "INSERT INTO position SELECT '00000000-0000-4000-8000-000000000000',"
            + " account_id, 0, opened, account_key, state FROM position LIMIT 1",
      })
  void aSecondOneOfWhatIsUniqueIsRefused(String statement) {
    assertThatThrownBy(() -> Sql.run(connection, statement)).hasMessageContaining("UNIQUE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO account_key VALUES ('%s', 'login', 'a new login')",
        "INSERT INTO account_detail (account_id) VALUES ('%s')",
        "UPDATE position SET account_id = '%s'",
        "INSERT INTO position_value VALUES ('%s', '2022-01-01', 1)",
        "INSERT INTO currency_rate VALUES ('%s', '2022-01-01', 1)",
      })
  void aMissingParentIsRefusedAtTheCommit(String statement) throws SQLException {
    Sql.run(connection, String.format(statement, "00000000-0000-4000-8000-000000000000"));
    assertThatThrownBy(connection::commit).hasMessageContaining("FOREIGN KEY");
  }

  @Test
  void deletingAParentDeletesWhatBelongsToIt() throws SQLException {
    Sql.run(connection, "DELETE FROM account", "DELETE FROM currency");
    assertThat(Tables.rows(connection).values()).containsOnly(0L);
  }
}
