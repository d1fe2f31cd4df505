package snapbench.cli.measure;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import snapbench.cli.report.ComparisonOptions;
import snapbench.cli.report.RunComparison;
import snapbench.results.files.InvalidInputException;
import snapbench.run.plan.OwnOptions;
import snapbench.run.plan.Profilers;
import snapbench.run.plan.RunOptions;

/** All options of a run that are ours, beside JMH's. */
@Command(
    name = "java -jar benchmarks.jar",
    sortOptions = false,
    customSynopsis = {
      "java -jar benchmarks.jar [PRESET] [BENCHMARK...] [OPTION...]",
      "       java -jar benchmarks.jar COMMAND [OPTION...]"
    })
public final class MeasureOptions {
  @Mixin private final OwnOptions own = new OwnOptions();

  @Mixin private final ComparisonOptions comparison = new ComparisonOptions();

  @Option(
      names = {"-h", "--help"},
      description = "this text; help COMMAND for that of a command")
  private boolean help;

  @Option(names = "--version", description = "which snapbench this is")
  private boolean version;

  /**
   * What a command line says.
   *
   * @param options those of the run
   * @param comparison what is compared and gated at the end
   * @param help whether only help is asked for
   * @param version whether only the version is asked for
   */
  record Parsed(RunOptions options, RunComparison comparison, boolean help, boolean version) {}

  /**
   * Reads a command line over a preset's.
   *
   * @throws InvalidInputException naming the option and what is valid
   */
  static Parsed parse(List<String> arguments, List<String> preset, Profilers profilers)
      throws InvalidInputException {
    MeasureOptions options = new MeasureOptions();
    ParseResult below = OwnOptions.parse(options, preset);
    ParseResult given = OwnOptions.parse(options, arguments);
    options.comparison.requireReference(given);
    return new Parsed(
        RunOptions.of(options.own, given.unmatched(), below.unmatched(), profilers),
        RunComparison.of(options.comparison),
        options.help,
        options.version);
  }
}
