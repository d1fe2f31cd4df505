package snapbench.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.results.ForkBuilder;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;

/** Runs with given values, for tests. */
public final class Runs {
  private Runs() {}

  /** A cell with its result. */
  public record Measured(JmhResult result, List<Fork> cells) {}

  /** A run of some cells. */
  public static Run run(String name, Map<String, Object> environment, Measured... measured) {
    return new Run(
        Path.of("results", name),
        Arrays.stream(measured).flatMap(each -> each.cells().stream()).toList(),
        environment,
        Arrays.stream(measured).map(Measured::result).toList());
  }

  /** A run with one cell, in which nothing but the score was measured; a score for each fork. */
  public static Run speeds(String name, String mode, double... scores) {
    return run(name, Map.of(), cell(mode, Map.of(), Map.of(), scores));
  }

  /** A cell with one iteration in each fork, and the same further metrics in each. */
  public static Measured cell(
      String mode, Map<String, String> params, Map<String, Double> metrics, double... scores) {
    List<Fork> cells = new ArrayList<>();
    for (int fork = 1; fork <= scores.length; fork++) {
      cells.add(
          ForkBuilder.of("org.example.Bench.work", mode)
              .number(fork)
              .fork(fork)
              .params(params)
              .iterations(List.of(new Iteration(false, 1, metrics)))
              .build());
    }
    List<List<Double>> rows = Arrays.stream(scores).mapToObj(List::of).toList();
    String unit = mode.equals("thrpt") ? "ops/s" : "s/op";
    return new Measured(
        new JmhResult(
            "org.example.Bench.work",
            mode,
            params,
            new JmhResult.Metric(Double.NaN, Double.NaN, unit, rows),
            Map.of()),
        cells);
  }

  /** Ten scores around a value, in steps of 0.1 %. */
  public static double[] ten(double middle) {
    double[] scores = new double[10];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = middle * (0.9955 + i * 0.001);
    }
    return scores;
  }

  /** As many equal scores. */
  public static double[] equal(int count, double score) {
    return Collections.nCopies(count, score).stream().mapToDouble(value -> value).toArray();
  }
}
