package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.verdict.Thresholds;
import snapbench.report.cell.JudgedRun;
import snapbench.report.model.Section;
import snapbench.report.text.AmountText;
import snapbench.report.text.Numbers;

/** How each number was computed, in short, and where that is from. */
public final class MethodSection {
  private MethodSection() {}

  public static Section of(JudgedRun judged, boolean isCompared) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Score and error: JMH's mean over all iterations of all forks, and half of its 99.9 %"
            + " confidence interval (Student's t). In sample mode, of all samples.");
    if (!judged.observed().isEmpty()) {
      lines.addAll(memory());
      lines.addAll(verdicts(judged.thresholds()));
    }
    if (isCompared) {
      lines.addAll(comparison());
    }
    return new Section("How the numbers were computed", List.of(), lines).as(Section.Role.DETAIL);
  }

  private static List<String> memory() {
    return List.of(
        "RSS: the kernel's VmRSS of the testee (proc(5)), read by OSHI from /proc/PID/statm after"
            + " each cycle, outside the timed part; after each iteration once more, after one"
            + " garbage collection. KiB are 1,024 bytes; MB/s are 10^6 bytes in a second.",
        "Peak: VmHWM, reset through /proc/PID/clear_refs when an iteration begins (proc(5));"
            + " elsewhere than on Linux the highest sample.",
        "Ledger: resident bytes by owner, from /proc/PID/smaps, HotSpot's Native Memory Tracking"
            + " and glibc's malloc_info; the owners add up to process.rss, or the reading counts as"
            + " failed.",
        "Cause: the owner of most of the growth (Theil-Sen slopes over the same cycles), or of"
            + " most of the rise between the first and the last reading with a ledger; none that"
            + " explains less than half.");
  }

  private static List<String> verdicts(Thresholds thresholds) {
    return List.of(
        "Growth per cycle: the drift of a local level model with its 95 % interval (Harvey,"
            + " Forecasting, structural time series models and the Kalman filter, 1989), from every"
            + " cycle, warm-up included; the first reading is the one before the first cycle."
            + " Outliers are replaced (Hampel 1974).",
        "GROWING: after two rounds of threads the whole interval lies above the threshold, there is"
            + " a trend (Mann-Kendall, corrected for ties and autocorrelation, Hamed and Rao 1998),"
            + " and nothing hints at an end. PLATEAU: it rose and has been quiet for a whole round"
            + " and for longer than any pause before. FLAT: the interval reaches no higher than the"
            + " threshold, and what was added once is within the allowance. INCONCLUSIVE: anything"
            + " else.",
        ("Threshold: %s %% of the database per cycle, at least %s KiB; of descriptors and threads"
                + " %s per cycle. Allowance: %s once, and %s for each thread.")
            .formatted(
                Numbers.decimals(100 * thresholds.growthOfDatabase(), 3),
                Numbers.decimals(thresholds.growthKiB(), 1),
                Numbers.decimals(Thresholds.GROWTH_COUNT, 3),
                AmountText.of(Thresholds.ALLOWANCE_KIB),
                AmountText.of(Thresholds.ALLOWANCE_OF_THREAD_KIB)),
        "Throughput of a remedy or a lever: the ratio of the times of a cycle, median of all pairs"
            + " of measured cycles; cycles of a fork are not independent, so another fork may"
            + " differ by more than the interval says.");
  }

  private static List<String> comparison() {
    return List.of(
        "Comparison: the unit is the fork, with the median of its iterations, since what happens"
            + " within a fork is not independent; at least "
            + Criteria.MINIMUM_FORKS
            + " forks on each side. Ratio: Hodges and Lehmann (1963), on logarithms; p-value and"
            + " interval: rank test of Mann and Whitney (1947); where forks were measured in turns"
            + " (--interleave), signed-rank test of Wilcoxon (1945) with Winsorized scores"
            + " (Hettmansperger and McKean 2011) on the ratios within each round, since what the"
            + " machine does for a while is in both sides of it. Speed is corrected for the number"
            + " of comparisons (Holm 1979). Memory is compared after equal numbers of cycles.");
  }
}
