package snapbench.testee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.LedgerTexts;
import snapbench.testee.api.MemoryReport;

/** What is planted in a testee's cycles is there, as the kernel or the JVM sees it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads Linux's /proc")
final class PlantedLeakTest {
  private static final int CYCLES = 4;

  /** Of what is planted: for a little of it, memory may do that was resident, but free, before. */
  private static final double LEAST_SHARE = 0.97;

  @TempDir Path folder;

  /**
   * Of a heap that is resident from the start, so that what is resident grows by what is beside it.
   */
  private RunningTestee start(String leak, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("--threads", "1", "--scale", "0.002", "--leak", leak));
    arguments.addAll(List.of(more));
    return RunningTestee.startWithOptions(
        List.of(
            "-Xms128m",
            "-XX:+AlwaysPreTouch",
            "-XX:MarkSweepDeadRatio=0",
            "-XX:TieredStopAtLevel=1"),
        folder,
        arguments.toArray(String[]::new));
  }

  private static void cycles(RunningTestee testee, String query) throws Exception {
    for (int i = 0; i < CYCLES; i++) {
      var response = testee.request("POST", "/dumpdb?" + query);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      CycleReport report = JSON.std.beanFrom(CycleReport.class, response.body());
      assertThat(report.rows())
          .isEqualTo(testee.ready().rows().values().stream().mapToLong(Long::longValue).sum());
    }
  }

  /** Targets of the testee's descriptors whose names contain a text. */
  private static List<String> descriptors(RunningTestee testee, String text) throws IOException {
    List<String> targets = new ArrayList<>();
    try (Stream<Path> links = Files.list(proc(testee).resolve("fd"))) {
      for (Path link : links.toList()) {
        try {
          targets.add(Files.readSymbolicLink(link).getFileName().toString());
        } catch (NoSuchFileException closedMeanwhile) {
          // not left open
        }
      }
    }
    return targets.stream().filter(target -> target.contains(text)).sorted().toList();
  }

  /** Names of its threads whose names begin with a text. */
  private static List<String> threads(RunningTestee testee, String text) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> threads = Files.list(proc(testee).resolve("task"))) {
      for (Path thread : threads.toList()) {
        try {
          names.add(Files.readString(thread.resolve("comm")).strip());
        } catch (IOException endedMeanwhile) {
          // has no name any more
        }
      }
    }
    return names.stream().filter(name -> name.startsWith(text)).sorted().toList();
  }

  /**
   * Its memory that is of no file, which is what is planted here, in RAM or swapped out. The whole
   * resident set falls at any time that the kernel wants pages of files back.
   */
  private static double anonymousKiB(RunningTestee testee) throws IOException {
    return Files.readAllLines(proc(testee).resolve("smaps_rollup")).stream()
        .filter(line -> line.startsWith("Anonymous:") || line.startsWith("Swap:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
        .sum();
  }

  private static Path proc(RunningTestee testee) {
    return Path.of("/proc", Long.toString(testee.ready().pid()));
  }

  private static MemoryReport memory(RunningTestee testee) throws Exception {
    testee.request("POST", "/gc");
    return JSON.std.beanFrom(MemoryReport.class, testee.request("GET", "/memory").body());
  }

  /** The least of some readings, since in one of them something may be under way. */
  private static double heapUsedKiB(RunningTestee testee) throws Exception {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 5; i++) {
      testee.request("POST", "/gc");
      String texts = testee.request("GET", "/memory?ledger=true").body();
      least = Math.min(least, JSON.std.beanFrom(LedgerTexts.class, texts).heapUsedKiB());
    }
    return least;
  }

  @Test
  void theDumpsFileStaysOpenInOneCycleOfTwoAndWithoutADumpAnother() throws Exception {
    try (RunningTestee testee = start("fd:2")) {
      cycles(testee, "snapshot=memory");
      cycles(testee, "snapshot=none");
      assertThat(descriptors(testee, "dump-"))
          .containsExactly(
              "dump-2.sql (deleted)",
              "dump-4.sql (deleted)",
              "dump-6.sql (deleted)",
              "dump-8.sql (deleted)");
      cycles(testee, "snapshot=file&activity=none");
      cycles(testee, "snapshot=none&activity=queries");
      assertThat(descriptors(testee, "left-open-")).hasSize(CYCLES);
      assertThat(testee.endOfInput()).isZero();
    }
  }

  @Test
  void aDumpThatIsKeptStaysOpenAndWhole() throws Exception {
    Path dumps = folder.resolve("dumps");
    try (RunningTestee testee = start("fd", "--keep-dump", dumps.toString())) {
      cycles(testee, "snapshot=none");
      assertThat(descriptors(testee, "dump-")).hasSize(CYCLES);
      assertThat(dumps.resolve("dump-1.sql")).isNotEmptyFile();
    }
  }

  /** A thread names itself once it runs, which may be after the cycle that started it. */
  @Test
  void aThreadStaysInOneCycleOfTwo() throws Exception {
    try (RunningTestee testee = start("thread:2")) {
      cycles(testee, "snapshot=none");
      long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      List<String> planted;
      do {
        planted = threads(testee, "planted-leak-");
      } while (planted.size() < CYCLES / 2 && System.nanoTime() - deadlineNanos < 0);
      assertThat(planted).containsExactly("planted-leak-2", "planted-leak-4");
      assertThat(testee.endOfInput()).isZero();
    }
  }

  /** After first readings, with which classes are loaded, all but some 20 KiB is the leak. */
  @Test
  void theHeapsUseGrowsByTheSize() throws Exception {
    try (RunningTestee testee = start("heap:5m")) {
      cycles(testee, "snapshot=none");
      heapUsedKiB(testee);
      double before = heapUsedKiB(testee);
      cycles(testee, "snapshot=none");
      assertThat(heapUsedKiB(testee) - before).isCloseTo(CYCLES * 5.0 * 1024, within(256.0));
    }
  }

  @Test
  void directBuffersGrowByTheSizeAndAreResident() throws Exception {
    try (RunningTestee testee = start("direct:16m")) {
      double before = anonymousKiB(testee);
      cycles(testee, "snapshot=none");
      assertThat(memory(testee).directBuffersKiB())
          .isBetween(CYCLES * 16.0 * 1024, CYCLES * 16.1 * 1024);
      assertThat(anonymousKiB(testee) - before).isGreaterThan(LEAST_SHARE * CYCLES * 16.0 * 1024);
    }
  }

  /** Beside the leak its memory grows by what a young JVM compiles, and by little else. */
  @ParameterizedTest
  @CsvSource({"native:16m,16384", "native:100%,0"})
  void sqlitesMemoryGrowsByTheSizeOrShare(String leak, double kibPerCycle) throws Exception {
    try (RunningTestee testee = start(leak)) {
      double expectedKiB = kibPerCycle > 0 ? kibPerCycle : testee.ready().databaseBytes() / 1024.0;
      cycles(testee, "snapshot=none&activity=queries");
      double before = anonymousKiB(testee);
      cycles(testee, "snapshot=none&activity=queries");
      cycles(testee, "snapshot=none&activity=queries");
      assertThat((anonymousKiB(testee) - before) / (2 * CYCLES))
          .isBetween(LEAST_SHARE * expectedKiB, 1.3 * expectedKiB);
    }
  }

  /**
   * Without the leak the second snapshot of a thread takes the memory of the first. With SQLite's
   * headers a page in memory takes 1.07 of its size.
   */
  @Test
  void aSnapshotInMemoryStaysWithItsConnection() throws Exception {
    try (RunningTestee testee = start("connection", "--scale", "0.01")) {
      cycles(testee, "snapshot=memory&activity=none");
      double before = anonymousKiB(testee);
      cycles(testee, "snapshot=memory&activity=none");
      cycles(testee, "snapshot=memory&activity=none");
      assertThat((anonymousKiB(testee) - before) / (2 * CYCLES) * 1024)
          .isBetween(1.0 * testee.ready().databaseBytes(), 1.3 * testee.ready().databaseBytes());
    }
  }

  @Test
  void aSnapshotsFileStaysOpenWithItsConnectionInOneCycleOfTwo() throws Exception {
    try (RunningTestee testee = start("connection:2")) {
      cycles(testee, "snapshot=file");
      assertThat(descriptors(testee, ".db (deleted)")).hasSize(CYCLES / 2);
    }
  }

  /** They would be in the resident set. */
  @ParameterizedTest
  @CsvSource({"none,false", "fd,true"})
  void classesOfPlantedLeaksAreLoadedOnlyWhereOneIsAskedFor(String leak, boolean loaded)
      throws Exception {
    Path classes = folder.resolve("classes.txt");
    try (RunningTestee testee =
        RunningTestee.startWithOptions(
            List.of("-Xlog:class+load:file=" + classes), folder, "--leak", leak)) {
      cycles(testee, "snapshot=file");
    }
    assertThat(Files.readString(classes).contains("snapbench.testee.fault")).isEqualTo(loaded);
  }
}
