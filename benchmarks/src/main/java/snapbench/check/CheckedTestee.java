package snapbench.check;

import static snapbench.check.BrokenContractException.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import snapbench.driver.Drivers;
import snapbench.process.JvmLauncher;
import snapbench.process.LineProtocolClient;
import snapbench.process.ProgramLauncher;
import snapbench.process.ProgramTestee;
import snapbench.process.Testee;
import snapbench.process.TesteeException;
import snapbench.process.TesteeLauncher;
import snapbench.testee.api.Activity;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Ready;
import snapbench.testee.api.SnapshotKind;

/**
 * A testee that is ready, in a conversation. The JVM testee keeps the contract but for the way in
 * which it is talked to.
 *
 * @param original what it loaded
 * @param threads its worker threads
 * @param testee the testee
 * @param ready what it said when it was ready
 * @param launcher what started it
 * @param jvmDumps where the JVM testee keeps its dumps
 * @param driver restores dumps
 */
record CheckedTestee(
    Original original,
    int threads,
    Testee testee,
    Ready ready,
    TesteeLauncher launcher,
    Path jvmDumps,
    RestoringDriver driver)
    implements AutoCloseable {
  /** Labels of the kinds of snapshots that there are. */
  static final List<String> ALL_SNAPSHOTS =
      Stream.of(SnapshotKind.values()).map(SnapshotKind::label).toList();

  /** Labels of what may be done with them. */
  static final List<String> ALL_ACTIVITIES =
      List.of(Activity.DUMP.label(), Activity.QUERIES.label());

  /** What can be restored here in a few seconds. */
  private static final long LARGEST_BYTES = 256L << 20;

  /**
   * Starts it and waits until it is ready.
   *
   * @param number which of the suite's testees it is
   * @throws IOException if it does not become ready; the message says why
   */
  static CheckedTestee start(
      CheckSettings settings, Original original, RestoringDriver driver, int number)
      throws IOException, InterruptedException {
    Path folder = settings.folder().resolve("testee-" + number);
    Path jvmDumps = settings.folder().resolve("dumps-" + number);
    TesteeLauncher launcher =
        settings.program().isEmpty()
            ? jvm(settings, original, folder, jvmDumps)
            : new ProgramLauncher(
                settings.program(), original.file(), settings.threads(), Map.of(), folder);
    Testee testee = launcher.start(settings.limits(), line -> {});
    try {
      Ready ready = testee.awaitReady();
      return new CheckedTestee(
          original, settings.threads(), testee, ready, launcher, jvmDumps, driver);
    } catch (IOException | InterruptedException e) {
      testee.close();
      throw e;
    }
  }

  private static JvmLauncher jvm(
      CheckSettings settings, Original original, Path folder, Path jvmDumps) throws IOException {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--db", original.file().toString()));
    options.addAll(List.of("--threads", Integer.toString(settings.threads())));
    options.addAll(List.of("--live", "none", "--keep-dump", jvmDumps.toString()));
    options.addAll(List.of("--driver-class", settings.driver().className()));
    return JvmLauncher.small(
        Drivers.classPath(settings.driver(), settings.folder()), options, folder);
  }

  /** The kinds of snapshots that it says it takes. */
  List<String> snapshots() {
    return testee instanceof ProgramTestee program ? program.snapshots() : ALL_SNAPSHOTS;
  }

  /** What it says it does with them. */
  List<String> activities() {
    return testee instanceof ProgramTestee program ? program.activities() : ALL_ACTIVITIES;
  }

  /** The kind of snapshot that most testees take; where this one does not, its first. */
  String usualSnapshot() throws TesteeException {
    if (snapshots().isEmpty()) {
      throw new TesteeException("READY has no kind of snapshot");
    }
    return snapshots().contains("memory") ? "memory" : snapshots().get(0);
  }

  /** Runs a cycle and leaves its dump. */
  CycleReport cycle(String snapshot, String activity) throws IOException, InterruptedException {
    return testee instanceof ProgramTestee program
        ? program.cycleKeepingDump(snapshot, activity)
        : testee.cycle(snapshot, activity);
  }

  /** Where the dump of a cycle is. */
  Path dump(CycleReport report) {
    return launcher instanceof ProgramLauncher program
        ? program.dump()
        : jvmDumps.resolve("dump-" + report.cycle() + ".sql");
  }

  /**
   * What a dump restores, compared with the original.
   *
   * @throws BrokenContractException if there is no dump, or it restores nothing
   */
  Restored restored(Path dump) throws IOException {
    require("a dump", Files.exists(dump), "no file");
    require(
        "a database of which a dump can be tried here, of at most %,d bytes"
            .formatted(LARGEST_BYTES),
        Files.size(dump) <= LARGEST_BYTES,
        "%,d bytes".formatted(Files.size(dump)));
    try {
      return driver.restored(dump, original.file());
    } catch (SQLException e) {
      throw new BrokenContractException("SQL text", String.valueOf(e.getMessage()));
    }
  }

  /**
   * The lines that it reads and prints.
   *
   * @throws IllegalStateException if it is the JVM testee
   */
  LineProtocolClient lines() {
    if (testee instanceof ProgramTestee program) {
      return program.conversation();
    }
    throw new IllegalStateException("the JVM testee reads and prints no lines");
  }

  /** Fails if it printed what nobody asked for. */
  void requireSilence() throws BrokenContractException {
    String line = testee instanceof ProgramTestee ? lines().unasked() : null;
    if (line != null) {
      throw new BrokenContractException("nothing more on stdout", line);
    }
  }

  @Override
  public void close() throws IOException {
    testee.close();
  }
}
