package snapbench.testee.dump;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlDumpTest {
  @TempDir Path folder;
  private Path dump;

  @BeforeEach
  void nameFiles() {
    dump = folder.resolve("dump.sql");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
  void restoresOneOfEverything(String encoding) throws Exception {
    try (Connection original =
        script("PRAGMA encoding='" + encoding + "'", "PRAGMA page_size=1024", everything())) {
      assertRestores(original);
    }
  }

  @Test
  void restoresWhatTheFileKeepsBesidesTables() throws Exception {
    try (Connection original =
        script("PRAGMA auto_vacuum=INCREMENTAL", "PRAGMA journal_mode=WAL", "CREATE TABLE t(a)")) {
      assertRestores(original);
    }
  }

  @Test
  void restoresASequenceWhoseTableIsGone() throws Exception {
    try (Connection original =
        script(
            "CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE t",
            "INSERT INTO sqlite_sequence(rowid, name, seq) VALUES(3, 'gone', 12)")) {
      assertRestores(original);
    }
  }

  @Test
  void restoresTheTextOfTheSchemaWithItsComments() throws Exception {
    try (Connection original =
        script(
            "CREATE TABLE t(a CHECK(a <> '--'), b DEFAULT \"/*\") -- a comment",
            "CREATE TABLE u(a,\r\n b -- one\r\n) /* another;",
            "CREATE INDEX i ON t(a) -- ]",
            "CREATE TABLE [v--'](a)\n ;",
            "CREATE VIEW w AS SELECT '\r\n' -- both",
            "INSERT INTO t VALUES(1, 2)")) {
      assertRestores(original);
      try (Connection byShell = Restored.open(folder.resolve("shell.db"))) {
        assertThat(DatabaseComparison.differences(original, byShell)).isEmpty();
      }
    }
  }

  @Test
  void restoresManyRowsOfChangingKinds() throws Exception {
    try (Connection original =
        script(
            "CREATE TABLE kinds(id INTEGER PRIMARY KEY, t TEXT, r REAL, i INT, b BLOB, a)",
            """
            WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<30000)
            INSERT INTO kinds SELECT x*3,
              CASE WHEN x%7000=6999 THEN NULL WHEN x%5000=4999 THEN char(31,30,0,39)
                WHEN x%11=0 THEN 'it''s '||char(10,233,128512) ELSE 'text '||x END,
              CASE WHEN x%9000=8999 THEN 'text' WHEN x%13=0 THEN 0 ELSE x/7.0+50 END,
              CASE WHEN x>20000 AND x%17=0 THEN NULL ELSE x*1234567890123 END,
              CASE WHEN x>10000 AND x%17=0 THEN NULL WHEN x%3=0 THEN x'' ELSE randomblob(9) END,
              CASE WHEN x<15000 THEN 'a'||x WHEN x<29000 THEN x ELSE x/2.0 END
            FROM n\
            """,
            "CREATE TABLE keyed(k TEXT, j, v REAL, PRIMARY KEY(k, j)) WITHOUT ROWID",
            "INSERT INTO keyed SELECT ifnull(t, ''), id+(id%5=0)*0.5, r FROM kinds",
            "CREATE TABLE plain AS SELECT rowid*2 AS n, t FROM kinds WHERE rowid%3=0",
            "CREATE INDEX covering ON plain(t, n)")) {
      assertRestores(original);
    }
  }

  @Test
  void restoresIntegersAmongRealsAndRealsOfManyMagnitudes() throws Exception {
    try (Connection original =
        script(
            "CREATE TABLE prices(price DECIMAL(10,2), wide REAL, loose)",
            """
            WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<20000)
            INSERT INTO prices SELECT x*25/100.0, CASE WHEN x%10 THEN x*x*x/1e9 ELSE -x/3.0 END,
              CASE x%4 WHEN 0 THEN x WHEN 1 THEN -x/3.0 WHEN 2 THEN NULL ELSE x*0.5 END
            FROM n\
            """,
            "INSERT INTO prices(rowid, wide, loose) VALUES(15000000, 1e300, -0.0), (-1, 5e-324,"
                + " 1)")) {
      assertRestores(original);
    }
  }

  @Test
  void restoresTheBitsOfEveryReal() throws Exception {
    try (Connection original =
        script("CREATE TABLE reals(declared REAL, undeclared, narrow REAL NOT NULL)")) {
      fillWithReals(original);
      assertRestores(original);
    }
  }

  /** The first three are read wrong by SQLite 3.40.1 with fewest digits, the last with any. */
  @Test
  void writesRealsAsOlderSqliteReadsThem() throws Exception {
    String reals =
        "(-74.179786), (621639111.2943031), (1761570959.319224), (0.1), (1e22), (1e-306)";
    try (Connection original = script("CREATE TABLE place(v REAL)")) {
      try (Statement statement = original.createStatement()) {
        statement.executeUpdate("INSERT INTO place VALUES " + reals);
      }
      assertRestores(original);
    }
    assertThat(Files.readString(dump))
        .contains(
            "(1,-74.179785999999993);",
            "(2,621639111.29430306);",
            "(3,1761570959.3192241);",
            "(4,0.1);",
            "(5,1.0E22);",
            "*2.4099198651028841E-181);");
  }

  @Test
  void writesTheSameTextWhetherReadInBatchesOrRowByRow() throws Exception {
    String rows =
        """
        WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<20000)
        INSERT INTO t SELECT printf('%08d', x), x, x/3.0+100 FROM n\
        """;
    String batches;
    try (Connection byBatches =
        script("CREATE TABLE t(k TEXT PRIMARY KEY, n INT, r REAL) WITHOUT ROWID", rows)) {
      SqlDump.write(byBatches, dump);
      batches = Files.readString(dump);
    }
    folder = Files.createDirectory(folder.resolve("rows"));
    // A collation in the declaration makes the key one that rows are not sought by.
    try (Connection byRows =
        script(
            "CREATE TABLE t(k TEXT PRIMARY KEY, n INT COLLATE BINARY, r REAL) WITHOUT ROWID",
            rows)) {
      SqlDump.write(byRows, dump);
      assertThat(Files.readString(dump).replace(" COLLATE BINARY", "")).isEqualTo(batches);
    }
  }

  /** In ORDER BY the name of a result goes before that of a column. */
  @Test
  void restoresTablesWhoseKeysAreNamedAsTheResultsOfABatchAre() throws Exception {
    try (Connection original =
        script(
            "CREATE TABLE edge(v1 INTEGER, v2 INTEGER, PRIMARY KEY(v1, v2)) WITHOUT ROWID",
            "CREATE TABLE t(v1 INTEGER PRIMARY KEY, v0 TEXT)",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<9000)"
                + " INSERT INTO edge SELECT x, x*7919%9001 FROM n",
            "INSERT INTO t SELECT v1, v2 FROM edge")) {
      assertRestores(original);
    }
  }

  /**
   * An older SQLite, as a shell may have it, replaces both when it converts a literal to UTF-16.
   */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16le", "UTF-16be"})
  void restoresNoncharacters(String encoding) throws Exception {
    try (Connection original =
        script(
            "PRAGMA encoding='" + encoding + "'",
            "CREATE TABLE t(a); INSERT INTO t VALUES"
                + "(CAST(x'6100FFFF6200' AS TEXT)), (CAST(x'0061FFFE0062' AS TEXT)),"
                + " (CAST(x'6100FEFF6200' AS TEXT)), (CAST(x'0061FFFF0062' AS TEXT))")) {
      assertRestores(original);
      try (Connection byShell = Restored.open(folder.resolve("shell.db"))) {
        assertThat(DatabaseComparison.differences(original, byShell)).isEmpty();
      }
    }
  }

  @Test
  void restoresRowsThatBreakACheck() throws Exception {
    try (Connection original =
        script(
            "CREATE TABLE t(a, b CHECK(length(b) < 3))",
            "PRAGMA ignore_check_constraints=ON; INSERT INTO t VALUES(1, 'ab'), (2, 'abc')",
            "PRAGMA ignore_check_constraints=OFF")) {
      assertRestores(original);
    }
  }

  /** Conditions on so many columns nest more deeply than SQLite allows. */
  @Test
  void restoresWideTables() throws Exception {
    String reals =
        IntStream.range(0, 400).mapToObj(i -> "d" + i + " DECIMAL").collect(joining(", "));
    String integers = IntStream.range(0, 999).mapToObj(i -> "i" + i).collect(joining(", "));
    try (Connection original =
        script(
            "CREATE TABLE r(" + reals + "); CREATE TABLE i(" + integers + ")",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<250)"
                + " INSERT INTO r SELECT x/7.0"
                + ", x+0.5".repeat(399)
                + " FROM n",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<250)"
                + " INSERT INTO i SELECT x"
                + ", x".repeat(998)
                + " FROM n")) {
      assertRestores(original);
    }
  }

  /** As wide as a table can be: its values and their types are more than a SELECT may return. */
  @ParameterizedTest
  @ValueSource(ints = {1979, 1980, 1999, 2000})
  void restoresTheWidestTables(int columns) throws Exception {
    try (Connection original =
        script(
            wide("implicit", columns, "a", ")"),
            wide("named", columns, "a INTEGER PRIMARY KEY", ")"),
            wide("keyed", columns, "a PRIMARY KEY", ") WITHOUT ROWID"),
            wide("descending", columns, "a", ", PRIMARY KEY(a DESC)) WITHOUT ROWID"),
            wide("unnamed", columns, "rowid, oid, _rowid_", ")"))) {
      assertRestores(original);
    }
  }

  /** With values of all types in two rows, whose rowids are not 1 and 2. */
  private static String wide(String name, int columns, String first, String end) {
    String others =
        IntStream.range(first.split(",", -1).length, columns)
            .mapToObj(i -> ", c" + i)
            .collect(joining());
    List<String> values = List.of("NULL", "x/7.0", "'text' || x", "zeroblob(x)", "x");
    return "CREATE TABLE %s(%s%s%s;".formatted(name, first, others, end)
        + "WITH n(x) AS (VALUES(5), (7), (6)) INSERT INTO %s SELECT x".formatted(name)
        + IntStream.range(1, columns).mapToObj(i -> "," + values.get(i % 5)).collect(joining())
        + " FROM n; DELETE FROM %s WHERE c6=1".formatted(name);
  }

  @Test
  void restoresBlobsThatBecomeLong() throws Exception {
    try (Connection original =
        script(
            "CREATE TABLE t(id INTEGER PRIMARY KEY, b BLOB)",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<300)"
                + " INSERT INTO t SELECT x, randomblob(iif(x<150, 10, 130000)) FROM n")) {
      assertRestores(original);
    }
  }

  @Test
  void reportsBytesAndRowsInTheOrderOfTheText() throws Exception {
    try (Connection original =
        script(
            "CREATE TABLE z(a); CREATE TABLE a(b); CREATE TABLE s(c INTEGER PRIMARY KEY"
                + " AUTOINCREMENT)",
            "INSERT INTO z VALUES(1),(2); INSERT INTO s VALUES(5)")) {
      DumpSummary summary = SqlDump.write(original, dump);
      assertThat(summary.bytes()).isEqualTo(Files.size(dump));
      assertThat(summary.rows()).isEqualTo(4);
      assertThat(summary.rowsByTable().toString()).isEqualTo("{z=2, a=0, s=1, sqlite_sequence=1}");
      assertThat(original.getAutoCommit()).isTrue();
    }
  }

  private void assertRestores(Connection original)
      throws SQLException, IOException, InterruptedException {
    SqlDump.write(original, dump);
    try (Connection restored = Restored.byDriver(dump, folder.resolve("restored.db"))) {
      assertThat(DatabaseComparison.differences(original, restored)).isEmpty();
    }
    Restored.assertByShell(original, dump, folder.resolve("shell.db"));
  }

  /** A new database file on which some SQL was run. */
  private Connection script(String... scripts) throws SQLException {
    Connection connection = Restored.open(folder.resolve("original.db"));
    try (Statement statement = connection.createStatement()) {
      for (String sql : scripts) {
        statement.executeUpdate(sql);
      }
    }
    return connection;
  }

  private static String everything() throws IOException {
    try (InputStream sql = SqlDumpTest.class.getResourceAsStream("everything.sql")) {
      return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Every exponent many times, in either sign, with random and with extreme mantissas. */
  private static void fillWithReals(Connection connection) throws SQLException {
    Random random = new Random(2);
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO reals VALUES(?,?,?)")) {
      for (int i = 0; i < 32 * 2047; i++) {
        long mantissa =
            switch (i / 2047 % 8) {
              case 0 -> 0;
              case 1 -> 1;
              case 2 -> 0x000fffffffffffffL;
              default -> random.nextLong() >>> 12;
            };
        long bits = ((long) (i % 2047) << 52) | mantissa | (random.nextLong() << 63);
        insert.setDouble(1, Double.longBitsToDouble(bits));
        insert.setDouble(2, Double.longBitsToDouble(bits));
        insert.setDouble(3, 50 + 400 * random.nextDouble());
        insert.execute();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }
}
