package snapbench.cli.measure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import snapbench.cli.preset.ChosenPreset;
import snapbench.cli.preset.Preset;
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
   * @param words the command line
   * @param preset that it names, and what stands beside it
   * @param options those of the run
   * @param comparison what is compared and gated at the end
   * @param help whether only help is asked for
   * @param version whether only the version is asked for
   */
  record Parsed(
      List<String> words,
      ChosenPreset preset,
      RunOptions options,
      RunComparison comparison,
      boolean help,
      boolean version) {}

  /**
   * Reads a command line over a preset's: the one that it names, or where it names no benchmark
   * either, the default.
   *
   * @throws InvalidInputException naming the option and what is valid
   */
  static Parsed parse(List<String> words, Profilers profilers) throws InvalidInputException {
    ChosenPreset preset = ChosenPreset.of(words);
    Parsed parsed = parse(words, preset, profilers);
    return preset.settings().isEmpty() && parsed.options.jmh().getIncludes().isEmpty()
        ? parse(words, ChosenPreset.ofNone(words), profilers)
        : parsed;
  }

  private static Parsed parse(List<String> words, ChosenPreset preset, Profilers profilers)
      throws InvalidInputException {
    MeasureOptions options = new MeasureOptions();
    ParseResult below = OwnOptions.parse(options, preset.settings());
    ParseResult given = OwnOptions.parse(options, preset.rest());
    options.comparison.requireReference(given);
    try {
      return new Parsed(
          words,
          preset,
          RunOptions.of(options.own, given.unmatched(), below.unmatched(), profilers),
          options.comparison.asked(),
          options.help,
          options.version);
    } catch (InvalidInputException e) {
      throw withNearest(e, given.unmatched());
    }
  }

  /** JMH's parser knows neither our options nor presets, nor how they are written. */
  private static InvalidInputException withNearest(InvalidInputException e, List<String> words) {
    Set<String> known =
        new TreeSet<>(new CommandLine(new MeasureOptions()).getCommandSpec().optionsMap().keySet());
    List.of(Preset.values()).forEach(preset -> known.add("--" + preset.word()));
    for (String word : words) {
      if (word.startsWith("--")) {
        String end =
            known.contains(word) ? " here; it comes first" : NearestNames.named(word, known);
        return new InvalidInputException(
            word + " is neither an option nor a preset" + end + "; -h lists them", e);
      }
    }
    return e;
  }
}
