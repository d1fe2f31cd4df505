package snapbench.testee.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dumps of values: of changing types, reals to the last bit, texts of any code point, long blobs.
 */
class SqlDumpValuesTest {
  @TempDir Path folder;
  private DumpedDatabase database;

  @BeforeEach
  void makeDatabase() {
    database = new DumpedDatabase(folder);
  }

  @Test
  void restoresManyRowsOfChangingKinds() throws Exception {
    try (Connection original =
        database.script(
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
      database.assertRestores(original);
    }
  }

  @Test
  void restoresIntegersAmongRealsAndRealsOfManyMagnitudes() throws Exception {
    try (Connection original =
        database.script(
            "CREATE TABLE prices(price DECIMAL(10,2), wide REAL, loose)",
            """
            WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<20000)
            INSERT INTO prices SELECT x*25/100.0, CASE WHEN x%10 THEN x*x*x/1e9 ELSE -x/3.0 END,
              CASE x%4 WHEN 0 THEN x WHEN 1 THEN -x/3.0 WHEN 2 THEN NULL ELSE x*0.5 END
            FROM n\
            """,
            "INSERT INTO prices(rowid, wide, loose) VALUES(15000000, 1e300, -0.0), (-1, 5e-324,"
                + " 1)")) {
      database.assertRestores(original);
    }
  }

  @Test
  void restoresTheBitsOfEveryReal() throws Exception {
    try (Connection original =
        database.script("CREATE TABLE reals(declared REAL, undeclared, narrow REAL NOT NULL)")) {
      fillWithReals(original);
      database.assertRestores(original);
    }
  }

  /** The first three are read wrong by SQLite 3.40.1 with fewest digits, the last with any. */
  @Test
  void writesRealsAsOlderSqliteReadsThem() throws Exception {
    String reals =
        "(-74.179786), (621639111.2943031), (1761570959.319224), (0.1), (1e22), (1e-306)";
    try (Connection original = database.script("CREATE TABLE place(v REAL)")) {
      try (Statement statement = original.createStatement()) {
        statement.executeUpdate("INSERT INTO place VALUES " + reals);
      }
      database.assertRestores(original);
    }
    assertThat(Files.readString(database.dump()))
        .contains(
            "(1,-74.179785999999993);",
            "(2,621639111.29430306);",
            "(3,1761570959.3192241);",
            "(4,0.1);",
            "(5,1.0E22);",
            "*2.4099198651028841E-181);");
  }

  /**
   * An older SQLite, as a shell may have it, replaces both when it converts a literal to UTF-16.
   */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16le", "UTF-16be"})
  void restoresNoncharacters(String encoding) throws Exception {
    try (Connection original =
        database.script(
            "PRAGMA encoding='" + encoding + "'",
            "CREATE TABLE t(a); INSERT INTO t VALUES"
                + "(CAST(x'6100FFFF6200' AS TEXT)), (CAST(x'0061FFFE0062' AS TEXT)),"
                + " (CAST(x'6100FEFF6200' AS TEXT)), (CAST(x'0061FFFF0062' AS TEXT))")) {
      database.assertRestores(original);
      try (Connection byShell = database.byShell()) {
        assertThat(DatabaseComparison.differences(original, byShell)).isEmpty();
      }
    }
  }

  @Test
  void restoresBlobsThatBecomeLong() throws Exception {
    try (Connection original =
        database.script(
            "CREATE TABLE t(id INTEGER PRIMARY KEY, b BLOB)",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<300)"
                + " INSERT INTO t SELECT x, randomblob(iif(x<150, 10, 130000)) FROM n")) {
      database.assertRestores(original);
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
