package snapbench.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.comparison.Pairing;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.model.Reading;
import snapbench.report.model.Attachment;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.csv.SeriesCsv;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;

/**
 * A run of two drivers with two kinds of snapshot, two forks each, the first variant with the
 * ledger: everything that a chart can be about.
 */
public final class SampleRun {
  /** Cycles of each fork. */
  public static final int CYCLES = 16;

  /** Forks of each variant. */
  public static final int FORKS = 2;

  /** Cells. */
  public static final int VARIANTS = 4;

  private SampleRun() {}

  /** The run. */
  public static Run run() {
    List<Fork> cells = new ArrayList<>();
    List<JmhResult> results = new ArrayList<>();
    for (String snapshot : List.of("memory", "file")) {
      for (String driver : List.of("3.54.1.0", "3.36.0.3")) {
        List<List<Double>> scores = new ArrayList<>();
        for (int fork = 1; fork <= FORKS; fork++) {
          Fork cell = cell(cells.size() + 1, fork, snapshot, driver);
          cells.add(cell);
          scores.add(cell.cycles().stream().map(cycle -> 1000 / cycle.totalMillis()).toList());
        }
        results.add(result(cells.get(cells.size() - 1), scores));
      }
    }
    return new Run(Path.of("results", "20261124T120000Z"), cells, Map.of(), results);
  }

  /** The report on it, with its series, and the comparison of its drivers. */
  public static List<Report> reports() throws InvalidInputException {
    Run run = run();
    Attachment series = new Attachment("series.csv", "text/csv", SeriesCsv.text(run.forks()));
    Comparison comparison =
        Comparison.of(Pairing.within(run, "driver=3.36.0.3"), Criteria.STANDARD);
    return List.of(
        Report.of(run).withAttachments(List.of(series)),
        Report.of("Comparison with driver=3.36.0.3", List.of(), comparison));
  }

  private static Fork cell(int number, int fork, String snapshot, String driver) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("driver", driver);
    params.put("snapshot", snapshot);
    params.put("threads", "4");
    List<Cycle> cycles = new ArrayList<>();
    List<Iteration> iterations = new ArrayList<>();
    boolean ledger = number <= FORKS;
    iterations.add(iteration(0, 400_000, ledger));
    for (int i = 1; i <= CYCLES; i++) {
      double rss = 400_000 + 40_000.0 * number + (snapshot.equals("memory") ? 60_001 * i : 17 * i);
      cycles.add(cycle(i, rss, driver.equals("3.54.1.0") ? 100 + i + fork : 150.25 + i));
      iterations.add(iteration(i, rss, ledger));
    }
    return ForkBuilder.of("snapbench.workload.SnapshotBenchmark.snapshotAndDump", "ss")
        .number(number)
        .fork(fork)
        .params(params)
        .testee(Cells.testee())
        .baseline(Cells.reading(400_000, 12))
        .cycles(cycles)
        .iterations(iterations)
        .build();
  }

  private static Cycle cycle(int number, double rssKiB, double millis) {
    return new Cycle(
        number,
        false,
        number,
        number % 4,
        new Reading(rssKiB, 0, 13, 20),
        millis,
        millis / 4,
        0.5,
        millis / 2,
        millis / 8,
        1_000_000,
        4000,
        900_000,
        millis / 10,
        millis / 5);
  }

  private static Iteration iteration(int number, double rssKiB, boolean ledger) {
    Map<String, Double> metrics = new HashMap<>();
    if (ledger) {
      Metric.owners().forEach(owner -> metrics.put(owner.label(), 1024.0));
      double others = 1024.0 * (Metric.owners().size() - 1);
      metrics.put("ledger.nativeFree", rssKiB - others);
    }
    metrics.put("process.rss", rssKiB);
    metrics.put("process.rss.peak", rssKiB + 5000);
    metrics.put("process.cycles", (double) number);
    return new Iteration(number == 0, number, metrics);
  }

  private static JmhResult result(Fork cell, List<List<Double>> scores) {
    double mean =
        scores.stream().flatMap(List::stream).mapToDouble(each -> each).average().orElse(0);
    return new JmhResult(
        cell.benchmark(),
        cell.mode(),
        cell.params(),
        new JmhResult.Metric(mean, mean / 20, "ops/s", scores),
        Map.of());
  }
}
