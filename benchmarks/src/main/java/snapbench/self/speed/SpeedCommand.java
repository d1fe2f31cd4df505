package snapbench.self.speed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import snapbench.driver.Driver;
import snapbench.driver.DriverResolver;
import snapbench.driver.Drivers;
import snapbench.driver.ResolvedDrivers;
import snapbench.host.doctor.Environment;
import snapbench.host.doctor.RunSize;
import snapbench.model.Parameter;
import snapbench.report.model.Columns;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.render.ConsoleTable;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.JsonFiles;
import snapbench.results.folder.RunFolder;
import snapbench.run.loop.Interruption;
import snapbench.run.loop.JmhLock;
import snapbench.run.loop.RunFolders;
import snapbench.run.plan.ParameterChecks;

/** {@code speed}: the project's own speed beside sqlite3, memcpy, ps and lsof, or beside C. */
@Command(
    name = "speed",
    description = {
      "compares fill, dump, snapshots and readings with sqlite3, memcpy, ps and lsof, in turns;"
          + " needs the packages sqlite3, procps and lsof;",
      "with --controls, cycles of the JVM testee with those of the control in C; needs the"
          + " packages gcc, libc6-dev and libsqlite3-dev"
    },
    mixinStandardHelpOptions = true)
public final class SpeedCommand implements Callable<Integer> {
  private static final Column SAMPLES = Column.number("median (min to max, n)").atLeast(30);

  private static final String CONTROLS_ANNOUNCEMENT =
      "Speed: the JVM's cycles beside those in C, scale 1.0; about 2 minutes, 8 GiB of memory.";

  private final String announcement;
  private final PrintStream out;
  private final PrintStream err;

  @Option(
      names = "--scale",
      description = "size of the generated database (default: ${DEFAULT-VALUE})")
  private double scale = 1.0;

  @Option(
      names = "--fills",
      description = "how often to fill and to restore (default: ${DEFAULT-VALUE})")
  private int fills = 3;

  @Option(
      names = "--rounds",
      description = "how often to dump and to take snapshots (default: ${DEFAULT-VALUE})")
  private int rounds = 5;

  @Option(
      names = "--controls",
      description = "compare the JVM testee with the control in C, from one database file")
  private boolean controls;

  @Option(
      names = "--driver",
      split = ",",
      description =
          "the driver, as in -p driver= (default: bundled); with --controls it may be several"
              + " (default: 3.40.1.0,bundled, of which the first has the SQLite of Debian 12)")
  private List<String> drivers = List.of();

  @Option(
      names = "--results",
      description = "where the run's folder goes (default: ${DEFAULT-VALUE})")
  private Path results = Path.of("results");

  /**
   * With where to print results and progress.
   *
   * @param announcement says what runs, and for how long, where it is not about the controls
   */
  public SpeedCommand(String announcement, PrintStream out, PrintStream err) {
    this.announcement = announcement;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws Exception {
    if (drivers.isEmpty()) {
      drivers = controls ? List.of("3.40.1.0", Drivers.BUNDLED) : List.of(Drivers.BUNDLED);
    }
    check();
    if (!controls) {
      SpeedMeasurement.requireTools();
    }
    Map<String, Driver> resolved = DriverResolver.resolveAll(drivers, this::say);
    out.println(controls ? CONTROLS_ANNOUNCEMENT : announcement);
    try (JmhLock lock = JmhLock.acquire()) {
      RunFolder folder = RunFolders.create(results, lock, this::say);
      try (Interruption interruption = Interruption.listen()) {
        interruption.cleanUpWith(() -> abandon(folder));
        ResolvedDrivers.write(resolved, folder.temporary());
        measure(folder);
        return interruption.isRequested() ? Interruption.EXIT_CODE : 0;
      }
    }
  }

  private void check() throws InvalidInputException {
    check("--fills", fills);
    check("--rounds", rounds);
    ParameterChecks.checkResults(results);
    if (drivers.stream().distinct().count() < drivers.size()) {
      throw new InvalidInputException(
          "--driver %s has one of them twice".formatted(String.join(",", drivers)));
    }
    if (!controls && drivers.size() > 1) {
      throw new InvalidInputException(
          "--driver %s names several; give one, or add --controls"
              .formatted(String.join(",", drivers)));
    }
    ParameterChecks checks = ParameterChecks.standard();
    checks.check(Parameter.SCALE, Double.toString(scale), "--scale " + scale);
    for (String driver : drivers) {
      checks.check(Parameter.DRIVER, driver, "--driver " + driver);
    }
  }

  private static void check(String option, int times) throws InvalidInputException {
    if (times < 1) {
      throw new InvalidInputException(
          option + " " + times + " is not possible; choose a whole number from 1");
    }
  }

  private void abandon(RunFolder folder) {
    try {
      RunFolder.abandon(folder.path());
    } catch (IOException e) {
      say("cannot clean up " + folder.path() + ": " + e);
    }
  }

  private void say(String line) {
    err.println("snapbench: " + line);
  }

  private void measure(RunFolder folder)
      throws IOException, InterruptedException, InvalidInputException {
    boolean ok = false;
    try {
      SpeedOptions options =
          new SpeedOptions(scale, fills, rounds, drivers.get(0), folder.temporary());
      Consumer<String> progress = line -> err.println("speed: " + line);
      SpeedOutcome outcome =
          controls
              ? ControlSpeed.run(options, drivers, progress)
              : SpeedMeasurement.run(options, progress);
      JsonFiles.write(
          folder.file("environment.json"), Environment.read(RunSize.unknown(folder.path())));
      JsonFiles.write(folder.file("speed.json"), outcome);
      print(outcome);
      ok = true;
    } finally {
      out.println("Results are in " + folder.finish(ok));
    }
  }

  private void print(SpeedOutcome outcome) {
    outcome.notes().forEach(out::println);
    out.println();
    Table table =
        new Columns<SpeedRatio>()
            .text("what", SpeedRatio::name)
            .text("unit", SpeedRatio::unit)
            .add(SAMPLES, comparison -> text(comparison.ours()))
            .text("beside", SpeedRatio::referenceName)
            .add(SAMPLES, comparison -> text(comparison.reference()))
            .number("ratio", comparison -> String.format(Locale.ROOT, "%.3f", comparison.ratio()))
            .text("target", SpeedRatio::target)
            .of(outcome.comparisons());
    ConsoleTable.lines(table).forEach(out::println);
  }

  private static String text(Samples samples) {
    return String.format(
        Locale.ROOT,
        "%s (%s to %s, %d)",
        number(samples.median()),
        number(samples.min()),
        number(samples.max()),
        samples.count());
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? "unknown"
        : String.format(Locale.ROOT, value < 100 ? "%.3f" : "%,.0f", value);
  }
}
