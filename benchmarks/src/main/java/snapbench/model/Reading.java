package snapbench.model;

/**
 * What was read of a process from outside, at one moment. Each value is NaN where it is unknown,
 * never 0 instead.
 *
 * @param rssKiB resident set
 * @param swapKiB memory that lies in swap; unknown elsewhere than on Linux
 * @param fds open file descriptors (on Windows, handles)
 * @param threads threads
 */
public record Reading(double rssKiB, double swapKiB, double fds, double threads) {
  /** The reading of a process that has ended, or never was. */
  public static final Reading UNKNOWN = new Reading(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public Reading {
    requireNotNegative("rssKiB", rssKiB);
    requireNotNegative("swapKiB", swapKiB);
    requireNotNegative("fds", fds);
    requireNotNegative("threads", threads);
  }

  private static void requireNotNegative(String name, double value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + "=" + value + " is negative; unknown is NaN");
    }
  }
}
