package snapbench.testee.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Collation;
import org.sqlite.Function;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

class FileLoaderTest {
  private static final List<String> PRAGMAS =
      List.of(
          "page_size",
          "page_count",
          "freelist_count",
          "encoding",
          "auto_vacuum",
          "user_version",
          "application_id");

  @TempDir Path folder;
  private Path file;
  private final List<String> lines = new ArrayList<>();

  static List<SqliteDriver> drivers() {
    return Drivers.all();
  }

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("it's a file.db");
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void keepsContentAndPersistentPragmas(SqliteDriver driver) throws Exception {
    make("PRAGMA page_size = 8192", "PRAGMA encoding = 'UTF-16be'", "PRAGMA auto_vacuum = 2");
    List<String> pragmas = withFile(FileLoaderTest::pragmas);
    String hash = withFile(ContentHash::of);
    Map<String, String> before = folderContent();

    try (LiveDatabase live = LiveDatabase.load(driver, file, lines::add);
        Connection connection = live.connect()) {
      assertThat(pragmas(connection)).isEqualTo(pragmas);
      assertThat(ContentHash.of(connection)).isEqualTo(hash);
      assertThat(live.contents().rows())
          .containsExactly(Map.entry("item", 1_000L), Map.entry("empty", 0L));
      assertThat(live.contents().databaseBytes()).isEqualTo(Files.size(file));
      assertThat(Sql.number(connection, "PRAGMA page_size")).isEqualTo(8192);
    }
    assertThat(folderContent()).isEqualTo(before);
    assertThat(linesOtherThanProgress()).isEmpty();
  }

