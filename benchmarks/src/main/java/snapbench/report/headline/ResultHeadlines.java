package snapbench.report.headline;

import java.util.List;
import snapbench.model.Cell;
import snapbench.report.cell.ScoreMode;
import snapbench.report.cell.ScoredCell;
import snapbench.report.model.Headline;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.JmhResult.Metric;
import snapbench.results.jmh.JmhSettings;

/** Scores of another project's benchmarks, a sentence each; there is no verdict on a score. */
public final class ResultHeadlines {
  private ResultHeadlines() {}

  /** The headlines, in the order of the file. */
  public static List<Headline> of(List<ScoredCell> others) {
    return others.stream()
        .map(
            each ->
                new Headline(
                    each.name(), null, subject(each.cell()) + ": " + sentence(each.result())))
        .toList();
  }

  /** Class and method, and what sets it apart from the others. */
  private static String subject(Cell cell) {
    String[] parts = cell.first().benchmark().split("\\.", -1);
    String method = parts[parts.length - 1];
    String name =
        Texts.shortened(parts.length < 2 ? method : parts[parts.length - 2] + "." + method);
    boolean isNamed = cell.name().equals(Texts.words(method)) || cell.name().equals(name);
    return isNamed ? name : name + " (" + cell.name() + ")";
  }

  private static String sentence(JmhResult result) {
    ScoreMode mode = ScoreMode.of(result.mode());
    Metric score = result.primaryMetric();
    boolean isKnown = !Double.isNaN(score.scoreError());
    return "%s %s%s %s%s%s%s."
        .formatted(
            mode.meaning(),
            Numbers.significant(score.score()),
            isKnown ? " ± " + Numbers.significant(score.scoreError()) : "",
            score.scoreUnit(),
            isKnown ? " (99.9 % confidence interval)" : ", interval unknown",
            mode == ScoreMode.UNKNOWN ? "" : ", " + mode.better() + " is better",
            extent(result));
  }

  /** As JMH's file says; where it does not, as many forks as there are rows of raw data. */
  private static String extent(JmhResult result) {
    JmhSettings settings = result.settings();
    double forks =
        Double.isNaN(settings.forks()) ? result.primaryMetric().rawData().size() : settings.forks();
    double iterations = settings.measurementIterations();
    return (forks > 0 ? "; " + Numbers.count(forks, "fork") : "")
        + (forks > 0 && iterations > 0 ? " of " + Numbers.count(iterations, "iteration") : "")
        + (settings.threads() > 1 ? ", " + Numbers.count(settings.threads(), "thread") : "");
  }
}
