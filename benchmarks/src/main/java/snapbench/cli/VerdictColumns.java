package snapbench.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.analysis.CauseFinding;
import snapbench.analysis.CellCause;
import snapbench.analysis.CellSeries;
import snapbench.analysis.JudgedCell;
import snapbench.analysis.Judgement;
import snapbench.analysis.Quantity;
import snapbench.report.JudgedRun;
import snapbench.results.Cell;
import snapbench.results.SeriesCsv;

/** What series.csv says of the verdicts on a fork, in every row of its. */
final class VerdictColumns {
  private VerdictColumns() {}

  static Map<String, String> of(Cell cell, JudgedRun run) {
    JudgedCell known = run.of(cell);
    JudgedCell judged = known == null ? JudgedCell.of(List.of(cell), run.thresholds()) : known;
    int fork = indexOf(cell, judged);
    Map<String, String> columns = new LinkedHashMap<>();
    for (Quantity quantity : CellSeries.quantities()) {
      Judgement judgement = judged.judgement(quantity).forks().get(fork);
      String name = quantity.name();
      columns.put(name + "_verdict", judgement.verdict().name());
      columns.put(name + "_growth", SeriesCsv.number(judgement.growth().perCycle()));
      columns.put(name + "_growth_lower", SeriesCsv.number(judgement.growth().lower()));
      columns.put(name + "_growth_upper", SeriesCsv.number(judgement.growth().upper()));
      columns.put(name + "_detectable", SeriesCsv.number(judgement.detectable()));
      if (quantity.equals(Quantity.RSS)) {
        double databaseKiB =
            CellSeries.circumstances(cell, run.thresholds(), CellSeries.alpha(cell)).databaseKiB();
        columns.put("rss_growth_of_database", SeriesCsv.number(judgement.shareOf(databaseKiB)));
      }
    }
    CellCause cause =
        judged.forks().size() == 1
            ? judged.cause()
            : CellCause.of(List.of(cell), run.thresholds(), CellSeries.alpha(cell));
    columns.put("cause", cause.word());
    columns.put(
        "cause_share", SeriesCsv.number(cause.first().map(CauseFinding::share).orElse(Double.NaN)));
    return columns;
  }

  /** By identity: to compare thousands of cycles would take its time. */
  @SuppressWarnings("ReferenceEquality")
  private static int indexOf(Cell cell, JudgedCell judged) {
    for (int i = 0; i < judged.forks().size(); i++) {
      if (judged.forks().get(i) == cell) {
        return i;
      }
    }
    throw new IllegalArgumentException("cell " + cell.number() + " was not judged");
  }
}
