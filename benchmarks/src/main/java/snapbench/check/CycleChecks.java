package snapbench.check;

import static snapbench.check.BrokenContractException.require;
import static snapbench.check.BrokenContractException.requireEqual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import snapbench.model.Reading;
import snapbench.process.UnsupportedCycleException;
import snapbench.profile.OshiProbe;
import snapbench.profile.SteadyProbe;
import snapbench.testee.api.Activity;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Protocol;

/** Whether cycles do what they say. That their answers fit is found out with each of them. */
record CycleChecks(CheckedTestee checked) {
  private static final String DUMP = Activity.DUMP.label();
  private static final String NO_ACTIVITY = Activity.NONE.label();

  static List<Check> all() {
    return List.of(
        check("a snapshot is dumped", ContractRule.CYCLE, CycleChecks::dumpsASnapshot),
        check("the dump restores the database", ContractRule.DUMP, CycleChecks::restores),
        check("each cycle writes its dump", ContractRule.DUMP, CycleChecks::dumpsEachTime),
        check("workers take turns", ContractRule.THREADS, CycleChecks::takesTurns),
        check("all kinds of snapshots work", ContractRule.SNAPSHOTS, CycleChecks::takesAllKinds),
        check("the live database is dumped", ContractRule.LIVE, CycleChecks::dumpsLive),
        check(
            "what it cannot do is unsupported",
            ContractRule.UNSUPPORTED,
            CycleChecks::refusesTheRest),
        check("memory, collect, trim", ContractRule.MEMORY, CycleChecks::tellsItsMemory),
        check("nothing is kept open", ContractRule.NOTHING_KEPT, CycleChecks::keepsNothingOpen));
  }

  private static Check check(String name, ContractRule clause, Check.Body<CycleChecks> body) {
    return Check.ofAll(name, clause, CycleChecks::new, body);
  }

  private void dumpsASnapshot() throws IOException, InterruptedException {
    CycleReport report = checked.cycle(checked.usualSnapshot(), DUMP);
    long bytes = checked.original().databaseBytes();
    requireEqual("databaseBytes", bytes, report.databaseBytes());
    require(
        "pages that divide databaseBytes",
        report.pages() > 0 && bytes % report.pages() == 0,
        report.pages());
    long rows = checked.original().rows().values().stream().mapToLong(Long::longValue).sum();
    requireEqual("rows", rows, report.rows());
    require("a dump that is not empty", report.dumpBytes() > 0, 0);
    double bytesPerNano = (double) bytes / report.snapshotNanos();
    // what no machine's memory does; a copy on write is no copy
    require(
        "a snapshot that takes time",
        bytesPerNano < 1_000,
        String.format(Locale.ROOT, "%,.0f GB/s", bytesPerNano));
  }

  private void restores() throws IOException, InterruptedException {
    requireOriginal(checked.cycle(checked.usualSnapshot(), DUMP));
  }

  private void requireOriginal(CycleReport report) throws IOException {
    Restored restored = checked.restored(checked.dump(report));
    requireEqual("rows by table", checked.original().rows(), restored.rows());
    require("the same database", restored.differences().isEmpty(), first(restored.differences()));
  }

  private static String first(List<String> differences) {
    return differences.stream().findFirst().orElse("none")
        + (differences.size() > 1 ? " (and " + (differences.size() - 1) + " more)" : "");
  }

  private void dumpsEachTime() throws IOException, InterruptedException {
    CycleReport first = checked.cycle(checked.usualSnapshot(), DUMP);
    Path dump = checked.dump(first);
    byte[] before = Files.readAllBytes(dump);
    Files.delete(dump);
    CycleReport second = checked.cycle(checked.usualSnapshot(), DUMP);
    requireEqual("cycle", first.cycle() + 1, second.cycle());
    requireEqual("a dump of as many bytes", (long) before.length, Files.size(checked.dump(second)));
  }

