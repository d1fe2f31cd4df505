package snapbench.self.calibration;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import snapbench.analysis.fork.Cause;
import snapbench.analysis.fork.CauseFinding;
import snapbench.analysis.fork.CellCause;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.fork.JudgedForks;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Fork;
import snapbench.model.Parameter;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;

/**
 * How often the cause is the planted one: reads runs with planted leaks (parameter {@code leak})
 * and judges each fork by itself.
 *
 * <pre>
 * java -jar benchmarks.jar snapshotAndDump -bm ss -wi 0 -i 30 -f 10 -prof process:ledger=true \
 *     -p scale=0.1 -p threads=1 -p leak=heap:1m,direct:1m,native:1m,thread
 * java -jar benchmarks.jar self causes results/…
 * </pre>
 *
 * <p>Exit code 0 if every fork has the cause that was planted; a memory snapshot with several
 * threads and no leak has {@link Cause#ALLOCATOR_RETENTION}.
 */
@Command(
    name = "causes",
    mixinStandardHelpOptions = true,
    description =
        "judges forks with planted leaks and counts how often the cause is the planted one")
public final class PlantedCauses implements Callable<Integer> {
  private static final Map<String, Cause> BY_LEAK =
      Map.of(
          "heap", Cause.JAVA_HEAP,
          "direct", Cause.DIRECT_BUFFERS,
          "native", Cause.NATIVE_LEAK,
          "thread", Cause.THREADS,
          "none", Cause.ALLOCATOR_RETENTION);

  private final PrintStream out;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "folders of runs")
  private List<Path> runs = List.of();

  /** With where to print. */
  public PlantedCauses(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws InvalidInputException {
    Map<String, List<Boolean>> found = new LinkedHashMap<>();
    for (Path run : runs) {
      for (Fork cell : Run.read(run).forks()) {
        found.computeIfAbsent(name(cell), name -> new ArrayList<>()).add(judge(cell));
      }
    }
    found.forEach(
        (name, each) ->
            out.printf(
                Locale.ROOT,
                "%s: %d of %d%n",
                name,
                each.stream().filter(right -> right).count(),
                each.size()));
    boolean passed =
        !found.isEmpty() && found.values().stream().flatMap(List::stream).allMatch(right -> right);
    out.println(passed ? "passed" : "failed");
    return passed ? 0 : 1;
  }

  private static String name(Fork cell) {
    return "leak=%s, threads=%s, scale=%s, %s"
        .formatted(
            cell.params().get(Parameter.LEAK.label()),
            cell.params().get(Parameter.THREADS.label()),
            cell.params().get(Parameter.SCALE.label()),
            cell.params().get(Parameter.SNAPSHOT.label()));
  }

  private boolean judge(Fork cell) {
    String leak = cell.params().getOrDefault(Parameter.LEAK.label(), "");
    CellCause cause = JudgedForks.of(List.of(cell), Thresholds.STANDARD).cause();
    Judgement rss =
        Judge.judge(
            ForkSeries.of(cell, Quantity.RSS),
            ForkSeries.context(cell, Thresholds.STANDARD, ForkSeries.alpha(cell)));
    out.printf(
        Locale.ROOT,
        "%s, fork %d, %d cycles: rss %s; %s%n",
        name(cell),
        cell.fork(),
        cell.cycles().size(),
        rss.verdict(),
        cause.findings().isEmpty() ? cause.word() : String.join("; ", cause.sentences()));
    Cause expected = BY_LEAK.get(leak.replaceAll(":.*", ""));
    return cause.first().map(CauseFinding::cause).filter(each -> each == expected).isPresent();
  }
}
