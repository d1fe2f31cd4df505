package snapbench.self.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.comparison.Outcome;
import snapbench.analysis.comparison.Pairing;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Look;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;

/**
 * How often the comparison is wrong: compares simulated runs whose true difference is known, and
 * counts false alarms (A/A) and what is found (A/B).
 *
 * <pre>java -jar benchmarks.jar self simulation --comparisons 1000 --seed 1</pre>
 *
 * <p>Noise: each fork has a lognormal factor of its own (a JVM's layout and luck), each of its
 * three iterations a smaller one (1 %); the machine drifts by up to 3 % in the course of a
 * comparison, up or down; one fork in fifty is an outlier, a fifth slower. The machine may also be
 * slower for some minutes (other tenants): a first-order autoregressive process from fork to fork.
 *
 * @param forks of each side
 * @param forkNoise standard deviation of the forks' logarithms
 * @param machineNoise standard deviation of the machine's logarithm, which one fork has nine tenths
 *     in common with the next
 * @param interleaved whether the forks of both sides took turns
 */
record ComparisonSimulation(int forks, double forkNoise, double machineNoise, boolean interleaved) {
  private static final String BENCHMARK = "org.example.Bench.work";
  private static final String MODE = "thrpt";
  private static final double AUTOCORRELATION = 0.9;
  private static final double ITERATION_NOISE = 0.01;
  private static final double DRIFT = 0.03;
  private static final double OUTLIER_RATE = 0.02;
  private static final double OUTLIER = 0.8;
  private static final int ITERATIONS = 3;

  /** Forks on a quiet machine. */
  ComparisonSimulation(int forks, double forkNoise, boolean interleaved) {
    this(forks, forkNoise, 0, interleaved);
  }

  /** One comparison within a simulated run; the candidate is that many times as fast. */
  Outcome compare(double factor, Random random) throws InvalidInputException {
    double[] machine = machine(random);
    Run run =
        new Run(
            Path.of("run"),
            Stream.of("reference", "candidate").flatMap(this::unmeasured).toList(),
            Map.of(Run.ORDER, interleaved ? Run.INTERLEAVED : "one by one"),
            List.of(
                side("reference", 1, 0, machine, random),
                side("candidate", factor, 1, machine, random)));
    return Comparison.of(Pairing.within(run, "side=reference"), Criteria.STANDARD)
        .speed()
        .get(0)
        .outcome();
  }

  /** Logarithms of the machine's speed at the forks of both sides, in the order of time. */
  private double[] machine(Random random) {
    double drift = DRIFT * (2 * random.nextDouble() - 1);
    double[] machine = new double[2 * forks];
    double tenants = machineNoise * random.nextGaussian();
    for (int i = 0; i < machine.length; i++) {
      machine[i] = tenants + drift * i / machine.length;
      tenants =
          AUTOCORRELATION * tenants
              + machineNoise
                  * Math.sqrt(1 - AUTOCORRELATION * AUTOCORRELATION)
                  * random.nextGaussian();
    }
    return machine;
  }

  private Stream<Fork> unmeasured(String side) {
    return IntStream.rangeClosed(1, forks)
        .mapToObj(
            fork ->
                new Fork(
                    fork,
                    BENCHMARK,
                    MODE,
                    fork,
                    Map.of("side", side),
                    Fork.State.MEASURED,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(new Iteration(false, 1, Map.of())),
                    Look.ONLY));
  }

  private JmhResult side(String name, double factor, int place, double[] machine, Random random) {
    Map<String, String> params = Map.of("side", name);
    List<List<Double>> rows = new ArrayList<>();
    for (int fork = 0; fork < forks; fork++) {
      int inRound = fork % 2 == 0 ? place : 1 - place;
      double now = machine[interleaved ? 2 * fork + inRound : place * forks + fork];
      double outlier = random.nextDouble() < OUTLIER_RATE ? OUTLIER : 1;
      double speed = 10 * factor * outlier * Math.exp(now + forkNoise * random.nextGaussian());
      List<Double> row = new ArrayList<>();
      for (int i = 0; i < ITERATIONS; i++) {
        row.add(speed * Math.exp(ITERATION_NOISE * random.nextGaussian()));
      }
      rows.add(row);
    }
    JmhResult.Metric metric = new JmhResult.Metric(Double.NaN, Double.NaN, "ops/s", rows);
    return new JmhResult(BENCHMARK, MODE, params, metric, Map.of());
  }

  /** How many of some comparisons come to each word. */
  Map<Outcome, Integer> words(int comparisons, double factor, Random random)
      throws InvalidInputException {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0);
    }
    for (int i = 0; i < comparisons; i++) {
      counts.merge(compare(factor, random), 1, Integer::sum);
    }
    return counts;
  }
}
