package snapbench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.model.OwnMemory;
import snapbench.testee.api.CycleReport;

/** Each way to break the testee contract has a message of its own, and leaves nothing. */
@Timeout(120)
class BrokenTesteesTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(300);

  private static final Set<String> SLEEPING =
      Set.of(
          "never ready",
          "hangs in a cycle",
          "ignores the end of stdin",
          "closes stdout",
          "floods stdout",
          "floods stdout with one line");

  private static final Set<String> FLOODING = Set.of("floods stdout", "chatters");

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CountDownLatch firstLine = new CountDownLatch(1);

  @TempDir Path folder;

  private ProgramTestee start(String kind) throws Exception {
    List<String> program = new ArrayList<>(Python.command("broken.py"));
    program.addAll(List.of("--broken", kind));
    return new ProgramLauncher(
            program, folder.resolve("no.db"), 2, Map.of(), folder.resolve("testee"))
        .start(
            new TesteeLimits(
                kind.equals("never ready") ? SHORT : LONG,
                kind.equals("hangs in a cycle") ? SHORT : LONG,
                SLEEPING.contains(kind) ? SHORT : LONG,
                FLOODING.contains(kind) ? LONG : TesteeLimits.STANDARD.more()),
            this::log);
  }

  private void log(String line) {
    log.add(line);
    firstLine.countDown();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "never ready         | the testee was not ready and silent for 0.3 s",
        "dies at once        | the testee ended before it was ready, exit code 3",
        "ready is no object  | the testee's READY line is wrong: not a JSON object: []",
        "ready lacks rows    | the testee's READY line is wrong: rows is to be an object",
        "another contract    | the testee's READY line is wrong: contract is to be 1: 2",
        "another pid         | the testee says that its pid is 1, but",
        "prints before ready | before it was ready: loading the database",
      })
  void isCaughtBeforeItIsReady(String kind, String message) throws Exception {
    ProgramTestee testee = start(kind);
    try (testee) {
      if (kind.equals("never ready")) {
        // its silence is to begin with what it says once it has started, which may take a while
        assertThat(firstLine.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      }
      assertThat(catchThrowable(testee::awaitReady))
          .isInstanceOf(TesteeException.class)
          .hasMessageContaining(message)
          .hasMessageContaining("broken: " + kind)
          .asInstanceOf(type(TesteeException.class))
          .extracting(TesteeException::sentence)
          .asString()
          .hasLineCount(1);
    }
    assertNothingIsLeft(testee);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "dies in a cycle   | exit code 137 (signal 9)",
        "dies in a cycle   | out of luck",
        "hangs in a cycle  | did not answer cycle activity=dump snapshot=memory within 0.3 s",
        "wrong json        | with not a line of JSON: {'id': 1}",
        "wrong id          | answered request 1 (cycle activity=dump snapshot=memory) with the id"
            + " 2",
        "ready twice       | the testee printed READY twice",
        "floods stdout     | floods its stdout: more than 16 lines that nobody asked for",
        "floods stdout with one line | floods its stdout: a line of more than 1,048,576 bytes",
        "chatters          | floods its stdout: more than 16 lines that nobody asked for",
        "closes stdout     | the testee closed its stdout",
        "prints besides    | one cycle done",
        "fails             | with an error: disk full",
        "reports a cycle that it did not run | it says that it dumped 7 bytes, but wrote no dump",
        "reports the same cycle again | cycle is to be 2: 1",
        "reports another dump | dumpBytes, the size of the dump, is to be 7: 8",
        "loses rows        | rows is to be 1: 0",
        "takes no turns    | worker is to be 1: 0",
        "takes no time     | snapshotNanos is to be more than 0",
        "takes longer than it took | its phases are to take no longer than the request",
      })
  void isCaughtInACycle(String kind, String message) throws Exception {
    ProgramTestee testee = start(kind);
    try (testee) {
      testee.awaitReady();
      Throwable failure = null;
      for (int i = 0; i < 3 && failure == null; i++) {
        failure = catchThrowable(() -> testee.cycle("memory", "dump"));
      }
      assertThat(failure)
          .isInstanceOf(TesteeException.class)
          .hasMessageContaining(message)
          .hasMessageContaining("broken: " + kind);
      assertThat(failure)
          .asInstanceOf(type(TesteeException.class))
          .extracting(TesteeException::sentence)
          .asString()
          .hasLineCount(1);
    }
    assertNothingIsLeft(testee);
  }

  @Test
  void isKilledIfItIgnoresTheEndOfItsStdin() throws Exception {
    ProgramTestee testee = start("ignores the end of stdin");
    try (testee) {
      testee.awaitReady();
      CycleReport report = testee.cycle("memory", "dump");
      assertThat(report.dumpBytes()).isEqualTo(7);
      assertThat(testee.end()).isEmpty();
    }
    assertThat(log).contains("killed, since it had not ended 0.3 s after its stdin had");
    assertNothingIsLeft(testee);
  }

  @Test
  void isUnsupportedInWhatItDoesNotSayThatItCan() throws Exception {
    try (ProgramTestee testee = start("nothing")) {
      testee.awaitReady();
      assertThat(catchThrowable(() -> testee.cycle("serialize", "dump")))
          .isInstanceOf(UnsupportedCycleException.class)
          .hasMessageContaining("cannot do snapshot=serialize with activity=dump");
      assertThat(testee.cycle("memory", "dump").cycle()).isEqualTo(1);
      assertThat(testee.cycle("memory", "dump").worker()).isEqualTo(1);
      testee.collect();
      assertThat(testee.trim()).isTrue();
      assertThat(((OwnMemory.OfProgram) testee.memory()).liveKiB()).isNaN();
      assertThat(testee.end()).hasValue(0);
    }
  }

  /** Each thread's dump is checked and removed before another's is written to the same file. */
  @Test
  void severalThreadsTakeTurns() throws Exception {
    try (ProgramTestee testee = start("nothing")) {
      testee.awaitReady();
      Callable<Void> cycles =
          () -> {
            for (int i = 0; i < 100; i++) {
              testee.cycle("memory", "dump");
            }
            return null;
          };
      ExecutorService threads = Executors.newFixedThreadPool(4);
      for (Future<Void> each : threads.invokeAll(Collections.nCopies(4, cycles))) {
        each.get();
      }
      threads.shutdown();
    }
  }

  private void assertNothingIsLeft(ProgramTestee testee) {
    assertThat(ProcessHandle.of(testee.pid()).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    assertThat(folder).isEmptyDirectory();
  }
}