  private void takesTurns() throws IOException, InterruptedException {
    double threads = read().threads();
    require("at least " + checked.threads() + " threads", !(threads < checked.threads()), threads);
    for (int i = 0; i < 2 * checked.threads() + 1; i++) {
      CycleReport report = checked.cycle(checked.usualSnapshot(), NO_ACTIVITY);
      requireEqual("cycle", i + 1L, report.cycle());
      if (checked.threads() > 0) {
        requireEqual("worker", i % checked.threads(), report.worker());
      }
    }
  }

  private void takesAllKinds() throws IOException, InterruptedException {
    for (String snapshot : checked.snapshots()) {
      boolean known = CheckedTestee.ALL_SNAPSHOTS.contains(snapshot);
      require("snapshots out of " + CheckedTestee.ALL_SNAPSHOTS, known, snapshot);
      checked.cycle(snapshot, NO_ACTIVITY);
    }
    for (String activity : checked.activities()) {
      boolean known = CheckedTestee.ALL_ACTIVITIES.contains(activity);
      require("activities out of dump, queries", known, activity);
      checked.cycle(checked.usualSnapshot(), activity);
    }
  }

  private void dumpsLive() throws IOException, InterruptedException {
    CycleReport report = checked.cycle(Protocol.NO_SNAPSHOT, DUMP);
    requireEqual("snapshotNanos", 0L, report.snapshotNanos());
    requireOriginal(report);
    CycleReport only = checked.cycle(checked.usualSnapshot(), NO_ACTIVITY);
    requireEqual("dumpBytes", 0L, only.dumpBytes());
  }

  private void refusesTheRest() throws IOException, InterruptedException {
    for (String snapshot : CheckedTestee.ALL_SNAPSHOTS) {
      if (!checked.snapshots().contains(snapshot)) {
        refuses(snapshot, NO_ACTIVITY);
      }
    }
    for (String activity : CheckedTestee.ALL_ACTIVITIES) {
      if (!checked.activities().contains(activity)) {
        refuses(checked.usualSnapshot(), activity);
      }
    }
    checked.cycle(checked.usualSnapshot(), NO_ACTIVITY);
  }

  private void refuses(String snapshot, String activity) throws IOException, InterruptedException {
    try {
      CycleReport report = checked.cycle(snapshot, activity);
      throw new BrokenContractException(
          snapshot + " with " + activity + " to be unsupported, as READY says", report);
    } catch (UnsupportedCycleException expected) {
      require("a reason", !String.valueOf(expected.getMessage()).isBlank(), "none");
    }
  }

  private void tellsItsMemory() throws IOException, InterruptedException {
    checked.testee().memory();
    checked.testee().collect();
    checked.testee().trim();
    checked.testee().memory();
    checked.cycle(checked.usualSnapshot(), NO_ACTIVITY);
  }

  /** A leak grows with each round; a runtime may start a thread now and then. */
  private void keepsNothingOpen() throws IOException, InterruptedException {
    int round = Math.max(2, checked.threads());
    Reading first = afterCycles(round);
    Reading second = afterCycles(round);
    Reading third = afterCycles(round);
    requireNoGrowth("open descriptors", first.fds(), second.fds(), third.fds());
    requireNoGrowth("threads", first.threads(), second.threads(), third.threads());
  }

  private static void requireNoGrowth(String what, double first, double second, double third)
      throws BrokenContractException {
    require(
        "as many %s after each round of cycles".formatted(what),
        !(first < second && second < third),
        "%.0f, then %.0f, then %.0f".formatted(first, second, third));
  }

  private Reading afterCycles(int cycles) throws IOException, InterruptedException {
    for (int i = 0; i < cycles; i++) {
      for (String snapshot : checked.snapshots()) {
        checked.cycle(snapshot, NO_ACTIVITY);
      }
      checked.cycle(checked.usualSnapshot(), DUMP);
    }
    checked.testee().collect();
    return read();
  }

  private Reading read() {
    return new SteadyProbe(new OshiProbe(checked.testee().pid())).read();
  }
}
