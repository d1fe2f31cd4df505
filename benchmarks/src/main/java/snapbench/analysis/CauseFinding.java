package snapbench.analysis;

/**
 * What explains growth of a process's memory, or a part of it.
 *
 * @param cause whose it is
 * @param isGrowing whether it still grows; otherwise it rose
 * @param kib how much: growth per cycle in KiB while it grows, otherwise the rise in KiB since the
 *     reading before the first cycle
 * @param lower lower end of the interval of growth per cycle; NaN where there is none
 * @param upper upper end of the interval; NaN where there is none
 * @param share of all owners' growth, or rise, over the same cycles, from 0 to 1; what shrank does
 *     not count. NaN if unknown
 * @param isHidden whether it grows though the resident set is flat, or has settled: what was free
 *     took it in, or it was resident before
 */
public record CauseFinding(
    Cause cause,
    boolean isGrowing,
    double kib,
    double lower,
    double upper,
    double share,
    boolean isHidden) {}
