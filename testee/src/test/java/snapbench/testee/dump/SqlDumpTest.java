package snapbench.testee.dump;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps of schemas and of tables of all shapes, and what a dump tells of itself. */
class SqlDumpTest {
  @TempDir Path folder;
  private DumpedDatabase database;

  @BeforeEach
  void makeDatabase() {
    database = new DumpedDatabase(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
  void restoresOneOfEverything(String encoding) throws Exception {
    try (Connection original =
        database.script(
            "PRAGMA encoding='" + encoding + "'", "PRAGMA page_size=1024", everything())) {
      database.assertRestores(original);
    }
  }

  @Test
  void restoresWhatTheFileKeepsBesidesTables() throws Exception {
    try (Connection original =
        database.script(
            "PRAGMA auto_vacuum=INCREMENTAL", "PRAGMA journal_mode=WAL", "CREATE TABLE t(a)")) {
      database.assertRestores(original);
    }
  }

  @Test
  void restoresASequenceWhoseTableIsGone() throws Exception {
    try (Connection original =
        database.script(
            "CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE t",
            "INSERT INTO sqlite_sequence(rowid, name, seq) VALUES(3, 'gone', 12)")) {
      database.assertRestores(original);
    }
  }

  @Test
  void restoresTheTextOfTheSchemaWithItsComments() throws Exception {
    try (Connection original =
        database.script(
            "CREATE TABLE t(a CHECK(a <> '--'), b DEFAULT \"/*\") -- a comment",
            "CREATE TABLE u(a,\r\n b -- one\r\n) /* another;",
            "CREATE INDEX i ON t(a) -- ]",
            "CREATE TABLE [v--'](a)\n ;",
            "CREATE VIEW w AS SELECT '\r\n' -- both",
            "INSERT INTO t VALUES(1, 2)")) {
      database.assertRestores(original);
      try (Connection byShell = database.byShell()) {
        assertThat(DatabaseComparison.differences(original, byShell)).isEmpty();
      }
    }
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
        database.script("CREATE TABLE t(k TEXT PRIMARY KEY, n INT, r REAL) WITHOUT ROWID", rows)) {
      SqlDump.write(byBatches, database.dump());
      batches = Files.readString(database.dump());
    }
    DumpedDatabase rowByRow = new DumpedDatabase(Files.createDirectory(folder.resolve("rows")));
    // A collation in the declaration makes the key one that rows are not sought by.
    try (Connection byRows =
        rowByRow.script(
            "CREATE TABLE t(k TEXT PRIMARY KEY, n INT COLLATE BINARY, r REAL) WITHOUT ROWID",
            rows)) {
      SqlDump.write(byRows, rowByRow.dump());
      assertThat(Files.readString(rowByRow.dump()).replace(" COLLATE BINARY", ""))
          .isEqualTo(batches);
    }
  }

  /** In ORDER BY the name of a result goes before that of a column. */
  @Test
  void restoresTablesWhoseKeysAreNamedAsTheResultsOfABatchAre() throws Exception {
    try (Connection original =
        database.script(
            "CREATE TABLE edge(v1 INTEGER, v2 INTEGER, PRIMARY KEY(v1, v2)) WITHOUT ROWID",
            "CREATE TABLE t(v1 INTEGER PRIMARY KEY, v0 TEXT)",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<9000)"
                + " INSERT INTO edge SELECT x, x*7919%9001 FROM n",
            "INSERT INTO t SELECT v1, v2 FROM edge")) {
      database.assertRestores(original);
    }
  }

  @Test
  void restoresRowsThatBreakACheck() throws Exception {
    try (Connection original =
        database.script(
            "CREATE TABLE t(a, b CHECK(length(b) < 3))",
            "PRAGMA ignore_check_constraints=ON; INSERT INTO t VALUES(1, 'ab'), (2, 'abc')",
            "PRAGMA ignore_check_constraints=OFF")) {
      database.assertRestores(original);
    }
  }

  /** Conditions on so many columns nest more deeply than SQLite allows. */
  @Test
  void restoresWideTables() throws Exception {
    String reals =
        IntStream.range(0, 400).mapToObj(i -> "d" + i + " DECIMAL").collect(joining(", "));
    String integers = IntStream.range(0, 999).mapToObj(i -> "i" + i).collect(joining(", "));
    try (Connection original =
        database.script(
            "CREATE TABLE r(" + reals + "); CREATE TABLE i(" + integers + ")",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<250)"
                + " INSERT INTO r SELECT x/7.0"
                + ", x+0.5".repeat(399)
                + " FROM n",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<250)"
                + " INSERT INTO i SELECT x"
                + ", x".repeat(998)
                + " FROM n")) {
      database.assertRestores(original);
    }
  }

  /** As wide as a table can be: its values and their types are more than a SELECT may return. */
  @ParameterizedTest
  @ValueSource(ints = {1979, 1980, 1999, 2000})
  void restoresTheWidestTables(int columns) throws Exception {
    try (Connection original =
        database.script(
            wide("implicit", columns, "a", ")"),
            wide("named", columns, "a INTEGER PRIMARY KEY", ")"),
            wide("keyed", columns, "a PRIMARY KEY", ") WITHOUT ROWID"),
            wide("descending", columns, "a", ", PRIMARY KEY(a DESC)) WITHOUT ROWID"),
            wide("unnamed", columns, "rowid, oid, _rowid_", ")"))) {
      database.assertRestores(original);
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
  void reportsBytesAndRowsInTheOrderOfTheText() throws Exception {
    try (Connection original =
        database.script(
            "CREATE TABLE z(a); CREATE TABLE a(b); CREATE TABLE s(c INTEGER PRIMARY KEY"
                + " AUTOINCREMENT)",
            "INSERT INTO z VALUES(1),(2); INSERT INTO s VALUES(5)")) {
      DumpSummary summary = SqlDump.write(original, database.dump());
      assertThat(summary.bytes()).isEqualTo(Files.size(database.dump()));
      assertThat(summary.rows()).isEqualTo(4);
      assertThat(summary.rowsByTable().toString()).isEqualTo("{z=2, a=0, s=1, sqlite_sequence=1}");
      assertThat(original.getAutoCommit()).isTrue();
    }
  }

  private static String everything() throws IOException {
    try (InputStream sql = SqlDumpTest.class.getResourceAsStream("everything.sql")) {
      return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
