package snapbench.cli.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.EnvironmentDifferences;
import snapbench.analysis.comparison.Pairing;
import snapbench.analysis.gate.Gate;
import snapbench.analysis.verdict.Thresholds;
import snapbench.cli.terminal.Streams;
import snapbench.cli.terminal.Terminal;
import snapbench.report.Report;
import snapbench.report.render.ConsoleRenderer;
import snapbench.report.render.MarkdownRenderer;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;

/** {@code compare BASE NEW} or {@code compare RUN --reference name=value}. */
@Command(
    name = "compare",
    description =
        "compares two runs (folders, or JMH's JSON files), or the values of a parameter within one",
    mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      index = "0",
      paramLabel = "BASE",
      description = "the run to compare with: its folder, or a JSON file of JMH's")
  private Path base = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NEW",
      description = "the run to judge; without it, --reference chooses within BASE")
  private @Nullable Path candidate;

  @Mixin private ComparisonOptions options = new ComparisonOptions();

  @Option(names = "--markdown", description = "print Markdown instead of plain text")
  private boolean markdown;

  /** With where to print the table and messages. */
  public CompareCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws InvalidInputException {
    RunComparison asked = options.asked();
    String reference = asked.reference();
    Run baseRun = Run.read(base);
    Run candidateRun = candidate == null ? baseRun : Run.read(candidate);
    Pairing pairing = pairing(baseRun, candidateRun, reference);
    List<String> warnings = new ArrayList<>(EnvironmentDifferences.between(baseRun, candidateRun));
    warnings.addAll(EnvironmentDifferences.between(pairing, reference != null));
    Comparison comparison = Comparison.of(pairing, asked.criteria());
    Gate.Measured measured =
        Gate.Measured.of(candidateRun.forks(), Thresholds.STANDARD, comparison);
    GateChecks checks = GateChecks.of(asked.gates(), measured);
    String title =
        reference == null
            ? "Comparison of " + name(candidateRun) + " with " + name(baseRun)
            : "Comparison within " + name(baseRun) + ", reference " + reference;
    Report report = Report.of(title, warnings, comparison);
    String text =
        markdown
            ? MarkdownRenderer.render(report)
            : ConsoleRenderer.render(report, Terminal.showsColours());
    streams.out().print(text);
    streams.out().flush();
    return checks.report(streams);
  }

  private Pairing pairing(Run baseRun, Run candidateRun, @Nullable String reference)
      throws InvalidInputException {
    if (candidate == null && reference == null) {
      throw new InvalidInputException(
          "compare needs a second run, or --reference NAME=VALUE within %s; %s"
              .formatted(base, Pairing.choices(baseRun)));
    }
    if (candidate != null && reference != null) {
      throw new InvalidInputException(
          "--reference %s is for one run; leave out %s, or the option"
              .formatted(reference, candidate));
    }
    return reference == null
        ? Pairing.between(baseRun, candidateRun)
        : Pairing.within(baseRun, reference);
  }

  private static String name(Run run) {
    return String.valueOf(run.path().getFileName());
  }
}
