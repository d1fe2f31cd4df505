package snapbench.self.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import snapbench.control.Built;
import snapbench.control.BuiltControls;
import snapbench.control.Control;
import snapbench.control.ControlException;
import snapbench.files.FileTrees;
import snapbench.model.Parameter;
import snapbench.process.ProgramLauncher;
import snapbench.process.Testee;
import snapbench.profile.LiveProbes;
import snapbench.results.files.InvalidInputException;
import snapbench.testee.api.Activity;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Ready;
import snapbench.testee.api.SnapshotKind;
import snapbench.workload.DatabaseSource;
import snapbench.workload.SharedDatabases;

/**
 * Measures the JVM testee with some drivers beside the control in C: the same rows from the same
 * file, one worker each, memory snapshots and dumps, a cycle of each in turns.
 *
 * <pre>java -jar benchmarks.jar speed --controls</pre>
 */
public final class ControlSpeed implements AutoCloseable {
  private static final long HEAP_MIB = 256;

  /** In which the JVM compiles what a cycle runs, and malloc gets what a snapshot needs. */
  private static final int WARMUP_ROUNDS = 3;

  private static final String CONTROL = "c";
  private static final String REFERENCE = "C control";

  private final Map<String, Testee> testees = new LinkedHashMap<>();
  private final Map<String, Times> times = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable Ready control;

  /** What is measured of one testee. */
  private record Times(Samples snapshot, Samples dump, Samples cycle) {
    Times() {
      this(new Samples(), new Samples(), new Samples());
    }
  }

  private ControlSpeed() {}

  /**
   * Measures, which takes some minutes at scale 1.0, and 2 GiB of memory for each testee.
   *
   * @param drivers names of the drivers, as in {@code -p driver=}
   * @param progress sees a line whenever something new begins
   * @throws ControlException if the control cannot be built, naming what is missing
   * @throws IOException if something fails
   */
  public static SpeedOutcome run(
      SpeedOptions options, List<String> drivers, Consumer<String> progress)
      throws IOException, InterruptedException, InvalidInputException {
    try (ControlSpeed measurement = new ControlSpeed()) {
      measurement.start(options, drivers, progress);
      measurement.measure(options.rounds(), progress);
      return new SpeedOutcome(measurement.comparisons(), measurement.notes);
    }
  }

  private void start(SpeedOptions options, List<String> drivers, Consumer<String> progress)
      throws IOException, InterruptedException, InvalidInputException {
    Path database = options.folder().toAbsolutePath().resolve("database.db");
    Built built = Control.of(CONTROL).build(BuiltControls.cacheFolder(), progress);
    progress.accept("making the database that all testees load");
    SharedDatabases.export(
        new DatabaseSource(
            Parameter.DB.defaultValue(),
            Parameter.SCHEMA.defaultValue(),
            Double.toString(options.scale())),
        database,
        options.folder(),
        progress);
    progress.accept("starting the control in C");
    add(
        REFERENCE,
        new ProgramLauncher(
                built.command(), database, 1, Map.of(), options.folder().resolve("control"))
            .start(line -> {}));
    for (String driver : drivers) {
      progress.accept("starting the JVM testee with driver=" + driver);
      add(
          "JVM, driver=" + driver,
          SpeedTestee.launch(
              options.folder(),
              driver,
              HEAP_MIB,
              List.of("--db", database.toString(), "--live", LiveProbes.NONE.label()),
              "testee-" + testees.size()));
    }
  }

  private void add(String name, Testee testee) throws IOException, InterruptedException {
    testees.put(name, testee);
    Ready ready = testee.awaitReady();
    if (testees.size() == 1) {
      notes.add(
          "database: %,d bytes, %,d rows, one file for all"
              .formatted(
                  ready.databaseBytes(),
                  ready.rows().values().stream().mapToLong(Long::longValue).sum()));
    }
    notes.add(
        "%s: %s, SQLite %s, %s"
            .formatted(name, ready.jdk(), ready.sqliteVersion(), options(ready)));
    if (testees.size() == 1) {
      control = ready;
    }
  }

  /** All of the control's, and how the others' differ. */
  private String options(Ready ready) {
    List<String> options = ready.compileOptions();
    if (options.isEmpty()) {
      return "compile options unknown";
    }
    if (control == null) {
      return "compiled with " + String.join(" ", options);
    }
    return "compiled with %s; without %s"
        .formatted(
            difference(options, control.compileOptions()),
            difference(control.compileOptions(), options));
  }

  private static String difference(List<String> options, List<String> others) {
    String rest =
        options.stream()
            .filter(option -> !others.contains(option))
            .collect(Collectors.joining(" "));
    return rest.isEmpty() ? "nothing else" : rest;
  }

  private void measure(int rounds, Consumer<String> progress)
      throws IOException, InterruptedException {
    for (int i = 1; i <= WARMUP_ROUNDS + rounds; i++) {
      boolean counts = i > WARMUP_ROUNDS;
      progress.accept(
          counts
              ? "cycles, %d of %d".formatted(i - WARMUP_ROUNDS, rounds)
              : "cycles, warm-up %d of %d".formatted(i, WARMUP_ROUNDS));
      for (Map.Entry<String, Testee> testee : testees.entrySet()) {
        Times to =
            counts ? times.computeIfAbsent(testee.getKey(), name -> new Times()) : new Times();
        cycle(testee.getValue(), to);
      }
    }
  }

  /** The time of a whole cycle is that of the request, as a benchmark of JMH sees it. */
  private static void cycle(Testee testee, Times times) throws IOException, InterruptedException {
    long start = System.nanoTime();
    CycleReport report = testee.cycle(SnapshotKind.MEMORY.label(), Activity.DUMP.label());
    times.cycle().add(CycleFigures.seconds(System.nanoTime() - start));
    times.dump().add(CycleFigures.seconds(report.activityNanos()));
    times.snapshot().add(CycleFigures.snapshotRate(report));
  }

  private List<SpeedRatio> comparisons() {
    List<SpeedRatio> comparisons = new ArrayList<>();
    Times ofControl = times.get(REFERENCE);
    times.forEach(
        (name, of) -> {
          if (ofControl != null && !name.equals(REFERENCE)) {
            comparisons.add(
                new SpeedRatio(
                    name + ": snapshot",
                    "MB/s",
                    of.snapshot(),
                    REFERENCE,
                    ofControl.snapshot(),
                    "at least 0.90"));
            comparisons.add(
                new SpeedRatio(
                    name + ": dump", "s", of.dump(), REFERENCE, ofControl.dump(), "at most 1.00"));
            comparisons.add(
                new SpeedRatio(
                    name + ": whole cycle",
                    "s",
                    of.cycle(),
                    REFERENCE,
                    ofControl.cycle(),
                    "at most 1.00"));
          }
        });
    return comparisons;
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (Testee testee : testees.values()) {
      try {
        testee.close();
      } catch (IOException e) {
        failure = FileTrees.joined(failure, e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
