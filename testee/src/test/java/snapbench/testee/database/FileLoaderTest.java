package snapbench.testee.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

/** A user's file is loaded page by page, and left as it was. */
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
  private UserFile file;

  @BeforeEach
  void nameTheFile() {
    file = new UserFile(folder.resolve("it's a file.db"));
  }

  static List<SqliteDriver> drivers() {
    return Drivers.all();
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void keepsContentAndPersistentPragmas(SqliteDriver driver) throws Exception {
    file.make("PRAGMA page_size = 8192", "PRAGMA encoding = 'UTF-16be'", "PRAGMA auto_vacuum = 2");
    List<String> pragmas = withFile(FileLoaderTest::pragmas);
    String hash = withFile(ContentHash::of);
    Map<String, String> before = folderContent();

    try (LiveDatabase live = file.load(driver);
        Connection connection = live.connect()) {
      assertThat(pragmas(connection)).isEqualTo(pragmas);
      assertThat(ContentHash.of(connection)).isEqualTo(hash);
      assertThat(live.contents().rows())
          .containsExactly(Map.entry("item", 1_000L), Map.entry("empty", 0L));
      assertThat(live.contents().databaseBytes()).isEqualTo(Files.size(file.path()));
      assertThat(Sql.number(connection, "PRAGMA page_size")).isEqualTo(8192);
    }
    assertThat(folderContent()).isEqualTo(before);
    assertThat(file.linesOtherThanProgress()).isEmpty();
  }

  @Test
  void keepsEveryPageAndEveryByteOfIt() throws Exception {
    file.make("PRAGMA page_size = 1024");
    Path copy = folder.resolve("copy.db");
    try (LiveDatabase live = file.load(Drivers.bundled());
        Connection connection = live.connect()) {
      Sql.run(connection, "backup to '" + copy + "'");
    }
    assertThat(withoutCounters(copy)).isEqualTo(withoutCounters(file.path()));
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void takesInTheWriteAheadLogOfAnOpenDatabaseWithoutTouchingIt(SqliteDriver driver)
      throws Exception {
    file.make("PRAGMA journal_mode = WAL");
    try (Connection writer = Drivers.bundled().connect("jdbc:sqlite:" + file.path())) {
      Sql.run(writer, "INSERT INTO empty VALUES ('only in the log')");
      Map<String, String> before = folderContent();
      assertThat(before).hasSize(3);

      try (LiveDatabase live = file.load(driver);
          Connection connection = live.connect()) {
        assertThat(live.contents().rows()).containsEntry("empty", 1L);
        assertThat(Sql.texts(connection, "PRAGMA journal_mode")).containsExactly("memory");
      }
      assertThat(folderContent()).isEqualTo(before);
    }
    assertThat(file.linesOtherThanProgress())
        .containsExactly(
            "db=" + file.path() + " is in WAL mode; in memory it has a rollback journal");
  }

  @Test
  void makesNoLogBesideAClosedDatabaseInWalMode() throws Exception {
    file.make("PRAGMA journal_mode = WAL");
    Map<String, String> before = folderContent();
    assertThat(before).hasSize(1);
    file.load(Drivers.bundled()).close();
    assertThat(folderContent()).isEqualTo(before);
  }

  @Test
  void aFileThatMayOnlyBeReadInAFolderThatMayOnlyBeReadIsLoaded() throws Exception {
    file.make("PRAGMA journal_mode = WAL");
    assertThat(file.path().toFile().setWritable(false)).isTrue();
    assertThat(folder.toFile().setWritable(false)).isTrue();
    try (LiveDatabase live = file.load(Drivers.bundled())) {
      assertThat(live.contents().rows()).containsEntry("item", 1_000L);
    } finally {
      assertThat(folder.toFile().setWritable(true)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void aFileWithoutAByteIsAnEmptyDatabase(SqliteDriver driver) throws Exception {
    Files.createFile(file.path());
    try (LiveDatabase live = file.load(driver)) {
      assertThat(live.contents().rows()).isEmpty();
    }
    assertThat(file.linesOtherThanProgress()).isEmpty();
  }

  @Test
  void aJournalThatIsNotHotIsNoObstacle() throws Exception {
    file.make("PRAGMA journal_mode = PERSIST", "CREATE TABLE another (a)");
    assertThat(file.beside("-journal")).exists();
    file.load(Drivers.bundled()).close();
  }

  @Test
  void rowsThatBreakAConstraintAreNoDamage() throws Exception {
    file.make(
        "CREATE TABLE strange (a CHECK (a > 0), b NOT NULL)",
        "PRAGMA ignore_check_constraints = ON",
        "INSERT INTO strange VALUES (-1, 1)");
    file.load(Drivers.bundled()).close();
  }

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private <T> T withFile(Question<T> question) throws SQLException {
    try (Connection connection = Drivers.bundled().connect("jdbc:sqlite:" + file.path())) {
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
