package snapbench.self.verdicts;

import java.util.random.RandomGenerator;

/**
 * What moves a series around its trend and leads nowhere: for each cycle from 0 a deviation in the
 * unit of the series, stationary or bounded.
 */
final class Disturbances {
  private static final double PAGE_KIB = 4;

  private Disturbances() {}

  /** Independent normal deviations. */
  static double[] white(int length, double sigma, RandomGenerator random) {
    return autoregressive(length, sigma, 0, random);
  }

  /** Normal deviations, each of them correlated with the one before; stationary from the start. */
  static double[] autoregressive(
      int length, double sigma, double correlation, RandomGenerator random) {
    double[] path = new double[length];
    double innovation = sigma * Math.sqrt(1 - correlation * correlation);
    for (int i = 0; i < length; i++) {
      path[i] =
          i == 0
              ? sigma * random.nextGaussian()
              : correlation * path[i - 1] + innovation * random.nextGaussian();
    }
    return path;
  }

  /** Mostly unchanged; with some probability another normal deviation, which then stays. */
  static double[] ties(int length, double sigma, double probability, RandomGenerator random) {
    double[] path = new double[length];
    for (int i = 0; i < length; i++) {
      boolean changes = i == 0 || random.nextDouble() < probability;
      path[i] = changes ? sigma * random.nextGaussian() : path[i - 1];
    }
    return path;
  }

  /** A few whole pages. */
  static double[] pages(int length, double sigmaPages, RandomGenerator random) {
    double[] path = new double[length];
    for (int i = 0; i < length; i++) {
      path[i] = PAGE_KIB * Math.rint(sigmaPages * random.nextGaussian());
    }
    return path;
  }

  /**
   * A garbage collector that lets garbage pile up to a limit: each cycle adds about as much, a
   * collection leaves up to a twentieth. Starts anywhere between two collections.
   */
  static double[] sawtooth(int length, double limit, double period, RandomGenerator random) {
    double[] path = new double[length];
    path[0] = limit * random.nextDouble();
    for (int i = 1; i < length; i++) {
      double filled = path[i - 1] + limit / period * random.nextDouble(0.8, 1.2);
      path[i] = filled <= limit ? filled : limit * random.nextDouble(0.05);
    }
    return path;
  }

  /** Readings that are up to a size too high or too low, at least a thirtieth of it. */
  static double[] outliers(
      int length, int lastCycle, int count, double size, RandomGenerator random) {
    double[] path = new double[length];
    for (int i = 0; i < count; i++) {
      double sign = random.nextBoolean() ? 1 : -1;
      path[random.nextInt(1, lastCycle + 1)] = sign * size * random.nextDouble(1 / 30.0, 1);
    }
    return path;
  }

  /**
   * An allocator that gives a part back now and then, from a cycle on, and takes it again: a drop,
   * some cycles below, and in 1 to 4 cycles back to where it was.
   */
  static double[] giveBack(int length, int from, double most, RandomGenerator random) {
    double[] path = new double[length];
    int cycle = from + random.nextInt(1, 12);
    while (cycle < length) {
      double depth = most * random.nextDouble(0.1, 1);
      int low = random.nextInt(1, 9);
      int back = random.nextInt(1, 5);
      for (int i = 0; i < low + back && cycle + i < length; i++) {
        double returned = i < low ? 0 : (i - low + 1.0) / (back + 1);
        path[cycle + i] = -depth * (1 - returned);
      }
      cycle += low + back + random.nextInt(3, 13);
    }
    return path;
  }

  /** A count that is one more or one less now and then, for one reading. */
  static double[] flicker(int length, double probability, RandomGenerator random) {
    double[] path = new double[length];
    for (int i = 0; i < length; i++) {
      path[i] = random.nextDouble() >= probability ? 0 : random.nextBoolean() ? 1 : -1;
    }
    return path;
  }
}
