package snapbench.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.analysis.CauseFinding;
import snapbench.analysis.CellCause;
import snapbench.analysis.CellSeries;
import snapbench.analysis.Circumstances;
import snapbench.analysis.Judge;
import snapbench.analysis.Judgement;
import snapbench.analysis.Quantity;
import snapbench.analysis.Thresholds;
import snapbench.results.Cell;
import snapbench.results.SeriesCsv;

/** What series.csv says of the verdicts on a fork, in every row of its. */
final class VerdictColumns {
  private VerdictColumns() {}

  static Map<String, String> of(Cell cell, Thresholds thresholds) {
    Circumstances circumstances =
        CellSeries.circumstances(cell, thresholds, CellSeries.alpha(cell));
    Map<String, String> columns = new LinkedHashMap<>();
    for (Quantity quantity : CellSeries.quantities()) {
      Judgement judgement = Judge.judge(CellSeries.of(cell, quantity), circumstances);
      String name = quantity.name();
      columns.put(name + "_verdict", judgement.verdict().name());
      columns.put(name + "_growth", SeriesCsv.number(judgement.growth().perCycle()));
      columns.put(name + "_growth_lower", SeriesCsv.number(judgement.growth().lower()));
      columns.put(name + "_growth_upper", SeriesCsv.number(judgement.growth().upper()));
      columns.put(name + "_detectable", SeriesCsv.number(judgement.detectable()));
      if (quantity.equals(Quantity.RSS)) {
        columns.put(
            "rss_growth_of_database",
            SeriesCsv.number(judgement.shareOf(circumstances.databaseKiB())));
      }
    }
    CellCause cause = CellCause.of(List.of(cell), thresholds, CellSeries.alpha(cell));
    columns.put("cause", cause.word());
    columns.put(
        "cause_share", SeriesCsv.number(cause.first().map(CauseFinding::share).orElse(Double.NaN)));
    return columns;
  }
}
