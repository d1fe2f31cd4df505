package snapbench.report.headline;

import java.util.Map;
import snapbench.analysis.fork.Cause;
import snapbench.analysis.fork.CauseFinding;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;
import snapbench.model.Fork.Testee;
import snapbench.model.Metric;
import snapbench.model.Parameter;
import snapbench.report.cell.JudgedCell;
import snapbench.report.cell.RssSummary;
import snapbench.report.text.AmountText;
import snapbench.report.text.EnvironmentValues;
import snapbench.report.text.Numbers;

/** Whose the growth of a cell is, in a sentence, where the ledger knows. */
record CauseSentence(JudgedCell cell, CauseFinding finding, String libc) {
  private static final double MOST_SNAPSHOTS_WITH_DECIMALS = 10;

  /**
   * The sentence, with a space before it; empty if nothing is known.
   *
   * @param environment what is known of the machine
   */
  static String of(JudgedCell cell, Map<String, Object> environment) {
    String libc = String.valueOf(EnvironmentValues.at(environment, "operatingSystem.libc"));
    return cell.cause()
        .first()
        .map(finding -> " " + new CauseSentence(cell, finding, libc).sentence())
        .orElse("");
  }

  private String sentence() {
    if (finding.isDisputed()) {
      return "The forks show different causes.";
    }
    String what = finding.isGrowing() ? "of what grows" : "of the rise";
    if (finding.cause() == Cause.UNKNOWN && Double.isNaN(finding.share())) {
      return "No owner in the ledger explains half " + what + ".";
    }
    RssSummary course = cell.course();
    if (!finding.isGrowing() && cell.verdict() == Verdict.PLATEAU && course.hasFallen()) {
      what = "of the " + AmountText.of(Math.max(0, course.left())) + " that are left";
    }
    String share =
        Double.isNaN(finding.share()) ? "Some" : Numbers.whole(100 * finding.share()) + " %";
    String pace =
        finding.isGrowing() && !Double.isNaN(finding.kib())
            ? AmountText.of(finding.kib()) + " per cycle"
            : "";
    String cause = meaning() + (pace.isEmpty() ? "" : ", " + pace);
    return finding.isHidden()
        ? "Hidden from RSS, but growing: " + cause + "."
        : share + " " + what + " is " + cause + extent() + ".";
  }

  private String meaning() {
    return finding.cause() == Cause.ALLOCATOR_RETENTION
        ? "memory that " + allocator() + " kept after it had been freed"
        : finding.cause().meaning();
  }

  /** By the name of the C library, where that is in charge. */
  private String allocator() {
    boolean system = Parameter.MALLOC.in(cell.first().params()).matches("system|arena.*|trim|mmap");
    return system && libc.startsWith("glibc") ? "glibc" : "the allocator";
  }

  /** As much as so many snapshots, in so many arenas. */
  private String extent() {
    if (finding.cause() != Cause.ALLOCATOR_RETENTION || finding.isGrowing()) {
      return "";
    }
    double times = finding.kib() / databaseKiB();
    double arenas = Medians.of(cell.cell().forks(), CauseSentence::arenas);
    return (times >= 1
            ? ", as much as "
                + (times < MOST_SNAPSHOTS_WITH_DECIMALS
                    ? Numbers.decimals(times, 1)
                    : Numbers.whole(times))
                + " times the database"
            : "")
        + (times >= 2 && arenas > 1 ? "; malloc has " + Numbers.whole(arenas) + " arenas" : "");
  }

  private double databaseKiB() {
    Testee testee = cell.first().testee();
    return testee == null || testee.databaseBytes() <= 0
        ? Double.NaN
        : testee.databaseBytes() / 1024.0;
  }

  private static double arenas(Fork fork) {
    return fork.known(Metric.MALLOC_ARENAS).reduce(Double.NaN, (before, last) -> last);
  }
}
