package snapbench.testee;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.LedgerTexts;
import snapbench.testee.api.Refusal;
import snapbench.testee.api.SnapshotKind;

/** The testee as a process, by its command line and its endpoint. */
final class TesteeMainTest {
  @TempDir static Path sharedFolder;

  private static Path temporary = Path.of("");
  private static @Nullable RunningTestee running;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    temporary = sharedFolder.resolve("temporary");
    running = RunningTestee.start(sharedFolder, null, "--temporary-folder", temporary.toString());
  }

  @AfterAll
  static void endsWithItsInputAndLeavesNothing() throws Exception {
    try (RunningTestee testee = shared()) {
      assertThat(testee.endOfInput()).isZero();
      assertThat(temporary).doesNotExist();
    }
  }

  /** One that nothing ends before the last test. */
  private static RunningTestee shared() {
    return Objects.requireNonNull(running);
  }

  @Test
  void saysWhatItIsOnceItIsReady() throws Exception {
    RunningTestee testee = shared();
    assertThat(testee.ready().driverName()).isEqualTo("org.sqlite.JDBC");
    assertThat(testee.ready().sqliteVersion()).startsWith("3.");
    assertThat(testee.ready().rows()).hasSize(7);
    assertThat(testee.ready().compileOptions()).contains("THREADSAFE=1");
    assertThat(testee.request("GET", "/health").body()).contains("ready");
  }

  @ParameterizedTest
  @EnumSource(SnapshotKind.class)
  void takesEverySnapshotAndLeavesNothing(SnapshotKind kind) throws Exception {
    RunningTestee testee = shared();
    List<Path> before = files(sharedFolder);
    CycleReport last = cycle(testee, "/dumpdb?snapshot=none&activity=queries");
    for (int i = 1; i <= 4; i++) {
      CycleReport report = cycle(testee, "/dumpdb?snapshot=" + kind.label() + "&activity=dump");
      assertThat(report.cycle()).isEqualTo(last.cycle() + 1);
      assertThat(report.worker()).isEqualTo((report.cycle() - 1) % 3);
      assertThat(report.rows())
          .isEqualTo(testee.ready().rows().values().stream().mapToLong(Long::longValue).sum());
      assertThat(report.dumpBytes()).isPositive();
      assertThat(report.snapshotNanos()).isPositive();
      assertThat(report.liveReadBlockedMillis()).isNotNegative();
      assertThat(report.liveWriteBlockedMillis()).isNotNegative();
      last = report;
    }
    assertThat(files(sharedFolder)).isEqualTo(before);
  }

  @Test
  void dumpsTheLiveDatabaseAndKeepsTheDumpWhereAsked() throws Exception {
    Path dumps = folder.resolve("dumps");
    try (RunningTestee testee =
        RunningTestee.start(folder, null, "--keep-dump", dumps.toString(), "--live", "none")) {
      CycleReport report = cycle(testee, "/dumpdb?snapshot=none");
      assertThat(report.snapshotNanos()).isZero();
      assertThat(report.liveReadBlockedMillis()).isNaN();
      assertThat(report.liveWriteBlockedMillis()).isNaN();
      assertThat(Files.size(dumps.resolve("dump-1.sql"))).isEqualTo(report.dumpBytes());
    }
  }

  @Test
  void exportsTheSameDatabaseForOthersToLoad() throws Exception {
    Path file = folder.resolve("exported.db");
    export(file);
    assertThat(files(folder)).containsExactly(folder, file);
    try (RunningTestee generating = RunningTestee.start(folder, null);
        RunningTestee loading = RunningTestee.start(folder, null, "--db", file.toString())) {
      assertThat(loading.ready().rows()).isEqualTo(generating.ready().rows());
      assertThat(loading.ready().databaseBytes()).isEqualTo(generating.ready().databaseBytes());
      assertThat(cycle(loading, "/dumpdb").dumpBytes())
          .isEqualTo(cycle(generating, "/dumpdb").dumpBytes());
      assertThat(loading.endOfInput()).isZero();
      assertThat(generating.endOfInput()).isZero();
    }
    assertThat(files(folder)).containsExactly(folder, file);
  }

  private void export(Path file) throws Exception {
    Process process =
        RunningTestee.command(folder, "--scale", "0.005", "--export", file.toString()).start();
    assertThat(process.getInputStream()).isEmpty();
    assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
        .allMatch(line -> line.matches("generating: \\d+ % of \\d+ dated values"));
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void disposesOfTheSnapshotOfACycleThatFailsAndGoesOn() throws Exception {
    Path dumps = folder.resolve("dumps");
    Path temporary = folder.resolve("temporary");
    try (RunningTestee testee =
        RunningTestee.start(
            folder,
            null,
            "--keep-dump",
            dumps.toString(),
            "--temporary-folder",
            temporary.toString())) {
      List<Path> before = files(temporary);
      Files.delete(dumps);
      var failure = testee.request("POST", "/dumpdb?snapshot=file");
      assertThat(failure.statusCode()).isEqualTo(500);
      assertThat(failure.body()).contains("dump-1.sql");
      assertThat(files(temporary)).isEqualTo(before);
      Files.createDirectory(dumps);
      assertThat(cycle(testee, "/dumpdb?snapshot=file").cycle()).isEqualTo(2);
    }
  }

  @Test
  void runsQueriesOnASnapshot() throws Exception {
    RunningTestee testee = shared();
    CycleReport report = cycle(testee, "/dumpdb?activity=queries");
    assertThat(report.activityNanos()).isPositive();
    assertThat(report.dumpBytes()).isZero();
  }

  @Test
  void refusesWhatDoesNotExistAndSaysWhatDoes() throws Exception {
    RunningTestee testee = shared();
    assertRefused(testee, "GET", "/dumpdb", 405, "POST /dumpdb");
    assertRefused(testee, "POST", "/health", 405, "GET /health");
    assertRefused(testee, "GET", "/nowhere", 404, "GET /memory");
    assertRefused(
        testee, "POST", "/dumpdb?snapshot=paper", 400, "memory, file, memdb, vacuum, serialize");
    assertRefused(testee, "POST", "/dumpdb?activity=sleep", 400, "dump, queries, none");
    assertRefused(testee, "POST", "/dumpdb?shot=memory", 400, "there is snapshot, activity");
    assertRefused(testee, "POST", "/dumpdb?snapshot=none&activity=none", 400, "does nothing");
  }

  private static void assertRefused(
      RunningTestee testee, String method, String path, int status, String message)
      throws Exception {
    var response = testee.request(method, path);
    assertThat(response.statusCode()).isEqualTo(status);
    Refusal refusal = JSON.std.beanFrom(Refusal.class, response.body());
    assertThat(refusal.unsupported()).isFalse();
    assertThat(refusal.reason()).contains(message);
  }

  @Test
  void demandsTheTokenThatItsEnvironmentNames() throws Exception {
    try (RunningTestee testee = RunningTestee.start(folder, "secret")) {
      assertThat(testee.request("GET", "/health", null).statusCode()).isEqualTo(401);
      assertThat(testee.request("GET", "/health", "other").statusCode()).isEqualTo(401);
      assertThat(testee.request("GET", "/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void answersForItsMemory() throws Exception {
    RunningTestee testee = shared();
    assertThat(testee.request("POST", "/gc").statusCode()).isEqualTo(200);
    assertThat(testee.request("GET", "/memory").body()).contains("heapUsedKiB");
    assertThat(testee.request("POST", "/trim").statusCode()).isEqualTo(200);
  }

  /** By HotSpot's commands themselves where they are opened, by their MBean otherwise. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED",
        "-Dnothing=opened"
      })
  void tellsWhatHotSpotAndGlibcKnowOfItsNativeMemory(String argument) throws Exception {
    try (RunningTestee testee = RunningTestee.startForLedger(folder, argument)) {
      LedgerTexts texts = ledgerTexts(testee);
      assertThat(texts.problems()).isEmpty();
      assertThat(texts.nativeMemory()).contains("for Java Heap from", "for Thread Stack from");
      assertThat(texts.mallocInfo()).contains("<malloc version=", "</malloc>");
      assertThat(files(folder)).noneMatch(file -> file.toString().contains("jna"));
    }
  }

  @Test
  void saysWhyItDoesNotKnowItsNativeMemory() throws Exception {
    RunningTestee testee = shared();
    assertThat(ledgerTexts(testee).nativeMemory()).isEmpty();
    assertThat(ledgerTexts(testee).problems())
        .anyMatch(problem -> problem.contains("-XX:NativeMemoryTracking=detail"));
    assertRefused(testee, "GET", "/memory?ledger=maybe", 400, "choose true or false");
  }

  private static LedgerTexts ledgerTexts(RunningTestee testee) throws Exception {
    return JSON.std.beanFrom(
        LedgerTexts.class, testee.request("GET", "/memory?ledger=true").body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--scale     | huge     | --scale huge is not valid; give a number from 0.001 to 10.0",
        "--scale     | NaN      | --scale NaN is not valid; give a number from 0.001 to 10.0",
        "--threads   | 0        | --threads 0 is not valid; give a whole number from 1 to 1024",
        "--schema    | round    | --schema round is not valid; choose one of seed, flat",
        "--live      | maybe    | choose one of all, read, write, none",
        "--leak      | some     | --leak some is not valid; choose none, connection, statement, fd"
            + " or",
        "--leak      | heap:1g  | --leak heap:1g is not valid; choose none",
        "--colour    | red      | --colour is not an option; see --help",
        "--db        | nowhere  | nowhere"
      })
  void refusesAWrongCommandLineInOneLine(String option, String value, String message)
      throws Exception {
    assertThat(errorsOfRefusal("--port", "0", option, value)).contains(message).hasLineCount(1);
  }

  @Test
  void refusesATemporaryFolderThatHoldsSomething() throws Exception {
    Path filled = Files.createDirectory(folder.resolve("filled"));
    Path kept = Files.createFile(filled.resolve("notes.txt"));
    String option = "--temporary-folder";
    assertThat(errorsOfRefusal("--port", "0", option, filled.toString()))
        .contains(option + " " + filled + " is not empty; give a new or an empty folder")
        .hasLineCount(1);
    assertThat(errorsOfRefusal(option, kept.toString())).contains(kept + " is not empty");
    assertThat(kept).exists();
  }

  @Test
  void removesTheFolderThatTheHarnessMadeForItBesideOneThatWasGiven() throws Exception {
    Path ofHarness = Files.createDirectory(folder.resolve("harness"));
    Files.createFile(ofHarness.resolve("driver.jar"));
    Path given = Files.createDirectory(folder.resolve("given"));
    try (RunningTestee testee =
        RunningTestee.startWithOptions(
            List.of("-Dsnapbench.folder=" + ofHarness),
            folder,
            "--temporary-folder",
            given.toString())) {
      assertThat(ofHarness.resolve("driver.jar")).exists();
      assertThat(testee.endOfInput()).isZero();
      assertThat(ofHarness).doesNotExist();
      assertThat(given).doesNotExist();
    }
  }

  private String errorsOfRefusal(String... arguments) throws Exception {
    Process process = RunningTestee.command(folder, arguments).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).isEqualTo(2);
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static CycleReport cycle(RunningTestee testee, String path) throws Exception {
    var response = testee.request("POST", path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.std.beanFrom(CycleReport.class, response.body());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }
}
