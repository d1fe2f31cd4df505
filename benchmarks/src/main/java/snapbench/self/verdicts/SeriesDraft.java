package snapbench.self.verdicts;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Thresholds;

/**
 * A synthetic series in the making: trends and disturbances are added to a random baseline.
 *
 * <p>Sizes are as FACTS of the project and its README have them: a process of 200 MiB to 10 GiB
 * whose live database, where it is known, is 0.3 to 0.6 of that; a thread's arena keeps up to 0.6
 * of the baseline; noise has a standard deviation of up to 0.3 % of the baseline. All values are
 * whole pages, since the kernel counts in pages.
 */
final class SeriesDraft {
  /** Numbers of worker threads. */
  private static final int[] THREADS = {1, 2, 4, 8, 16};

  private static final double MIB = 1024;
  private static final double MOST_NOISE = 0.003;

  private final SyntheticKind kind;
  private final RandomGenerator random;
  private final int cycles;
  private final Quantity quantity;
  private final double baseline;
  private final double[] trend;
  private final double[] disturbance;
  private double round = Double.NaN;

  private SeriesDraft(
      SyntheticKind kind, int cycles, Quantity quantity, double baseline, RandomGenerator random) {
    this.kind = kind;
    this.random = random;
    this.cycles = cycles;
    this.quantity = quantity;
    this.baseline = baseline;
    this.trend = new double[cycles + 1 + SyntheticSeries.CYCLES_AHEAD];
    this.disturbance = new double[trend.length];
  }

  /** A resident set. */
  static SeriesDraft memory(SyntheticKind kind, int cycles, RandomGenerator random) {
    double baseline = logUniform(200 * MIB, 10 * 1024 * MIB, random);
    return new SeriesDraft(kind, cycles, Quantity.RSS, baseline, random);
  }

  /** Open file descriptors. */
  static SeriesDraft descriptors(SyntheticKind kind, int cycles, RandomGenerator random) {
    return new SeriesDraft(kind, cycles, Quantity.DESCRIPTORS, random.nextInt(10, 201), random);
  }

  /** Its source of chance. */
  RandomGenerator random() {
    return random;
  }

  /** How many values there are, those after the last reading included. */
  int length() {
    return trend.length;
  }

  /** The last cycle with a reading. */
  int cycles() {
    return cycles;
  }

  /** A share of the baseline, in the unit of the series. */
  double share(double ofBaseline) {
    return ofBaseline * baseline;
  }

  /** A number of which the logarithm is uniform. */
  double between(double low, double high) {
    return logUniform(low, high, random);
  }

  /** Some number of worker threads, 1 to 16. */
  int threads() {
    return THREADS[random.nextInt(THREADS.length)];
  }

  /** Tells the judge the round. */
  SeriesDraft round(int threads) {
    round = threads;
    return this;
  }

  /** Tells the judge a round of some number of threads. */
  SeriesDraft knownRound() {
    return round(threads());
  }

  /** Tells the judge a round of some number of threads in one of two cases. */
  SeriesDraft perhapsKnownRound() {
    return random.nextBoolean() ? knownRound() : this;
  }

  /** Adds to the expected path. */
  SeriesDraft trend(double... path) {
    add(path, trend);
    return this;
  }

  /** Adds to the deviations from the expected path. */
  SeriesDraft disturbance(double... path) {
    add(path, disturbance);
    return this;
  }

  /** Follows a path of which only linear growth is expected. */
  SeriesDraft around(double perCycle, double... path) {
    double[] expected = Trends.linear(length(), perCycle);
    trend(expected);
    for (int i = 0; i < path.length; i++) {
      disturbance[i] += path[i] - expected[i];
    }
    return this;
  }

  /** Linear growth, a share of the baseline per cycle. */
  SeriesDraft grows(double perCycle) {
    return trend(Trends.linear(length(), share(perCycle)));
  }

  /** What threads cost once, each in its first turn. */
  SeriesDraft ramp(ArenaSteps steps, int threads) {
    double mean = share(between(0.01, 0.6));
    return trend(Trends.ramp(length(), steps.of(threads, mean, random)));
  }

  /** Noise of any of four shapes. */
  SeriesDraft noise() {
    return switch (random.nextInt(4)) {
      case 0 -> whiteNoise();
      case 1 -> pageNoise();
      case 2 -> autocorrelatedNoise();
      default -> ties();
    };
  }

  /** Independent noise. */
  SeriesDraft whiteNoise() {
    return disturbance(Disturbances.white(length(), sigma(), random));
  }

  /** Noise of a few pages. */
  SeriesDraft pageNoise() {
    return disturbance(Disturbances.pages(length(), between(0.5, 20), random));
  }

  /** Autoregressive noise of first order with a correlation of 0.2 to 0.8. */
  SeriesDraft autocorrelatedNoise() {
    double correlation = random.nextDouble(0.2, 0.8);
    return disturbance(Disturbances.autoregressive(length(), sigma(), correlation, random));
  }

  /** Mostly unchanged values; one in 3 to 20 differs from the one before. */
  SeriesDraft ties() {
    double probability = random.nextDouble(0.05, 0.35);
    return disturbance(Disturbances.ties(length(), sigma(), probability, random));
  }

  /** In two of three cases what still creeps after a ramp: a small drift, or one that dies away. */
  SeriesDraft perhapsCreep() {
    return switch (random.nextInt(3)) {
      case 0 -> this;
      case 1 -> grows(random.nextDouble(0.0005));
      default ->
          trend(
              Trends.saturating(
                  length(), share(random.nextDouble(0.005)), random.nextDouble(5, 20)));
    };
  }

  /** One to three readings that are up to 30 % of the baseline too high or too low. */
  SeriesDraft outliers() {
    int count = random.nextInt(1, 4);
    return disturbance(Disturbances.outliers(length(), cycles, count, share(0.3), random));
  }

  /** Garbage of 1 to 10 % of the baseline, collected about once in as many cycles. */
  SeriesDraft sawtooth(double period) {
    double limit = share(random.nextDouble(0.01, 0.1));
    return disturbance(Disturbances.sawtooth(length(), limit, period, random));
  }

  /** How far the expected path is above the baseline at a cycle. */
  double risenAt(int cycle) {
    return trend[Math.min(cycle, trend.length - 1)];
  }

  /** The series. */
  SyntheticSeries done() {
    double[] x = IntStream.range(0, trend.length).asDoubleStream().toArray();
    double[] y = new double[trend.length];
    double resolution = quantity.kind().resolution();
    for (int i = 0; i < y.length; i++) {
      y[i] = resolution * Math.rint((baseline + trend[i] + disturbance[i]) / resolution);
    }
    boolean databaseKnown = quantity.kind() == Quantity.Kind.MEMORY_KIB && random.nextBoolean();
    double database = databaseKnown ? share(random.nextDouble(0.3, 0.6)) : Double.NaN;
    return new SyntheticSeries(
        kind,
        Series.of(quantity, x, y).between(0, cycles + 1),
        new SeriesContext(round, database, Thresholds.STANDARD, SeriesContext.ALPHA),
        Series.of(quantity, x, trend));
  }

  private double sigma() {
    return share(random.nextDouble(MOST_NOISE));
  }

  private static double logUniform(double low, double high, RandomGenerator random) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  private static void add(double[] path, double[] to) {
    for (int i = 0; i < path.length; i++) {
      to[i] += path[i];
    }
  }
}
