package snapbench.profile;

/**
 * The highest values of a stretch of time; NaN where nothing could be read.
 *
 * @param rssKiB resident set
 * @param fds open file descriptors
 */
public record Peak(double rssKiB, double fds) {
  /** Nothing read yet. */
  public static final Peak UNKNOWN = new Peak(Double.NaN, Double.NaN);

  /** The higher of each; what is unknown on one side is taken from the other. */
  public Peak or(double otherRssKiB, double otherFds) {
    return new Peak(higher(rssKiB, otherRssKiB), higher(fds, otherFds));
  }

  private static double higher(double one, double other) {
    return other > one || Double.isNaN(one) ? other : one;
  }
}
