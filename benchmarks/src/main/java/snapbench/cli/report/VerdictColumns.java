package snapbench.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.analysis.fork.CauseFinding;
import snapbench.analysis.fork.CellCause;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.results.csv.SeriesCsv;

/** What series.csv says of the verdicts on a fork, in every row of its. */
final class VerdictColumns {
  private VerdictColumns() {}

  static Map<String, String> of(JudgedFork fork) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Quantity quantity : ForkSeries.quantities()) {
      Judgement judgement = fork.judgement(quantity);
      String name = quantity.name();
      columns.put(name + "_verdict", judgement.verdict().name());
      columns.put(name + "_growth", SeriesCsv.number(judgement.growth().perCycle()));
      columns.put(name + "_growth_lower", SeriesCsv.number(judgement.growth().lower()));
      columns.put(name + "_growth_upper", SeriesCsv.number(judgement.growth().upper()));
      columns.put(name + "_detectable", SeriesCsv.number(judgement.detectable()));
      if (quantity.equals(Quantity.RSS)) {
        double share = judgement.shareOf(fork.context().databaseKiB());
        columns.put("rss_growth_of_database", SeriesCsv.number(share));
      }
    }
    columns.put("pss_kib_last", SeriesCsv.number(last(fork, Metric.PROCESS_PSS)));
    columns.put(
        "counted_again_kib_last", SeriesCsv.number(last(fork, Metric.LEDGER_COUNTED_AGAIN)));
    CellCause cause = CellCause.of(List.of(fork));
    columns.put("cause", cause.word());
    columns.put(
        "cause_share", SeriesCsv.number(cause.first().map(CauseFinding::share).orElse(Double.NaN)));
    return columns;
  }

  private static double last(JudgedFork fork, Metric metric) {
    List<Iteration> all = fork.fork().iterations();
    return all.isEmpty() ? Double.NaN : all.get(all.size() - 1).value(metric);
  }
}
