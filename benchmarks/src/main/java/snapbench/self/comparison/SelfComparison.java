package snapbench.self.comparison;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.MeasureComparison;
import snapbench.results.files.InvalidInputException;

/**
 * How often the comparison is wrong on this machine, with real forks: compares the bundled driver
 * with a copy of its own jar (A/A), or with one slowed by a known share (A/B), again and again.
 *
 * <pre>java -jar benchmarks.jar self comparison --slower 0.05 --under "taskset -c 0"</pre>
 *
 * <p>Exit code 0 if A/A came to better or worse at most once in 20, A/B to worse at least 19 times
 * in 20; otherwise 1. {@link ComparisonSimulation} does the same with simulated forks.
 */
@Command(
    name = "comparison",
    description = "compares the bundled driver with itself, or with itself slowed down",
    mixinStandardHelpOptions = true)
public final class SelfComparison implements Callable<Integer> {
  @Option(
      names = "--slower",
      paramLabel = "SHARE",
      description = "share of its throughput that the candidate loses (default: 0, A/A)")
  private double slower;

  @Option(names = "--comparisons", description = "how many (default: ${DEFAULT-VALUE})")
  private int comparisons = 20;

  /** Ten pairs are enough for a quiet machine; of these, some may lie in a burst of other work. */
  @Option(names = "--forks", description = "of each side (default: ${DEFAULT-VALUE})")
  private int forks = 18;

  @Option(names = "--one-by-one", description = "all forks of one side first, not in turns")
  private boolean oneByOne;

  @Option(
      names = "--under",
      split = " ",
      paramLabel = "COMMAND",
      description = "put in front of each run's command, for instance 'taskset -c 1'")
  private List<String> under = List.of();

  @Parameters(paramLabel = "JMH option", description = "of the runs, after --; instead of ours")
  private List<String> jmhOptions = SelfRun.SHORT_FORKS;

  private final PrintStream out;

  /** With where to print. */
  public SelfComparison(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call()
      throws IOException, InterruptedException, InvalidInputException, SQLException {
    boolean slowed = slower > 0;
    out.printf(
        "%s, %d forks a side, %s, %s%n",
        slowed ? "A/B, candidate slowed by " + slower : "A/A",
        forks,
        oneByOne ? "one by one" : "interleaved",
        String.join(" ", jmhOptions));
    SelfSummary summary = new SelfSummary();
    try (SelfRun runs = new SelfRun(slower)) {
      for (int i = 1; i <= comparisons; i++) {
        long startNanos = System.nanoTime();
        Comparison comparison = runs.compare(command());
        MeasureComparison speed = comparison.speed().get(0);
        out.println(
            summary.add(i, speed, oneByOne, (System.nanoTime() - startNanos) / 1_000_000_000));
      }
    }
    summary.lines(oneByOne).forEach(out::println);
    boolean passed = slowed ? summary.findsWorse() : summary.isQuiet();
    out.println(passed ? "passed" : "failed");
    return passed ? 0 : 1;
  }

  private SelfRun.Command command() {
    List<String> options = new ArrayList<>(jmhOptions);
    options.add("-f");
    options.add(Integer.toString(forks));
    if (!oneByOne) {
      options.add("--interleave");
    }
    return new SelfRun.Command(under, options);
  }
}
