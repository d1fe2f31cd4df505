package snapbench.analysis.fork;

import static snapbench.analysis.verdict.SeriesText.number;

import java.util.Locale;

/**
 * What explains growth of a process's memory, or a part of it.
 *
 * @param cause whose it is
 * @param isGrowing whether it still grows; otherwise it rose
 * @param kib how much: growth per cycle in KiB while it grows, otherwise the rise in KiB since the
 *     reading before the first cycle; NaN where the ledger was read too seldom to tell
 * @param lower lower end of the interval of growth per cycle; NaN where there is none
 * @param upper upper end of the interval; NaN where there is none
 * @param share of all owners' growth, or rise, over the same cycles, from 0 to 1; what shrank does
 *     not count. NaN if unknown
 * @param isHidden whether it grows though the resident set is flat, or has settled: what was free
 *     took it in, or it was resident before
 * @param isDisputed whether forks show different causes: it then says nothing else
 */
public record CauseFinding(
    Cause cause,
    boolean isGrowing,
    double kib,
    double lower,
    double upper,
    double share,
    boolean isHidden,
    boolean isDisputed) {
  /** Of forks that show different causes. */
  static final CauseFinding DISPUTED =
      new CauseFinding(
          Cause.UNKNOWN, false, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false, true);

  /** Of one fork, seen in the resident set, without an interval. */
  CauseFinding(Cause cause, boolean isGrowing, double kib, double share) {
    this(cause, isGrowing, kib, Double.NaN, Double.NaN, share, false);
  }

  /** Of one fork, or of forks that agree. */
  public CauseFinding(
      Cause cause,
      boolean isGrowing,
      double kib,
      double lower,
      double upper,
      double share,
      boolean isHidden) {
    this(cause, isGrowing, kib, lower, upper, share, isHidden, false);
  }

  /** In a sentence. */
  public String sentence() {
    if (isDisputed) {
      return cause.name() + ": forks show different causes";
    }
    boolean isUnexplained = cause == Cause.UNKNOWN && Double.isNaN(share);
    String amount = Double.isNaN(kib) ? "an unknown amount" : number(kib) + " KiB";
    String interval = " (%s to %s)".formatted(number(lower), number(upper));
    String part =
        String.format(
            Locale.ROOT, ", %.0f %% of what %s", 100 * share, isGrowing ? "grows" : "rose");
    return cause.name()
        + (isUnexplained ? ": no owner explains half: " : ": ")
        + amount
        + (isGrowing ? " per cycle" : " once")
        + (Double.isNaN(lower) ? "" : interval)
        + (Double.isNaN(share) ? "" : part)
        + (isUnexplained ? "" : ", is " + cause.meaning())
        + (isHidden ? "; hidden: the resident set does not show it" : "");
  }
}