  @Test
  void keepsEveryPageAndEveryByteOfIt() throws Exception {
    make("PRAGMA page_size = 1024");
    Path copy = folder.resolve("copy.db");
    try (LiveDatabase live = LiveDatabase.load(Drivers.bundled(), file, lines::add);
        Connection connection = live.connect()) {
      Sql.run(connection, "backup to '" + copy + "'");
    }
    assertThat(withoutCounters(copy)).isEqualTo(withoutCounters(file));
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void takesInTheWriteAheadLogOfAnOpenDatabaseWithoutTouchingIt(SqliteDriver driver)
      throws Exception {
    make("PRAGMA journal_mode = WAL");
    try (Connection writer = Drivers.bundled().connect("jdbc:sqlite:" + file)) {
      Sql.run(writer, "INSERT INTO empty VALUES ('only in the log')");
      Map<String, String> before = folderContent();
      assertThat(before).hasSize(3);

      try (LiveDatabase live = LiveDatabase.load(driver, file, lines::add);
          Connection connection = live.connect()) {
        assertThat(live.contents().rows()).containsEntry("empty", 1L);
        assertThat(Sql.texts(connection, "PRAGMA journal_mode")).containsExactly("memory");
      }
      assertThat(folderContent()).isEqualTo(before);
    }
    assertThat(linesOtherThanProgress())
        .containsExactly("db=" + file + " is in WAL mode; in memory it has a rollback journal");
  }

  @Test
  void makesNoLogBesideAClosedDatabaseInWalMode() throws Exception {
    make("PRAGMA journal_mode = WAL");
    Map<String, String> before = folderContent();
    assertThat(before).hasSize(1);
    LiveDatabase.load(Drivers.bundled(), file, lines::add).close();
    assertThat(folderContent()).isEqualTo(before);
  }

  @Test
  void aFileThatMayOnlyBeReadInAFolderThatMayOnlyBeReadIsLoaded() throws Exception {
    make("PRAGMA journal_mode = WAL");
    assertThat(file.toFile().setWritable(false)).isTrue();
    assertThat(folder.toFile().setWritable(false)).isTrue();
    try (LiveDatabase live = LiveDatabase.load(Drivers.bundled(), file, lines::add)) {
      assertThat(live.contents().rows()).containsEntry("item", 1_000L);
    } finally {
      assertThat(folder.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertRefused("db=" + file + " does not exist");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderIsRefused() throws IOException {
    Files.createDirectory(file);
    assertRefused("db=" + file + " is not a file that can be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite format 3", "some other text, long enough for a header........"})
  void aFileOfAnotherFormatIsRefused(String content) throws IOException {
    Files.writeString(file, content.repeat(content.length() > 20 ? 3 : 1));
    assertRefused("db=" + file + " is not a SQLite database, or is encrypted");
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void aFileWithoutAByteIsAnEmptyDatabase(SqliteDriver driver) throws Exception {
    Files.createFile(file);
    try (LiveDatabase live = LiveDatabase.load(driver, file, lines::add)) {
      assertThat(live.contents().rows()).isEmpty();
    }
    assertThat(linesOtherThanProgress()).isEmpty();
  }

  @Test
  void whatOnlyItsApplicationHasIsNeededForTheCheckAlone() throws Exception {
    assertLoads("collation.db", "t", "no such collation sequence: localized", Map.of("t", 1L));
    assertLoads("tokenizer.db", "f, g", "unknown tokenizer: mozporter", Map.of("g_content", 1L));
  }

  private void assertLoads(String resource, String tables, String reason, Map<String, Long> rows)
      throws Exception {
    try (InputStream input = FileLoaderTest.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(input), file, StandardCopyOption.REPLACE_EXISTING);
    }
    lines.clear();
    try (LiveDatabase live = LiveDatabase.load(Drivers.bundled(), file, lines::add)) {
      assertThat(live.contents().rows()).containsAllEntriesOf(rows);
    }
    assertThat(linesOtherThanProgress())
        .singleElement()
        .asString()
        .startsWith("db=" + file + " is not checked for damage in " + tables + ", which needs what")
        .endsWith(reason);
  }

  @Test
  void anUnknownFunctionIsNeededForTheCheckAlone() throws Exception {
    withFunctionAndCollation(
        "CREATE TABLE computed (a, b AS (mine(a)) STORED, CHECK (mine(a) > 0))",
        "INSERT INTO computed VALUES (3)");
    try (LiveDatabase live = LiveDatabase.load(Drivers.bundled(), file, lines::add)) {
      assertThat(live.contents().rows()).containsExactly(Map.entry("computed", 1L));
    }
  }

  @Test
  void aTableThatCannotBeReadWithoutAnUnknownCollationIsRefused() throws Exception {
    withFunctionAndCollation(
        "CREATE TABLE tags (tag TEXT PRIMARY KEY COLLATE unicase) WITHOUT ROWID",
        "INSERT INTO tags VALUES ('leech')");
    assertRefused("table tags cannot be read: no such collation sequence: unicase");
  }

  @Test
  void damageBesideATableThatCannotBeCheckedIsRefused() throws Exception {
    withFunctionAndCollation(
        "CREATE TABLE sorted (name TEXT UNIQUE COLLATE unicase)",
        "CREATE TABLE other (a)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
            + " INSERT INTO other SELECT i || ' rows' FROM n");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length - 4096, bytes.length - 3996, (byte) 0x55);
    Files.write(file, bytes);
    assertRefused("malformed");
  }

  private void withFunctionAndCollation(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
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

  @Test
  void aHotJournalIsRefused() throws Exception {
    make();
    Files.write(beside("-journal"), HexFormat.of().parseHex("d9d505f920a163d7"));
    assertRefused(
        "db="
            + file
            + " has a hot journal, it's a file.db-journal: it is being written to, or a writer"
            + " died; open it once with sqlite3, then retry");
  }

  @Test
  void aJournalThatIsNotHotIsNoObstacle() throws Exception {
    make("PRAGMA journal_mode = PERSIST", "CREATE TABLE another (a)");
    assertThat(beside("-journal")).exists();
    LiveDatabase.load(Drivers.bundled(), file, lines::add).close();
  }

  @Test
  void aTruncatedFileIsRefused() throws Exception {
    make();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused("malformed");
  }

  @Test
  void aDamagedPageIsRefused() throws Exception {
    make();
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, 4096 + 100, (byte) 0x55);
    Files.write(file, bytes);
    assertRefused("malformed");
  }

  @Test
  void aSchemaThatTheDriverIsTooOldForIsRefused() throws Exception {
    make("CREATE TABLE typed (a INTEGER) STRICT");
    SqliteDriver oldest = Drivers.all().get(1);
    assertThatThrownBy(() -> LiveDatabase.load(oldest, file, lines::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("db=" + file + " cannot be loaded by the driver 3.")
        .hasMessageContaining("STRICT")
        .message()
        .hasLineCount(1);
  }

  @Test
  void rowsThatBreakAConstraintAreNoDamage() throws Exception {
    make(
        "CREATE TABLE strange (a CHECK (a > 0), b NOT NULL)",
        "PRAGMA ignore_check_constraints = ON",
        "INSERT INTO strange VALUES (-1, 1)");
    LiveDatabase.load(Drivers.bundled(), file, lines::add).close();
  }

  /** Makes the file, with the given statements before or after its tables are made. */
  private void make(String... statements) throws SQLException {
    try (Connection connection = Drivers.bundled().connect("jdbc:sqlite:" + file)) {
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

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private <T> T withFile(Question<T> question) throws SQLException {
    try (Connection connection = Drivers.bundled().connect("jdbc:sqlite:" + file)) {
      return question.ask(connection);
    }
  }

  private static List<String> pragmas(Connection connection) throws SQLException {
    List<String> values = new ArrayList<>();
    for (String pragma : PRAGMAS) {
      values.add(pragma + " " + Sql.texts(connection, "PRAGMA " + pragma));
    }
    return values;
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(() -> LiveDatabase.load(Drivers.bundled(), file, lines::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("db=" + file)
        .hasMessageContaining(reason)
        .message()
        .hasLineCount(1);
  }

  private List<String> linesOtherThanProgress() {
    return lines.stream().filter(line -> !line.startsWith("copying ")).toList();
  }

  private Path beside(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /** Name → bytes and time of last change, of all files in the folder. */
  private Map<String, String> folderContent() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        FileTime modified = Files.getLastModifiedTime(each);
        String bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
        content.put(each.getFileName().toString(), modified + " " + bytes);
      }
    }
    return content;
  }

  /** The file's bytes without the header's counters of changes and of schema changes. */
  private static byte[] withoutCounters(Path database) throws IOException {
    byte[] bytes = Files.readAllBytes(database);
    Arrays.fill(bytes, 24, 28, (byte) 0);
    Arrays.fill(bytes, 40, 44, (byte) 0);
    Arrays.fill(bytes, 92, 100, (byte) 0);
    return bytes;
  }
}
