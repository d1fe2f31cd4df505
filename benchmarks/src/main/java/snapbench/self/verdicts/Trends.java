package snapbench.self.verdicts;

import java.util.random.RandomGenerator;

/**
 * Where the mean of a series goes: for each cycle from 0 how much is above the baseline, in the
 * unit of the series, without noise.
 */
final class Trends {
  private Trends() {}

  /** The same growth in every cycle. */
  static double[] linear(int length, double perCycle) {
    double[] path = new double[length];
    for (int i = 0; i < length; i++) {
      path[i] = perCycle * i;
    }
    return path;
  }

  /** What thread i costs once, in its first turn, which is cycle i + 1. */
  static double[] ramp(int length, double... steps) {
    double[] path = new double[length];
    for (int i = 1; i < length; i++) {
      path[i] = path[i - 1] + (i <= steps.length ? steps[i - 1] : 0);
    }
    return path;
  }

  /** A height that is approached exponentially: after one time constant 63 % are there. */
  static double[] saturating(int length, double height, double timeConstant) {
    double[] path = new double[length];
    for (int i = 0; i < length; i++) {
      path[i] = -height * Math.expm1(-i / timeConstant);
    }
    return path;
  }

  /** One step in each period, on average as much per cycle as is asked for. */
  static double[] staircase(int length, double perCycle, int period, int phase) {
    double[] path = new double[length];
    for (int i = 0; i < length; i++) {
      int steps = (i + phase) / period;
      path[i] = perCycle * period * steps;
    }
    return path;
  }

  /**
   * A compound Poisson process: in each cycle a step with the same probability, of half to one and
   * a half times the mean size; expected growth as asked for.
   */
  static double[] randomSteps(
      int length, double perCycle, double meanPeriod, RandomGenerator random) {
    double[] path = new double[length];
    for (int i = 1; i < length; i++) {
      double step = perCycle * meanPeriod * random.nextDouble(0.5, 1.5);
      path[i] = path[i - 1] + (random.nextDouble() < 1 / meanPeriod ? step : 0);
    }
    return path;
  }
}
