package snapbench.self.calibration;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import snapbench.driver.DriverException;
import snapbench.report.Report;
import snapbench.report.render.ConsoleRenderer;
import snapbench.report.render.MarkdownRenderer;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.JsonFiles;
import snapbench.results.folder.Run;
import snapbench.run.loop.Interruption;
import snapbench.run.loop.MeasuredRun;
import snapbench.run.plan.ParameterChecks;
import snapbench.run.plan.RunFailedException;
import snapbench.run.plan.RunOptions;

/** {@code calibrate}: how often the judge finds a planted leak here, and how often it errs. */
@Command(
    name = "calibrate",
    description =
        "plants leaks of several sizes, and none, and counts how many are found on this machine",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Each fork is judged by itself, blind. It is a run like any other, in a folder of its own"
          + " under --results, with calibration.md in it besides.",
      "Leaks of descriptors and threads, one in ten cycles:",
      "  calibrate --leaks fd:10,thread:10 --cycles 60 --scale 0.01",
      "Exit codes: 0 all measured, 1 something failed while measuring, 2 the command line is wrong,"
          + " 130 interrupted."
    })
public final class CalibrateCommand implements Callable<Integer> {
  private static final String MARKDOWN = "calibration.md";

  private final ParameterChecks checks;
  private final Measurement measurement;
  private final BooleanSupplier coloured;
  private final PrintStream out;

  /** Measures what a command line of JMH's selects. */
  @FunctionalInterface
  public interface Measurement {
    /** Leaves a run's folder; says how far it is, and prints nothing else. */
    MeasuredRun of(List<String> commandLine)
        throws IOException, InvalidInputException, DriverException, RunFailedException;
  }

  @Option(
      names = "--quick",
      description =
          "about 3 minutes instead of 30: 5 forks of 26 cycles, without a leak and with native:2%%")
  private boolean quick;

  @Option(
      names = "--kinds",
      paramLabel = "KIND",
      split = ",",
      description =
          "what to measure: kinds of snapshots, and dumpLive for cycles without one (default:"
              + " memory,file,dumpLive)")
  private List<String> kinds = List.of("memory", "file", CalibrationCells.DUMP_LIVE);

  @Option(
      names = "--leaks",
      paramLabel = "LEAK",
      split = ",",
      description =
          "what to plant, besides nothing, as in -p leak= (default: native:0.75%%,native:1%%,"
              + "native:2%%)")
  private @Nullable List<String> leaks;

  @Option(
      names = "--scale",
      description = "size of the generated database (default: ${DEFAULT-VALUE})")
  private String scale = "0.1";

  @Option(
      names = "--threads",
      description = "worker threads of the testee (default: ${DEFAULT-VALUE})")
  private String threads = "4";

  @Option(names = "--cycles", description = "cycles of each fork (default: 30)")
  private @Nullable Integer cycles;

  @Option(names = "--forks", description = "forks of each kind and leak (default: 20)")
  private @Nullable Integer forks;

  @Option(
      names = RunOptions.RESULTS,
      paramLabel = "DIR",
      description = "where the run's folder goes (default: ${DEFAULT-VALUE})")
  private String results = "results";

  @Option(
      names = "--from",
      paramLabel = "RUN",
      description = "measure nothing; judge the forks of an earlier calibration's folder again")
  private @Nullable Path earlier;

  /**
   * With what measures.
   *
   * @param checks what is valid for each parameter
   * @param coloured whether {@code out} shows colours
   * @param out for the tables
   */
  public CalibrateCommand(
      ParameterChecks checks, Measurement measurement, BooleanSupplier coloured, PrintStream out) {
    this.checks = checks;
    this.measurement = measurement;
    this.coloured = coloured;
    this.out = out;
  }

  @Override
  public Integer call()
      throws IOException, InvalidInputException, DriverException, RunFailedException {
    if (earlier != null) {
      print(report(earlier));
      return 0;
    }
    CalibrationPlan plan =
        new CalibrationPlan(
            kinds,
            leaks != null ? leaks : CalibrationPlan.leaks(quick),
            scale,
            threads,
            cycles != null ? cycles : CalibrationPlan.cycles(quick),
            forks != null ? forks : CalibrationPlan.forks(quick));
    plan.check(checks);
    return measure(plan);
  }

  private int measure(CalibrationPlan plan)
      throws IOException, InvalidInputException, DriverException, RunFailedException {
    MeasuredRun measured = measurement.of(plan.commandLine(results));
    if (measured.exitCode() != Interruption.EXIT_CODE) {
      Report report = report(measured.folder());
      JsonFiles.writeBytes(
          measured.folder().resolve(MARKDOWN),
          MarkdownRenderer.render(report).getBytes(StandardCharsets.UTF_8));
      print(report);
      out.println();
      out.println("Results are in " + measured.folder());
      out.flush();
    }
    return measured.exitCode();
  }

  private void print(Report report) {
    out.print(ConsoleRenderer.render(report, coloured.getAsBoolean()));
    out.flush();
  }

  private static Report report(Path folder) throws InvalidInputException {
    CalibrationCells cells = new CalibrationCells(Run.read(folder));
    return CalibrationReport.of(
        "Calibration " + folder.getFileName(), cells.judge(), cells.unmeasured());
  }
}
