package snapbench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import snapbench.driver.Driver;
import snapbench.driver.DriverException;
import snapbench.driver.ResolvedDrivers;
import snapbench.host.Environment;
import snapbench.host.RunSize;
import snapbench.results.InvalidInputException;
import snapbench.results.JsonFiles;
import snapbench.results.RunFolder;
import snapbench.run.Interruption;
import snapbench.run.JmhLock;
import snapbench.run.ParameterChecks;
import snapbench.speed.Comparison;
import snapbench.speed.Samples;
import snapbench.speed.SpeedMeasurement;
import snapbench.speed.SpeedOptions;

/** {@code speed}: the project's own speed beside sqlite3, memcpy, ps and lsof. */
@Command(
    name = "speed",
    description =
        "compares fill, dump, snapshots and readings with sqlite3, memcpy, ps and lsof, in turns;"
            + " needs the packages sqlite3, procps and lsof",
    mixinStandardHelpOptions = true)
public final class SpeedCommand implements Callable<Integer> {
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
      names = "--driver",
      description = "the driver, as in -p driver= (default: ${DEFAULT-VALUE})")
  private String driver = "bundled";

  @Option(
      names = "--results",
      description = "where the run's folder goes (default: ${DEFAULT-VALUE})")
  private Path results = Path.of("results");

  /** With where to print results and progress. */
  public SpeedCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws Exception {
    check();
    Map<String, Driver> drivers = resolve();
    try (JmhLock lock = JmhLock.acquire()) {
      RunFolder.sweep(results);
      RunFolder folder = RunFolder.create(results, Instant.now(), lock.file());
      try (Interruption interruption = Interruption.listen()) {
        interruption.cleanUpWith(() -> abandon(folder));
        ResolvedDrivers.write(drivers, folder.temporary());
        measure(folder);
        return interruption.isRequested() ? Interruption.EXIT_CODE : Main.OK;
      }
    }
  }

  private Map<String, Driver> resolve() throws IOException, DriverException {
    return new DriverLookup(err).resolve(List.of(driver));
  }

  private void check() throws InvalidInputException {
    if (fills < 1 || rounds < 1) {
      throw new InvalidInputException("--fills and --rounds must be at least 1");
    }
    for (Map.Entry<String, String> value :
        Map.of("scale", Double.toString(scale), "driver", driver).entrySet()) {
      ParameterChecks.standard().check(value.getKey(), value.getValue());
    }
  }

  private void abandon(RunFolder folder) {
    try {
      RunFolder.abandon(folder.path());
    } catch (IOException e) {
      err.println("snapbench: cannot clean up " + folder.path() + ": " + e);
    }
  }

  private void measure(RunFolder folder) throws IOException, InterruptedException {
    boolean ok = false;
    try {
      SpeedMeasurement.Outcome outcome =
          SpeedMeasurement.run(
              new SpeedOptions(scale, fills, rounds, driver, folder.temporary()),
              line -> err.println("speed: " + line));
      JsonFiles.write(
          folder.file("environment.json"), Environment.read(RunSize.unknown(folder.path())));
      JsonFiles.write(folder.file("speed.json"), outcome);
      print(outcome);
      ok = true;
    } finally {
      out.println("Results are in " + folder.finish(ok));
    }
  }

  private void print(SpeedMeasurement.Outcome outcome) {
    outcome.notes().forEach(out::println);
    out.println();
    out.printf(
        "%-34s %-4s %30s   %-26s %30s %7s  %s%n",
        "what",
        "unit",
        "median (min to max, n)",
        "beside",
        "median (min to max, n)",
        "ratio",
        "target");
    outcome.comparisons().forEach(this::print);
  }

  private void print(Comparison comparison) {
    out.printf(
        Locale.ROOT,
        "%-34s %-4s %30s   %-26s %30s %7.3f  %s%n",
        comparison.name(),
        comparison.unit(),
        text(comparison.ours()),
        comparison.referenceName(),
        text(comparison.reference()),
        comparison.ratio(),
        comparison.target());
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
