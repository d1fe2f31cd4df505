package snapbench.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control programs keep the testee contract, and their dumps restore what they dumped. */
final class ControlTest {
  /** Halves and quarters, since SQLite before 3.43 misreads some other decimals. */
  private static final String CONTENT =
      """
      CREATE TABLE thing (id TEXT PRIMARY KEY, amount REAL, data BLOB) WITHOUT ROWID;
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
        INSERT INTO thing SELECT printf('it''s %d é', i), i / 4.0 - 600, randomblob(i % 9) FROM n;
      CREATE TABLE "odd ""name" (i INTEGER PRIMARY KEY, text, g AS (i + 1));
      INSERT INTO "odd ""name" VALUES (-7, NULL), (3, 1e300), (9, 'a;' || char(10) || 'b');
      CREATE INDEX amounts ON thing (amount);
      CREATE VIEW few AS SELECT * FROM thing LIMIT 3;
      PRAGMA user_version = 5;
      """;

  private static final int ROWS = 5003;

  @TempDir static Path folder;
  private static CompiledControls controls;
  private static Path database;

  @BeforeAll
  static void makeDatabase() throws Exception {
    controls = new CompiledControls(folder);
    database = folder.resolve("source.db");
    Sqlite3.run(database, CONTENT);
  }

  @ParameterizedTest
  @CsvSource({
    "c,memory",
    "c,file",
    "c,memdb",
    "c,vacuum",
    "c,serialize",
    "c,none",
    "go,memory",
    "go,file",
    "go,memdb",
    "go,none"
  })
  void aDumpRestoresTheDatabase(String name, String snapshot) throws Exception {
    Path working = folder.resolve(name + "-" + snapshot);
    try (ControlProcess control = ControlProcess.start(controls.get(name), working, database, 2)) {
      control.ready();
      JsonNode cycle = control.cycle(snapshot, "dump");
      assertThat(cycle.path("rows").asLong()).as(cycle.toString()).isEqualTo(ROWS);
      assertThat(cycle.path("snapshotNanos").asLong() > 0).isEqualTo(!snapshot.equals("none"));
      assertThat(cycle.path("dumpBytes").asLong()).isEqualTo(Files.size(control.dump()));
      assertThat(control.end()).isZero();
      Path restored = folder.resolve(name + "-" + snapshot + ".db");
      Sqlite3.restore(restored, control.dump());
      assertThat(Sqlite3.run(restored, ".sha3sum")).isEqualTo(Sqlite3.run(database, ".sha3sum"));
      assertThat(namesIn(working)).containsExactlyInAnyOrder("dump.sql", "errors.txt");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c", "go"})
  void workersTakeTurnsAndEveryAnswerBearsItsNumber(String name) throws Exception {
    Path working = folder.resolve(name + "-turns");
    try (ControlProcess control = ControlProcess.start(controls.get(name), working, database, 2)) {
      JsonNode ready = control.ready();
      assertThat(ready.path("contract").asInt()).isEqualTo(1);
      assertThat(ready.path("rows").path("odd \"name").asInt()).isEqualTo(3);
      assertThat(ready.path("databaseBytes").asLong()).isEqualTo(Files.size(database));
      for (int i = 0; i < 3; i++) {
        JsonNode cycle = control.cycle("memory", "none");
        assertThat(cycle.path("id").asInt()).isEqualTo(1);
        assertThat(cycle.path("cycle").asInt()).isEqualTo(i + 1);
        assertThat(cycle.path("worker").asInt()).isEqualTo(i % 2);
        assertThat(cycle.path("pages").asLong()).isPositive();
        assertThat(cycle.path("checkNanos").asLong()).isPositive();
      }
      JsonNode memory = control.ask("{\"id\":7,\"request\":\"memory\"}");
      assertThat(memory.path("id").asInt()).isEqualTo(7);
      assertThat(memory.path("liveKiB").asLong() * 1024).isGreaterThan(Files.size(database));
      assertThat(memory.path("arenas").asInt()).isPositive();
      assertThat(memory.path("threads").asInt()).isGreaterThan(2);
      assertThat(control.ask("{\"id\":8,\"request\":\"trim\"}")).hasToString("{\"id\":8}");
      assertThat(control.ask("{\"id\":9,\"request\":\"collect\"}")).hasToString("{\"id\":9}");
      assertThat(control.end()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c", "go"})
  void whatItCannotDoIsSaidAndItGoesOn(String name) throws Exception {
    Path working = folder.resolve(name + "-refusals");
    try (ControlProcess control = ControlProcess.start(controls.get(name), working, database, 0)) {
      control.ready();
      assertThat(control.cycle("memory", "queries").path("unsupported").asText()).isNotEmpty();
      assertThat(control.cycle("magic", "dump").path("error").asText()).contains("magic");
      assertThat(control.cycle("memory", "magic").path("error").asText()).contains("magic");
      assertThat(control.cycle("none", "none").path("error").asText()).isNotEmpty();
      assertThat(control.ask("{\"id\":4,\"request\":\"dance\"}").path("error").asText())
          .contains("dance");
      for (String line : List.of("", "nonsense", "{\"id\":1", "[]", "{\"id\":1,\"request\":{}}")) {
        JsonNode answer = control.ask(line);
        assertThat(answer.path("error").asText()).as(line).isNotEmpty();
        assertThat(answer.path("id").isNull()).isTrue();
      }
      assertThat(control.cycle("memory", "none").path("cycle").asInt()).isEqualTo(1);
      assertThat(control.end()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c", "go"})
  void aFileThatIsNoDatabaseIsRefusedInOneLine(String name) throws Exception {
    Path text = Files.writeString(folder.resolve("text.db"), "no database at all, but long enough");
    Path working = folder.resolve(name + "-text");
    try (ControlProcess control = ControlProcess.start(controls.get(name), working, text, 1)) {
      assertThat(control.end()).isEqualTo(1);
      assertThat(control.errors()).contains("text.db", "not a").hasLineCount(1);
    }
  }

  @Test
  void theCControlRefusesWhatItWouldNotDumpFaithfully() throws Exception {
    Path utf16 = folder.resolve("utf16.db");
    Sqlite3.run(utf16, "PRAGMA encoding='UTF-16'; CREATE TABLE t (a); INSERT INTO t VALUES ('é');");
    Path working = folder.resolve("c-utf16");
    try (ControlProcess control = ControlProcess.start(controls.get("c"), working, utf16, 1)) {
      control.ready();
      assertThat(control.cycle("memory", "dump").path("unsupported").asText()).contains("UTF-8");
    }
  }

  private static List<String> namesIn(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
