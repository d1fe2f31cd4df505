package snapbench.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.analysis.fork.CauseFinding;
import snapbench.analysis.fork.ForkCause;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.model.Fork;
import snapbench.report.cell.JudgedRun;
import snapbench.results.csv.SeriesCsv;

/** What series.csv says of the verdicts on a fork, in every row of its. */
final class VerdictColumns {
  private VerdictColumns() {}

  static Map<String, String> of(Fork cell, JudgedRun run) {
    JudgedFork known = run.of(cell);
    JudgedFork judged = known == null ? JudgedFork.of(List.of(cell), run.thresholds()) : known;
    int fork = indexOf(cell, judged);
    Map<String, String> columns = new LinkedHashMap<>();
    for (Quantity quantity : ForkSeries.quantities()) {
      Judgement judgement = judged.judgement(quantity).forks().get(fork);
      String name = quantity.name();
      columns.put(name + "_verdict", judgement.verdict().name());
      columns.put(name + "_growth", SeriesCsv.number(judgement.growth().perCycle()));
      columns.put(name + "_growth_lower", SeriesCsv.number(judgement.growth().lower()));
      columns.put(name + "_growth_upper", SeriesCsv.number(judgement.growth().upper()));
      columns.put(name + "_detectable", SeriesCsv.number(judgement.detectable()));
      if (quantity.equals(Quantity.RSS)) {
        double databaseKiB =
            ForkSeries.circumstances(cell, run.thresholds(), ForkSeries.alpha(cell)).databaseKiB();
        columns.put("rss_growth_of_database", SeriesCsv.number(judgement.shareOf(databaseKiB)));
      }
    }
    ForkCause cause =
        judged.forks().size() == 1
            ? judged.cause()
            : ForkCause.of(List.of(cell), run.thresholds(), ForkSeries.alpha(cell));
    columns.put("cause", cause.word());
    columns.put(
        "cause_share", SeriesCsv.number(cause.first().map(CauseFinding::share).orElse(Double.NaN)));
    return columns;
  }

  /** By identity: to compare thousands of cycles would take its time. */
  @SuppressWarnings("ReferenceEquality")
  private static int indexOf(Fork cell, JudgedFork judged) {
    for (int i = 0; i < judged.forks().size(); i++) {
      if (judged.forks().get(i) == cell) {
        return i;
      }
    }
    throw new IllegalArgumentException("cell " + cell.number() + " was not judged");
  }
}
