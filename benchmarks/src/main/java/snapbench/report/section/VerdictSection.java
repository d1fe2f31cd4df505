package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import snapbench.analysis.fork.CauseFinding;
import snapbench.analysis.fork.CellCause;
import snapbench.analysis.fork.CellJudgement;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Verdict;
import snapbench.report.cell.JudgedCell;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;

/**
 * Whether each cell's resident set, descriptors and threads grow, and how sure that is: a row for
 * each, the forks judged together, then the sentences that say why.
 */
public final class VerdictSection {
  private final boolean withCauses;

  /** Several looks have stricter intervals than one. */
  private final boolean isOfOneLevel;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private VerdictSection(boolean withCauses, boolean isOfOneLevel) {
    this.withCauses = withCauses;
    this.isOfOneLevel = isOfOneLevel;
  }

  public static Section of(List<JudgedCell> cells) {
    boolean withCauses = cells.stream().anyMatch(cell -> cell.cause().isKnown());
    boolean isOfOneLevel =
        cells.stream().allMatch(cell -> ForkSeries.alpha(cell.first()) == SeriesContext.ALPHA);
    VerdictSection section = new VerdictSection(withCauses, isOfOneLevel);
    cells.forEach(section::add);
    List<Column> columns = new ArrayList<>();
    columns.addAll(
        List.of(
            Column.text("Variant"),
            Column.text("Series"),
            Column.text("Verdict"),
            Column.number("Growth per cycle"),
            Column.text(section.isOfOneLevel ? "95 % interval" : "Interval"),
            Column.number("Detectable"),
            Column.number("Cycles"),
            Column.number("Share of database")));
    if (withCauses) {
      columns.add(Column.text("Cause"));
      columns.add(Column.number("Explains"));
    }
    if (!section.rows.isEmpty()) {
      section.lines.add(
          "Growth of rss in KiB; descriptors and threads are counts. Detectable: the least growth"
              + " per cycle that would have been found 19 times of 20. Share: growth per cycle of"
              + " rss."
              + (withCauses ? " Explains: the cause's share of what grows, or rose." : ""));
    }
    return new Section(
        "Does it grow?", List.of(new Table(columns, section.rows)), List.copyOf(section.lines));
  }

  private void add(JudgedCell cell) {
    for (Quantity quantity : ForkSeries.quantities()) {
      if (cell.judged().hasSeries(quantity)) {
        CellJudgement judgement = cell.judged().judgement(quantity);
        rows.add(row(cell, judgement));
        if (quantity.equals(Quantity.RSS) || isWorthASentence(judgement)) {
          lines.add(cell.name() + ", " + quantity.name() + ": " + judgement.reason() + ".");
        }
        if (quantity.equals(Quantity.RSS)) {
          cell.cause()
              .sentences()
              .forEach(each -> lines.add(cell.name() + ", cause: " + each + "."));
        }
      }
    }
  }

  /** What is counted is flat as a rule, and undecided where the resident set is as well. */
  private static boolean isWorthASentence(CellJudgement judgement) {
    return judgement.verdict() == Verdict.GROWING || judgement.verdict() == Verdict.PLATEAU;
  }

  private List<String> row(JudgedCell cell, CellJudgement judgement) {
    List<String> row = new ArrayList<>(verdict(cell, judgement));
    if (withCauses && judgement.quantity().equals(Quantity.RSS)) {
      CellCause cause = cell.cause();
      row.add(cause.word());
      row.add(
          cause
              .first()
              .map(CauseFinding::share)
              .map(share -> Double.isNaN(share) ? Numbers.UNKNOWN : percentWhole(share))
              .orElse(""));
    } else if (withCauses) {
      row.addAll(List.of("", ""));
    }
    return row;
  }

  private static String percentWhole(double share) {
    return Numbers.whole(100 * share) + " %";
  }

  private List<String> verdict(JudgedCell cell, CellJudgement judgement) {
    double share = judgement.shareOfDatabase();
    return List.of(
        cell.name(),
        judgement.quantity().name(),
        judgement.verdict().name(),
        number(judgement.growth().perCycle()),
        interval(judgement.growth()) + level(cell),
        Double.isNaN(judgement.detectable()) ? "none yet" : number(judgement.detectable()),
        Numbers.whole(judgement.cycles()),
        judgement.quantity().kind() != Quantity.Kind.MEMORY_KIB
            ? ""
            : Double.isNaN(share) ? Numbers.UNKNOWN : percent(share));
  }

  private String level(JudgedCell cell) {
    return isOfOneLevel
        ? ""
        : " (" + Numbers.decimals(100 * (1 - ForkSeries.alpha(cell.first())), 2) + " %)";
  }

  private static String interval(GrowthEstimate growth) {
    return Double.isNaN(growth.halfWidth()) || Double.isInfinite(growth.halfWidth())
        ? Numbers.UNKNOWN
        : number(growth.lower()) + " to " + number(growth.upper());
  }

  /** Whole from 100 on; below that three decimals are more than any reading holds. */
  private static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Numbers.UNKNOWN;
    }
    return Math.abs(value) >= 100 ? Numbers.whole(value) : Numbers.decimals(value, 3);
  }

  private static String percent(double share) {
    return Numbers.decimals(100 * share, 3) + " %";
  }
}
