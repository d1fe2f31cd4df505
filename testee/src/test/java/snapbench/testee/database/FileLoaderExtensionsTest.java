package snapbench.testee.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.Collation;
import org.sqlite.Function;
import snapbench.testee.sql.Sql;

/** Files that need a collation, a tokenizer or a function that only their application has. */
class FileLoaderExtensionsTest {
  @TempDir Path folder;
  private UserFile file;

  @BeforeEach
  void nameTheFile() {
    file = new UserFile(folder.resolve("it's a file.db"));
  }

  @Test
  void anUnknownCollationIsNeededForTheCheckAlone() throws Exception {
    withFunctionAndCollation(
        "CREATE TABLE t (a TEXT COLLATE unicase, b)",
        "CREATE INDEX i ON t (a)",
        "CREATE TABLE w (k TEXT PRIMARY KEY, v) WITHOUT ROWID",
        "INSERT INTO t VALUES ('one', 1)",
        "INSERT INTO w VALUES ('one', 1)");
    assertLoads("t", "no such collation sequence: unicase", Map.of("t", 1L));
  }

  /** The schema names the tokenizers that come with SQLite, until it is changed by hand. */
  @Test
  void anUnknownTokenizerIsNeededForTheCheckAlone() throws Exception {
    withFunctionAndCollation(
        "CREATE VIRTUAL TABLE f USING fts5 (a, tokenize = 'porter')",
        "CREATE VIRTUAL TABLE g USING fts4 (b, tokenize = porter)",
        "INSERT INTO f VALUES ('one row')",
        "INSERT INTO g VALUES ('one row')",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'porter', 'icu_custom') WHERE name = 'f'",
        "UPDATE sqlite_master SET sql = replace(sql, 'porter', 'mozporter') WHERE name = 'g'");
    assertLoads("f, g", "unknown tokenizer: mozporter", Map.of("g_content", 1L));
  }

  private void assertLoads(String tables, String reason, Map<String, Long> rows) throws Exception {
    try (LiveDatabase live = file.load(Drivers.bundled())) {
      assertThat(live.contents().rows()).containsAllEntriesOf(rows);
    }
    assertThat(file.linesOtherThanProgress())
        .singleElement()
        .asString()
        .startsWith(
            "db=" + file.path() + " is not checked for damage in " + tables + ", which needs what")
        .endsWith(reason);
  }

  @Test
  void anUnknownFunctionIsNeededForTheCheckAlone() throws Exception {
    withFunctionAndCollation(
        "CREATE TABLE computed (a, b AS (mine(a)) STORED, CHECK (mine(a) > 0))",
        "INSERT INTO computed VALUES (3)");
    try (LiveDatabase live = file.load(Drivers.bundled())) {
      assertThat(live.contents().rows()).containsExactly(Map.entry("computed", 1L));
    }
  }

  @Test
  void aTableThatCannotBeReadWithoutAnUnknownCollationIsRefused() throws Exception {
    withFunctionAndCollation(
        "CREATE TABLE tags (tag TEXT PRIMARY KEY COLLATE unicase) WITHOUT ROWID",
        "INSERT INTO tags VALUES ('leech')");
    file.assertRefused("table tags cannot be read: no such collation sequence: unicase");
  }

  @Test
  void damageBesideATableThatCannotBeCheckedIsRefused() throws Exception {
    withFunctionAndCollation(
        "CREATE TABLE sorted (name TEXT UNIQUE COLLATE unicase)",
        "CREATE TABLE other (a)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
            + " INSERT INTO other SELECT i || ' rows' FROM n");
    byte[] bytes = Files.readAllBytes(file.path());
    Arrays.fill(bytes, bytes.length - 4096, bytes.length - 3996, (byte) 0x55);
    Files.write(file.path(), bytes);
    file.assertRefused("malformed");
  }

  private void withFunctionAndCollation(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.path())) {
      Function.create(
          connection,
          "mine",
          new Function() {
            @Override
            protected void xFunc() throws SQLException {
              result(value_int(0) + 1);
            }
          },
          1,
          Function.FLAG_DETERMINISTIC);
      Collation.create(
          connection,
          "unicase",
          new Collation() {
            @Override
            protected int xCompare(String one, String other) {
              return one.compareToIgnoreCase(other);
            }
          });
      Sql.run(connection, statements);
    }
  }
}
