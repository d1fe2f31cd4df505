package snapbench.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import snapbench.analysis.Comparison;
import snapbench.analysis.Criteria;
import snapbench.analysis.EnvironmentDifferences;
import snapbench.analysis.Gate;
import snapbench.analysis.MeasureComparison;
import snapbench.analysis.Pairing;
import snapbench.analysis.RatioEstimate;
import snapbench.report.ComparisonReport;
import snapbench.report.ConsoleRenderer;
import snapbench.report.MarkdownRenderer;
import snapbench.report.Report;
import snapbench.results.InvalidInputException;
import snapbench.results.Run;

/** {@code compare BASE NEW} or {@code compare RUN --reference name=value}. */
@Command(
    name = "compare",
    description =
        "compares two runs (folders, or JMH's JSON files), or the values of a parameter within one",
    mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

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

  @Option(
      names = "--reference",
      paramLabel = "NAME=VALUE",
      description = "within one run: the parameter's value that all its others are compared with")
  private @Nullable String reference;

  @Option(
      names = "--minimum-effect",
      paramLabel = "SHARE",
      description = "the smallest difference in speed that counts (default: ${DEFAULT-VALUE})")
  private double minimumEffect = Criteria.STANDARD.minimumEffect();

  @Option(
      names = "--minimum-memory-effect",
      paramLabel = "SHARE",
      description = "the smallest difference in memory that counts (default: ${DEFAULT-VALUE})")
  private double minimumMemoryEffect = Criteria.STANDARD.minimumMemoryEffect();

  @Option(
      names = "--alpha",
      paramLabel = "SHARE",
      description = "level of the rank test and of the interval (default: ${DEFAULT-VALUE})")
  private double alpha = Criteria.STANDARD.alpha();

  @Option(
      names = "--fail-on",
      paramLabel = "CONDITIONS",
      description =
          "exit with 3 where the whole interval of a ratio lies beyond a limit, for instance"
              + " 'throughput<0.95,rss>1.10'")
  private @Nullable String failOn;

  @Option(names = "--markdown", description = "print Markdown instead of plain text")
  private boolean markdown;

  /** With where to print the table and messages. */
  public CompareCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws InvalidInputException {
    Criteria criteria = Criteria.parse(minimumEffect, minimumMemoryEffect, alpha);
    List<Gate> gates = failOn == null ? List.of() : Gate.parse(failOn);
    Run baseRun = Run.read(base);
    Run candidateRun = candidate == null ? baseRun : Run.read(candidate);
    Pairing pairing = pairing(baseRun, candidateRun);
    List<String> warnings = new ArrayList<>(EnvironmentDifferences.between(baseRun, candidateRun));
    warnings.addAll(EnvironmentDifferences.between(pairing, reference != null));
    Comparison comparison = Comparison.of(pairing, criteria);
    List<Gate.Check> checks = Gate.check(gates, comparison);
    Report report = ComparisonReport.of(title(baseRun, candidateRun), warnings, comparison);
    out.print(
        markdown
            ? MarkdownRenderer.render(report)
            : ConsoleRenderer.render(report, Terminal.showsColours()));
    out.flush();
    checks.stream()
        .filter(check -> check.state() != Gate.State.KEPT)
        .forEach(check -> err.println("snapbench: " + line(check)));
    boolean crossed = checks.stream().anyMatch(check -> check.state() == Gate.State.CROSSED);
    return crossed ? Main.GATE_CROSSED : Main.OK;
  }

  private Pairing pairing(Run baseRun, Run candidateRun) throws InvalidInputException {
    if (candidate == null && reference == null) {
      throw new InvalidInputException(
          "compare needs a second run, or --reference NAME=VALUE within "
              + base
              + "; "
              + Pairing.choices(baseRun));
    }
    if (candidate != null && reference != null) {
      throw new InvalidInputException(
          "--reference "
              + reference
              + " is for one run; leave out "
              + candidate
              + ", or the option");
    }
    return reference == null
        ? Pairing.between(baseRun, candidateRun)
        : Pairing.within(baseRun, reference);
  }

  private String title(Run baseRun, Run candidateRun) {
    return reference == null
        ? "Comparison of " + name(candidateRun) + " with " + name(baseRun)
        : "Comparison within " + name(baseRun) + ", reference " + reference;
  }

  private static String name(Run run) {
    return String.valueOf(run.path().getFileName());
  }

  private static String line(Gate.Check check) {
    MeasureComparison comparison = check.comparison();
    RatioEstimate ratio = comparison.asThroughput();
    return check.state() == Gate.State.CROSSED
        ? String.format(
            Locale.ROOT,
            "crossed: %s: %s: %.4f, interval %.4f to %.4f",
            check.gate(),
            comparison.pair().candidate().key(),
            ratio.ratio(),
            ratio.lower(),
            ratio.upper())
        : "undecided: "
            + check.gate()
            + ": "
            + comparison.pair().candidate().key()
            + ": fewer than "
            + Criteria.MINIMUM_FORKS
            + " forks on a side";
  }
}
