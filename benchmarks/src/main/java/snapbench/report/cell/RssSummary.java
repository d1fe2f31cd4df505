package snapbench.report.cell;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.fork.JudgedForks;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;

/**
 * How the resident set of a cell went, in the figures of a headline: medians over its forks (on a
 * plateau, over those that are on one), amounts in KiB.
 *
 * @param from before the first cycle
 * @param to after the last cycle
 * @param cycles of the shortest fork
 * @param riseCycle the cycle after which the last rise was seen, of the forks on a plateau; NaN if
 *     none is
 * @param quietCycles cycles since then; NaN likewise
 * @param lowest lowest reading of these forks, of each since its own last rise; NaN likewise
 * @param highest highest reading of these forks likewise
 * @param atEnd read again at the end of the last iteration; NaN if unknown
 */
public record RssSummary(
    double from,
    double to,
    double cycles,
    double riseCycle,
    double quietCycles,
    double lowest,
    double highest,
    double atEnd) {
  /** Of the rise: a reading that is off by less is told as the same. */
  private static final double ABOUT = 0.1;

  static RssSummary of(JudgedForks judged) {
    List<Judgement> forks = judged.rss().forks();
    List<Judgement> settled =
        forks.stream().filter(fork -> fork.verdict() == Verdict.PLATEAU).toList();
    List<Judgement> told = judged.rss().verdict() == Verdict.PLATEAU ? settled : forks;
    DoubleSummaryStatistics quiet = sinceLastRise(judged);
    return new RssSummary(
        Medians.of(told, Judgement::baseline),
        Medians.of(told, Judgement::last),
        judged.rss().cycles(),
        Medians.of(settled, RssSummary::lastRise),
        settled.stream().mapToDouble(Judgement::quietCycles).min().orElse(Double.NaN),
        quiet.getCount() == 0 ? Double.NaN : quiet.getMin(),
        quiet.getCount() == 0 ? Double.NaN : quiet.getMax(),
        Medians.of(
            IntStream.range(0, forks.size())
                .filter(fork -> told.contains(forks.get(fork)))
                .mapToDouble(fork -> atEnd(judged.forks().get(fork).fork()))
                .toArray()));
  }

  private static double lastRise(Judgement fork) {
    return fork.rises().isEmpty() ? Double.NaN : fork.rises().get(fork.rises().size() - 1);
  }

  /** Of the readings of each fork on a plateau since its own last rise. */
  private static DoubleSummaryStatistics sinceLastRise(JudgedForks judged) {
    DoubleSummaryStatistics readings = new DoubleSummaryStatistics();
    for (JudgedFork fork : judged.forks()) {
      Judgement judgement = fork.judgement(Quantity.RSS);
      double rise = lastRise(judgement);
      Series series = fork.series(Quantity.RSS);
      if (judgement.verdict() == Verdict.PLATEAU) {
        IntStream.range(0, series.size())
            .filter(i -> series.cycle(i) >= rise)
            .forEach(i -> readings.accept(series.value(i)));
      }
    }
    return readings;
  }

  private static double atEnd(Fork fork) {
    double[] series = RssSeries.of(fork);
    return series.length > 1 ? series[series.length - 1] : Double.NaN;
  }

  /** How far the last reading is above the first, in KiB. */
  public double rise() {
    return to - from;
  }

  /** Whether it moved since the last rise by more than a trifle. */
  public boolean isRestless() {
    return highest - lowest > ABOUT * Math.abs(rise());
  }

  /** What was left of the rise when it was read again, in KiB. */
  public double left() {
    return atEnd - from;
  }

  /** Whether much of the rise was gone when it was read again. */
  public boolean hasFallen() {
    return to - atEnd > ABOUT * Math.abs(rise()) && rise() > 0;
  }
}
