package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.driver.LoopbackRepository;
import snapbench.model.Fork;
import snapbench.results.folder.Run;

/** Drivers that come from a Maven repository, from the command line to the cell's file. */
class DriversIT {
  private static final String BRIEF =
      "snapshotOnly -wi 0 -i 1 -r 200ms -p scale=0.001 -p threads=2 -p driver=";

  @TempDir private static Path jars;

  private static byte[] driver = {};
  private static byte[] withoutSharedMemory = {};

  @TempDir Path folder;

  private LoopbackRepository repository;

  @BeforeAll
  static void makeJars() throws Exception {
    driver = LoopbackRepository.withSecondDriver(bundledJar(), jars, true);
    withoutSharedMemory = LoopbackRepository.withSecondDriver(bundledJar(), jars, false);
  }

  @BeforeEach
  void start() throws Exception {
    repository = LoopbackRepository.start(folder);
    repository.publish("9.1.2", driver);
  }

  @AfterEach
  void stop() {
    repository.close();
  }

  private static Path bundledJar() throws IOException {
    try (Stream<Path> packed = Files.list(Path.of("target", "classes", "packed"))) {
      return packed
          .filter(file -> file.getFileName().toString().startsWith("sqlite-jdbc-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void measuresAVersionThatIsDownloadedOnceWithTheDriverThatItsJarNamesFirst() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithHome(folder, withSmallTestee("9.1.2"))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output() + benchmarks.errors()).isZero();
      assertThat(repository.downloads("9.1.2")).isEqualTo(1);
      assertThat(Run.read(benchmarks.run()).forks())
          .singleElement()
          .satisfies(
              cell -> {
                Fork.Testee testee = Objects.requireNonNull(cell.testee());
                assertThat(testee.driver()).isEqualTo("org.xerial:sqlite-jdbc:9.1.2");
                assertThat(testee.driverSha256()).matches("[0-9a-f]{64}");
                assertThat(testee.driverChecksum()).isEqualTo("verified");
                assertThat(testee.driverJars())
                    .containsExactly(repository.localJar("9.1.2").toString());
                assertThat(testee.driverName()).isEqualTo("org.sqlite.JDBC");
                assertThat(testee.command()).contains("--driver-class", "org.sqlite.JDBC");
              });
    }
  }

  @Test
  void refusesAnUnknownVersionBeforeAnythingIsMeasured() throws Exception {
    assertRefused(BRIEF + "9.1.2,9.1.3", "has no version 9.1.3; the nearest are 9.1.2");
  }

  @Test
  void refusesOfflineWithAnEmptyLocalRepository() throws Exception {
    repository.settings(true);
    assertRefused(BRIEF + "9.1.2", "offline");
  }

  @Test
  void listsVersionsAndProbesAbilities() throws Exception {
    try (BenchmarksProcess list = BenchmarksProcess.startWithHome(folder, "drivers")) {
      assertThat(list.exitCode()).as(list.errors()).isZero();
      assertThat(list.output()).isEqualTo("9.1.2\n");
    }
    try (BenchmarksProcess probe =
        BenchmarksProcess.startWithHome(folder, "drivers", "--probe", "9.1.2")) {
      assertThat(probe.exitCode()).as(probe.errors()).isZero();
      assertThat(probe.output().lines().toList().get(1))
          .matches("9\\.1\\.2 +3\\.\\d+\\.\\d+ +yes +yes +yes +yes +yes");
      assertThat(probe.leftInTemporaryFolder()).isEmpty();
    }
  }

  @Test
  void measuresAndProbesADriverAndADatabaseOfAnyName() throws Exception {
    String name = "a'b\"c 100%41?x#;, \\\n$HOME`id` Zü ";
    String given = name.replace(";", ";;").replace(",", ";");
    Path named = Files.createDirectory(folder.resolve(name));
    Files.copy(bundledJar(), named.resolve(name + ".jar"));
    Files.createFile(named.resolve(name + ".db"));
    String results = named.resolve("results of " + name).toString();
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithHome(
            folder,
            "snapshotAndDump",
            "-bm",
            "ss",
            "-wi",
            "0",
            "-i",
            "1",
            "-f",
            "1",
            "--results",
            results,
            "-p",
            "snapshot=file",
            "-p",
            "threads=1",
            "-p",
            "driver=" + folder.resolve(given).resolve(given + ".jar"),
            "-p",
            "db=" + folder.resolve(given).resolve(given + ".db"))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output() + benchmarks.errors()).isZero();
    }
    try (BenchmarksProcess probe =
        BenchmarksProcess.startWithHome(
            folder,
            "drivers",
            "--probe",
            folder.resolve(given).resolve(given + ".jar").toString())) {
      assertThat(probe.exitCode()).as(probe.errors()).isZero();
      assertThat(probe.output()).contains("yes");
    }
    assertRefused(BRIEF + "no/such.jar", "no/such.jar is not a file that can be read");
  }

  @Test
  void refusesADatabaseThatCannotBeLoadedBeforeAnythingIsMeasured() throws Exception {
    Path file = Files.writeString(folder.resolve("encrypted.db"), "not SQLite's ".repeat(100));
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithHome(folder, "snapshotOnly", "-p", "db=" + file)) {
      assertThat(benchmarks.exitCode()).isEqualTo(2);
      assertThat(benchmarks.errors().lines().reduce("", (one, other) -> other))
          .isEqualTo("snapbench: db=" + file + " is not a SQLite database, or is encrypted");
      assertThat(folder.resolve("results"))
          .satisfiesAnyOf(
              results -> assertThat(results).doesNotExist(),
              results -> assertThat(results).isEmptyDirectory());
    }
  }

  @Test
  void measuresWhatADriverCanDoThatHasNoSharedDatabasesInMemory() throws Exception {
    repository.publish("9.1.3", withoutSharedMemory);
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithHome(
            folder, withSmallTestee("9.1.3 -p snapshot=memory,serialize"))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output() + benchmarks.errors()).isZero();
      Run run = Run.read(benchmarks.run());
      assertThat(run.forks())
          .extracting(cell -> cell.params().get("snapshot"), Fork::state)
          .containsExactly(
              tuple("memory", Fork.State.UNSUPPORTED), tuple("serialize", Fork.State.MEASURED));
      assertThat(run.forks().get(0).reason()).startsWith("snapshot=memory: ");
      assertThat(run.forks().get(1).cycles())
          .isNotEmpty()
          .allSatisfy(cycle -> assertThat(cycle.liveReadBlockedMillis()).isNaN());
      assertThat(benchmarks.output())
          .contains("live.* is unknown: the driver's connections share no database in memory");
    }
  }

  private static String[] withSmallTestee(String driver) {
    return Stream.concat(
            Stream.of((BRIEF + driver).split(" ")), Stream.of("-p", BenchmarksProcess.SMALL_TESTEE))
        .toArray(String[]::new);
  }

  private void assertRefused(String arguments, String words) throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithHome(folder, arguments.split(" "))) {
      assertThat(benchmarks.exitCode()).isEqualTo(2);
      // whatever takes more than two seconds is reported as it goes
      assertThat(benchmarks.errors().lines().filter(line -> !line.contains(": resolving driver")))
          .singleElement(STRING)
          .startsWith("snapbench: ")
          .contains(words);
      assertThat(benchmarks.output()).isEmpty();
      assertThat(folder.resolve("results")).doesNotExist();
    }
  }
}
