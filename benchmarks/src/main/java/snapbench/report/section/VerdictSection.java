package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import snapbench.analysis.fork.CellJudgement;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Verdict;
import snapbench.report.cell.JudgedCell;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.text.Numbers;

/**
 * Whether each cell's resident set, descriptors and threads grow, and how sure that is: a row for
 * each, the forks judged together, then the sentences that say why.
 */
public final class VerdictSection {
  private VerdictSection() {}

  private record Judged(JudgedCell cell, CellJudgement judgement) {
    boolean isOfRss() {
      return judgement.quantity().equals(Quantity.RSS);
    }

    /** What is counted is flat as a rule, and undecided where the resident set is as well. */
    boolean isWorthASentence() {
      return isOfRss()
          || judgement.verdict() == Verdict.GROWING
          || judgement.verdict() == Verdict.PLATEAU;
    }

    String detectable() {
      return Double.isNaN(judgement.detectable()) ? "none yet" : number(judgement.detectable());
    }

    String shareOfDatabase() {
      return judgement.quantity().kind() == Quantity.Kind.MEMORY_KIB
          ? share(judgement.shareOfDatabase(), 3)
          : "";
    }

    String explains() {
      return isOfRss()
          ? cell.cause().first().map(finding -> share(finding.share(), 0)).orElse("")
          : "";
    }

    String level() {
      return " (" + Numbers.percent(1 - ForkSeries.alpha(cell.first()), 2) + ")";
    }
  }

  public static Section of(List<JudgedCell> cells) {
    boolean withCauses = cells.stream().anyMatch(cell -> cell.cause().isKnown());
    // several looks have stricter intervals than one
    boolean isOfOneLevel =
        cells.stream().allMatch(cell -> ForkSeries.alpha(cell.first()) == SeriesContext.ALPHA);
    Columns<Judged> columns =
        new Columns<Judged>()
            .text("Variant", each -> each.cell.name())
            .text("Series", each -> each.judgement.quantity().name())
            .text("Verdict", each -> each.judgement.verdict().name())
            .number("Growth per cycle", each -> number(each.judgement.growth().perCycle()))
            .text(
                isOfOneLevel ? "95 % interval" : "Interval",
                each -> interval(each.judgement.growth()) + (isOfOneLevel ? "" : each.level()))
            .number("Detectable", Judged::detectable)
            .number("Cycles", Numbers::whole, each -> each.judgement.cycles())
            .number("Share of database", Judged::shareOfDatabase);
    if (withCauses) {
      columns
          .text("Cause", each -> each.isOfRss() ? each.cell.cause().word() : "")
          .number("Explains", Judged::explains);
    }
    List<Judged> rows = cells.stream().flatMap(VerdictSection::judged).toList();
    List<String> lines = new ArrayList<>();
    for (Judged each : rows) {
      if (each.isWorthASentence()) {
        lines.add(
            each.cell.name()
                + ", "
                + each.judgement.quantity().name()
                + ": "
                + each.judgement.reason()
                + ".");
      }
      if (each.isOfRss()) {
        String name = each.cell.name();
        each.cell.cause().sentences().forEach(why -> lines.add(name + ", cause: " + why + "."));
      }
    }
    lines.add(
        "Growth of rss in KiB; descriptors and threads are counts. Detectable: the least growth"
            + " per cycle that would have been found 19 times of 20. Share: growth per cycle of"
            + " rss."
            + (withCauses ? " Explains: the cause's share of what grows, or rose." : ""));
    return Section.of("Does it grow?", columns.of(rows), lines.toArray(String[]::new));
  }

  private static Stream<Judged> judged(JudgedCell cell) {
    return ForkSeries.quantities().stream()
        .filter(cell.judged()::hasSeries)
        .map(quantity -> new Judged(cell, cell.judged().judgement(quantity)));
  }

  private static String share(double share, int decimals) {
    return Double.isNaN(share) ? Numbers.UNKNOWN : Numbers.percent(share, decimals);
  }

  private static String interval(GrowthEstimate growth) {
    return Double.isFinite(growth.halfWidth())
        ? number(growth.lower()) + " to " + number(growth.upper())
        : Numbers.UNKNOWN;
  }

  /** Whole from 100 on; below that three decimals are more than any reading holds. */
  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return Numbers.UNKNOWN;
    }
    return Math.abs(value) >= 100 ? Numbers.whole(value) : Numbers.decimals(value, 3);
  }
}
