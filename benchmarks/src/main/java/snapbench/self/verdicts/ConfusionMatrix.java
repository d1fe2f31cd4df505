package snapbench.self.verdicts;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import snapbench.report.Report;
import snapbench.report.render.ConsoleRenderer;
import snapbench.report.render.MarkdownRenderer;

/**
 * How often a verdict is wrong: judges synthetic series whose future is known, and prints what each
 * kind is called.
 *
 * <pre>java -jar benchmarks.jar self confusion --series 1000 --cycles 40 --seed 1</pre>
 */
@Command(
    name = "confusion",
    mixinStandardHelpOptions = true,
    description = "judges synthetic series of known truth and prints what they are called")
public final class ConfusionMatrix implements Callable<Integer> {
  private static final int LINES = 10;

  @Option(names = "--series", description = "series of each kind (default: ${DEFAULT-VALUE})")
  private int series = 1000;

  @Option(names = "--cycles", description = "cycles that are seen (default: ${DEFAULT-VALUE})")
  private int cycles = 40;

  @Option(names = "--seed", description = "of the series (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--kinds",
      split = ",",
      description = "some kinds alone: ${COMPLETION-CANDIDATES}")
  private List<SyntheticKind> kinds = List.of(SyntheticKind.values());

  @Option(names = "--markdown", description = "as Markdown")
  private boolean markdown;

  @Option(names = "--show", description = "also print up to 10 wrongly judged series of each kind")
  private boolean show;

  @Option(names = "--long", description = "time series of a million points instead")
  private boolean longSeries;

  @Option(names = "--points", description = "of a long series (default: ${DEFAULT-VALUE})")
  private int points = 1_000_000;

  private final PrintStream out;

  /** With where to print. */
  public ConfusionMatrix(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (longSeries) {
      out.printf("%d points, seed %d%n", points, seed);
      out.println("  Sorting, s  Judge, s  Grows  Verdict       Kind");
      kinds.forEach(kind -> out.println(LongSeries.line(kind, points, seed)));
      return 0;
    }
    Confusion confusion = Confusion.of(kinds, series, cycles, seed);
    Report report = new ConfusionReport(confusion, series, cycles).report();
    out.print(markdown ? MarkdownRenderer.render(report) : ConsoleRenderer.render(report, false));
    if (show) {
      confusion.examined().forEach(this::show);
    }
    return 0;
  }

  private void show(SyntheticKind kind, List<Examined> examined) {
    out.printf("%n%s (%s)%n", kind, kind.title());
    examined.stream()
        .filter(Examined::wrong)
        .limit(LINES)
        .forEach(wrong -> out.println("  " + wrong.line()));
  }
}
