package snapbench.self.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import snapbench.process.UnsupportedCycleException;
import snapbench.profile.LiveProbes;
import snapbench.profile.ProcessProfilerOptions;
import snapbench.testee.api.Activity;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Protocol;
import snapbench.testee.api.SnapshotKind;

/**
 * Measures the project's own speed beside references that anyone has.
 *
 * <pre>java -jar benchmarks.jar speed --scale 1.0</pre>
 */
public final class SpeedMeasurement {
  private static final long HEAP_MIB = 256;
  private static final int READINGS = 200;

  /** More than the default parameters come to on a fast machine. */
  private static final double CYCLES_PER_SECOND = 10;

  private static final String NO_PROBES = LiveProbes.NONE.label();
  private static final String ALL_PROBES = LiveProbes.ALL.label();

  /** The effect looked for is small, so more of these are needed. */
  private static final int PROBED_CYCLES_PER_ROUND = 4;

  private static final int PERIOD_MILLIS = ProcessProfilerOptions.DEFAULTS.periodMillis();

  private final SpeedOptions options;
  private final Consumer<String> progress;
  private final List<SpeedRatio> comparisons = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private SpeedMeasurement(SpeedOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Asks for what is needed beside the JVM, before anything is made.
   *
   * @throws MissingToolException if the {@code sqlite3} command is not installed
   */
  public static void requireTools() throws IOException, InterruptedException {
    Sqlite3Shell.version();
  }

  /**
   * Measures everything, which takes some minutes at scale 1.0.
   *
   * @param progress sees a line whenever something new begins
   * @throws IOException if a tool is missing or something fails
   */
  public static SpeedOutcome run(SpeedOptions options, Consumer<String> progress)
      throws IOException, InterruptedException {
    SpeedMeasurement measurement = new SpeedMeasurement(options, progress);
    measurement.notes.add("reference: sqlite3 " + Sqlite3Shell.version());
    Path dump = options.folder().resolve("dump.sql");
    measurement.compareFill(dump);
    measurement.compareDumps(dump);
    measurement.compareSnapshots();
    measurement.compareProbes();
    measurement.compareReadings();
    return new SpeedOutcome(measurement.comparisons, measurement.notes);
  }

  private void compareFill(Path dump) throws IOException, InterruptedException {
    Samples fill = new Samples();
    Samples restore = new Samples();
    for (int i = 1; i <= options.fills(); i++) {
      progress.accept("fill, %d of %d".formatted(i, options.fills()));
      try (SpeedTestee testee = SpeedTestee.start(options, HEAP_MIB, NO_PROBES)) {
        fill.add(testee.ready().fillMillis() / 1e3);
        if (i == 1) {
          testee.dumpTo(dump);
          notes.add(
              "database: %,d bytes, %,d rows; testee: %s, SQLite %s"
                  .formatted(
                      testee.ready().databaseBytes(),
                      testee.ready().rows().values().stream().mapToLong(Long::longValue).sum(),
                      testee.ready().jdk(),
                      testee.ready().sqliteVersion()));
        }
      }
      progress.accept("sqlite3 :memory: < dump.sql, %d of %d".formatted(i, options.fills()));
      restore.add(Sqlite3Shell.restoreSeconds(":memory:", dump));
    }
    comparisons.add(
        new SpeedRatio(
            "fill", "s", fill, "sqlite3 :memory: < dump.sql", restore, "at most 0.33, aim 0.20"));
  }

  private void compareDumps(Path dump) throws IOException, InterruptedException {
    progress.accept("sqlite3 FILE < dump.sql, to have the same rows in a file");
    Path file = options.folder().resolve("reference.db");
    Sqlite3Shell.restoreSeconds(file.toString(), dump);
    Path copy = options.folder().resolve("reference.sql");
    Map<String, Samples> ours = new LinkedHashMap<>();
    Samples shell = new Samples();
    try (SpeedTestee testee = SpeedTestee.start(options, HEAP_MIB, NO_PROBES)) {
      List<String> sources = List.of("memory", "file", "memdb", Protocol.NO_SNAPSHOT);
      long bytes = 0;
      for (int i = 0; i <= options.rounds(); i++) {
        progress.accept(
            i == 0 ? "dumps, warm-up" : "dumps, %d of %d".formatted(i, options.rounds()));
        for (String source : sources) {
          double seconds;
          try {
            CycleReport report = testee.cycle(source, "dump");
            bytes = report.dumpBytes();
            seconds = CycleFigures.seconds(report.activityNanos());
          } catch (UnsupportedCycleException e) {
            seconds = Double.NaN;
          }
          if (i > 0) {
            ours.computeIfAbsent(source, name -> new Samples()).add(seconds);
          }
        }
        double seconds = Sqlite3Shell.dumpSeconds(file, copy);
        if (i > 0) {
          shell.add(seconds);
        }
      }
      notes.add("dump: %,d bytes of ours, %,d of sqlite3's".formatted(bytes, Files.size(copy)));
    }
    ours.forEach((source, samples) -> comparisons.add(dumpComparison(source, samples, shell)));
    Files.delete(file);
    Files.delete(copy);
  }

  private static SpeedRatio dumpComparison(String source, Samples samples, Samples shell) {
    String name =
        source.equals(Protocol.NO_SNAPSHOT)
            ? "dump of the live database"
            : "dump of a " + source + " snapshot";
    return new SpeedRatio(
        name,
        "s",
        samples,
        "sqlite3 FILE .dump > file",
        shell,
        source.equals("memory") ? "at most 1.00, aim 0.50" : "");
  }

  private void compareSnapshots() throws IOException, InterruptedException {
    Map<SnapshotKind, Samples> rates = new LinkedHashMap<>();
    Samples copies = new Samples();
    long heapMiB = HEAP_MIB + 2 * (long) Math.ceil(600 * options.scale());
    MemoryCopy copy = new MemoryCopy();
    try (SpeedTestee testee = SpeedTestee.start(options, heapMiB, NO_PROBES)) {
      for (int i = 0; i <= options.rounds(); i++) {
        progress.accept(
            i == 0 ? "snapshots, warm-up" : "snapshots, %d of %d".formatted(i, options.rounds()));
        for (SnapshotKind kind : SnapshotKind.values()) {
          double rate = snapshotRate(testee, kind);
          if (i > 0) {
            rates.computeIfAbsent(kind, key -> new Samples()).add(rate);
          }
        }
        double rate = copy.megabytesPerSecond(testee.ready().databaseBytes());
        if (i > 0) {
          copies.add(rate);
        }
      }
    }
    rates.forEach(
        (kind, samples) ->
            comparisons.add(
                new SpeedRatio(kind.label() + " snapshot", "MB/s", samples, "memcpy", copies, "")));
  }

  private double snapshotRate(SpeedTestee testee, SnapshotKind kind)
      throws IOException, InterruptedException {
    try {
      return CycleFigures.snapshotRate(testee.cycle(kind.label(), Activity.NONE.label()));
    } catch (UnsupportedCycleException e) {
      return Double.NaN;
    }
  }

  /** Whole cycles with probes of the live database beside cycles without, in turns. */
  private void compareProbes() throws IOException, InterruptedException {
    Samples with = new Samples();
    Samples without = new Samples();
    try (SpeedTestee probed = SpeedTestee.start(options, HEAP_MIB, ALL_PROBES);
        SpeedTestee plain = SpeedTestee.start(options, HEAP_MIB, NO_PROBES)) {
      int cycles = options.rounds() * PROBED_CYCLES_PER_ROUND;
      for (int i = 0; i <= cycles; i++) {
        progress.accept(
            i == 0 ? "live probes, warm-up" : "live probes, %d of %d".formatted(i, cycles));
        double probedSeconds = cycleSeconds(probed);
        double plainSeconds = cycleSeconds(plain);
        if (i > 0) {
          with.add(probedSeconds);
          without.add(plainSeconds);
        }
      }
    }
    comparisons.add(
        new SpeedRatio("cycle with live probes", "s", with, "without", without, "at most 1.01"));
  }

  private static double cycleSeconds(SpeedTestee testee) throws IOException, InterruptedException {
    CycleReport report = testee.cycle(SnapshotKind.MEMORY.label(), Activity.DUMP.label());
    return CycleFigures.seconds(
        report.snapshotNanos() + report.activityNanos() + report.closeNanos());
  }

  private void compareReadings() throws IOException {
    progress.accept("readings");
    ReadingCost cost = ReadingCost.ofIdleProcess(READINGS);
    addReading("a reading, in a row", cost.probe(), cost);
    addReading("a reading, after other work", cost.probeFirst(), cost);
    cost.summary(CYCLES_PER_SECOND, PERIOD_MILLIS).lines().forEach(notes::add);
  }

  private void addReading(String name, TimeQuantiles time, ReadingCost cost) {
    Samples ours = new Samples();
    ours.add(time.medianMillis());
    Samples tools = new Samples();
    tools.add(cost.tools().medianMillis());
    comparisons.add(new SpeedRatio(name, "ms", ours, "ps + lsof", tools, "at most 0.2 ms"));
  }
}
