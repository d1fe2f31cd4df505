package snapbench.analysis.verdict;

import snapbench.results.files.InvalidInputException;

/**
 * What growth is too small to matter. A threshold on the size of the effect is needed beside any
 * test: with enough cycles the smallest drift is significant (F. Machida, A. Andrzejak, R. Matias,
 * E. Vicente, "On the effectiveness of Mann-Kendall test for detection of software aging", ISSREW
 * 2013).
 *
 * @param growthOfDatabase growth per cycle as a share of the live database's size, where that is
 *     known
 * @param growthOfBaseline growth per cycle as a share of the first reading, where no database is
 *     known
 * @param growthKiB growth of memory per cycle in KiB; the greater of this and the share applies
 */
public record Thresholds(double growthOfDatabase, double growthOfBaseline, double growthKiB) {
  /** Growth per cycle of what is counted (descriptors, threads). */
  public static final double GROWTH_COUNT = 0.02;

  /**
   * What the process may cost once while it warms up, in KiB of memory: a JVM compiles, and keeps
   * the code.
   */
  public static final double ALLOWANCE_KIB = 32 * 1024;

  /**
   * What each thread may cost once, in the first round, in KiB of memory: SQLite's page cache for a
   * connection alone is 2,000 KiB by default.
   */
  public static final double ALLOWANCE_OF_THREAD_KIB = 4 * 1024;

  /** What may be added once where the process is unknown, as a share of the first reading. */
  static final double ALLOWANCE_OF_BASELINE = 0.05;

  /** How many more of what is counted may be there at all. */
  static final double ALLOWANCE_COUNT = 3;

  /** The defaults. */
  public static final Thresholds STANDARD = new Thresholds(0.002, 0.0014, 256);

  /** Checks that none is negative or unknown. */
  public Thresholds {
    for (double value : new double[] {growthOfDatabase, growthOfBaseline, growthKiB}) {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException("not a threshold: " + value);
      }
    }
  }

  /**
   * These thresholds with those that an option gives.
   *
   * @param option its name, for the message
   * @param share growth per cycle as a share, of the database and of the baseline
   * @throws InvalidInputException if it is not above 0 and below 1
   */
  public Thresholds withRelativeGrowth(String option, double share) throws InvalidInputException {
    InvalidInputException.checkShare(option, share);
    return new Thresholds(share, share, growthKiB);
  }

  /**
   * These thresholds with those that an option gives.
   *
   * @param option its name, for the message
   * @param kib growth of memory per cycle in KiB
   * @throws InvalidInputException if it is negative or infinite
   */
  public Thresholds withAbsoluteGrowth(String option, double kib) throws InvalidInputException {
    if (!(kib >= 0) || Double.isInfinite(kib)) {
      throw new InvalidInputException(
          option + " " + kib + " is not possible; choose a number of KiB from 0");
    }
    return new Thresholds(growthOfDatabase, growthOfBaseline, kib);
  }
}
