package snapbench.testee.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Leak;
import snapbench.testee.database.Drivers;
import snapbench.testee.database.LiveDatabase;
import snapbench.testee.database.generate.GeneratedData;
import snapbench.testee.database.generate.Schema;

/** What shows of a planted leak in the live database itself. */
class FaultTest {
  @TempDir Path folder;

  private static LiveDatabase database() throws SQLException {
    GeneratedData data = new GeneratedData(Schema.SEED, GeneratedData.MIN_SCALE, 1);
    return LiveDatabase.generate(Drivers.bundled(), data, line -> {});
  }

  private static CycleReport dumpOfLiveDatabase(long cycle) {
    return new CycleReport(cycle, 0, "none", "dump", 0, 0, 1, 0, 1, 4096, 1, 1, 0, 0);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** SQLite's shared cache refuses a change of the schema while a statement reads it. */
  @Test
  void aStatementStaysOpenAndTheTablesStayFree() throws Exception {
    try (LiveDatabase database = database();
        Connection worker = database.connect();
        Connection other = database.connect()) {
      Fault fault = Fault.of(Leak.of("statement:2"), database, folder);
      fault.plant(dumpOfLiveDatabase(1), worker);
      execute(other, "CREATE TABLE before_the_leak(a)");
      fault.plant(dumpOfLiveDatabase(2), worker);
      assertThatThrownBy(() -> execute(other, "CREATE TABLE after_the_leak(a)"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("locked");
      assertThatCode(() -> execute(other, "INSERT INTO before_the_leak VALUES(1)"))
          .doesNotThrowAnyException();
    }
  }

  /** A database in memory ends with its last connection. */
  @Test
  void withoutASnapshotAConnectionToTheLiveDatabaseStaysOpen() throws Exception {
    LiveDatabase database = database();
    Fault fault = Fault.of(Leak.of("connection"), database, folder);
    try (Connection worker = database.connect()) {
      fault.plant(dumpOfLiveDatabase(1), worker);
    }
    database.close();
    try (Connection late = database.connect();
        Statement statement = late.createStatement();
        ResultSet tables = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
      assertThat(tables.getInt(1)).isPositive();
    }
  }
}
