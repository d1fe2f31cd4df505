package snapbench.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import snapbench.results.InvalidInputException;
import snapbench.results.JmhResult;
import snapbench.results.Run;

/**
 * How often the comparison is wrong: compares simulated runs whose true difference is known, and
 * prints the rate of false alarms (A/A) and the power (A/B). After {@code mvn verify}:
 *
 * <pre>
 * java -cp benchmarks/target/test-classes:benchmarks/target/benchmarks.jar \
 *     snapbench.analysis.ComparisonSimulation [comparisons] [seed]
 * </pre>
 *
 * <p>Noise: each fork has a lognormal factor of its own (a JVM's layout and luck), each of its
 * three iterations a smaller one (1 %); the machine drifts by up to 3 % in the course of a
 * comparison, up or down; one fork in fifty is an outlier, a fifth slower.
 *
 * @param forks of each side
 * @param forkNoise standard deviation of the forks' logarithms
 * @param interleaved whether the forks of both sides took turns
 */
record ComparisonSimulation(int forks, double forkNoise, boolean interleaved) {
  private static final double ITERATION_NOISE = 0.01;
  private static final double DRIFT = 0.03;
  private static final double OUTLIER_RATE = 0.02;
  private static final double OUTLIER = 0.8;
  private static final int ITERATIONS = 3;

  /** One comparison of simulated runs; the candidate is that many times as fast. */
  Outcome compare(double factor, Random random) throws InvalidInputException {
    double drift = DRIFT * (2 * random.nextDouble() - 1);
    Run base = run("base", 1, drift, 0, random);
    Run candidate = run("candidate", factor, drift, forks, random);
    return Comparison.of(Pairing.between(base, candidate), Criteria.STANDARD)
        .speed()
        .get(0)
        .outcome();
  }

  private Run run(String name, double factor, double drift, int forksBefore, Random random) {
    List<List<Double>> rows = new ArrayList<>();
    for (int fork = 0; fork < forks; fork++) {
      double time = interleaved ? (fork + 0.5) / forks : (forksBefore + fork + 0.5) / (2 * forks);
      double outlier = random.nextDouble() < OUTLIER_RATE ? OUTLIER : 1;
      double speed =
          10 * factor * outlier * Math.exp(drift * time + forkNoise * random.nextGaussian());
      List<Double> row = new ArrayList<>();
      for (int i = 0; i < ITERATIONS; i++) {
        row.add(speed * Math.exp(ITERATION_NOISE * random.nextGaussian()));
      }
      rows.add(row);
    }
    Runs.Measured cell = Runs.cell("thrpt", Map.of(), Map.of(), new double[forks]);
    JmhResult.Metric metric = new JmhResult.Metric(Double.NaN, Double.NaN, "ops/s", rows);
    JmhResult result = new JmhResult("org.example.Bench.work", "thrpt", Map.of(), metric, Map.of());
    return Runs.run(name, Map.of(), new Runs.Measured(result, cell.cells()));
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

  /** Prints the table. */
  public static void main(String[] arguments) throws InvalidInputException {
    int comparisons = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    System.out.printf("%d comparisons for each figure, seed %d%n", comparisons, seed);
    System.out.println("forks  noise  order        A/A alarms  A/A same  -5 % worse  -5 % better");
    Random random = new Random(seed);
    for (int forks : new int[] {10, 20}) {
      for (double noise : new double[] {0.01, 0.02, 0.03, 0.05}) {
        for (boolean interleaved : new boolean[] {true, false}) {
          ComparisonSimulation simulation = new ComparisonSimulation(forks, noise, interleaved);
          Map<Outcome, Integer> same = simulation.words(comparisons, 1, random);
          Map<Outcome, Integer> slower = simulation.words(comparisons, 0.95, random);
          System.out.printf(
              Locale.ROOT,
              "%5d  %3.0f %%  %-11s  %8.1f %%  %6.1f %%  %8.1f %%  %9.1f %%%n",
              forks,
              100 * noise,
              interleaved ? "interleaved" : "one by one",
              percent(same, comparisons, Outcome.BETTER)
                  + percent(same, comparisons, Outcome.WORSE),
              percent(same, comparisons, Outcome.SAME),
              percent(slower, comparisons, Outcome.WORSE),
              percent(slower, comparisons, Outcome.BETTER));
        }
      }
    }
  }

  private static double percent(Map<Outcome, Integer> counts, int comparisons, Outcome outcome) {
    return 100.0 * counts.getOrDefault(outcome, 0) / comparisons;
  }
}
