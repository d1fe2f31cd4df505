package snapbench.testee.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import snapbench.testee.api.SnapshotKind;
import snapbench.testee.dump.SqlDump;
import snapbench.testee.snapshot.Snapshot;
import snapbench.testee.snapshot.SnapshotMethod;
import snapbench.testee.snapshot.UnsupportedSnapshotException;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;
import snapbench.testee.sql.Tables;

/** Whatever a folder and its files are called, a database is loaded, copied, dumped, exported. */
class AnyPathTest {
  private static final String BOTH_QUOTES = "a'b\"c 100%3f?x=1&y#z;,\\ \n$HOME`id` Zürich ";
  private static final String BEYOND_FFFF = "\uD83D\uDE00";
  private static final List<String> NAMES =
      List.of(
          "it's",
          "a \"folder\"",
          "100%41",
          "what?synchronous=OFF&mode=memory",
          "number #1",
          "semi;colon, comma",
          "back\\slash",
          "new\nline",
          "-dash",
          "$HOME `id` $(id)",
          "Zürich 東京",
          BEYOND_FFFF,
          " blanks ",
          "..name",
          "file:x?y",
          ":memory:",
          "n".repeat(200),
          BOTH_QUOTES);

  @TempDir Path folder;

  static Stream<Arguments> namesAndDrivers() {
    return NAMES.stream()
        .flatMap(name -> Drivers.all().stream().map(driver -> Arguments.of(name, driver)));
  }

  @ParameterizedTest
  @MethodSource("namesAndDrivers")
  void servesADatabase(String name, SqliteDriver driver) throws Exception {
    Files.createDirectory(folder.resolve("other"));
    Path named = Files.createDirectory(folder.resolve("other").resolve("..").resolve(name));
    Path plain = folder.resolve("plain.db");
    try (Connection connection = Drivers.bundled().connect("jdbc:sqlite:" + plain)) {
      Sql.run(connection, "CREATE TABLE item (a)", "INSERT INTO item VALUES (1), (2), (3)");
    }
    Path file = Files.copy(plain, named.resolve(name + ".db"));
    try (LiveDatabase live = LiveDatabase.load(driver, file, line -> {});
        Connection connection = live.connect()) {
      assertThat(live.contents().rows()).containsEntry("item", 3L);
      SnapshotMethod method = SnapshotMethod.of(SnapshotKind.FILE, driver, named);
      if (isBefore334(driver) && (name.equals(BOTH_QUOTES) || name.equals(BEYOND_FFFF))) {
        assertThatThrownBy(() -> method.take(connection, "copy"))
            .isInstanceOf(UnsupportedSnapshotException.class)
            .hasMessageContaining("did not write the file");
        return;
      }
      try (Snapshot snapshot = method.take(connection, "copy")) {
        assertThat(named.resolve("copy.db")).isRegularFile();
        assertThat(Tables.rows(snapshot.connection())).containsEntry("item", 3L);
        assertThat(SqlDump.write(snapshot.connection(), named.resolve(name + ".sql")).rows())
            .isEqualTo(3);
      }
      Path export = named.resolve("export of " + name);
      live.export(export);
      assertThat(Files.size(export)).isEqualTo(Files.size(file));
    }
    try (Stream<Path> left = Files.list(named)) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder(name + ".db", name + ".sql", "export of " + name);
    }
  }

  private static boolean isBefore334(SqliteDriver driver) {
    return driver.version().equals("3.8");
  }
}
