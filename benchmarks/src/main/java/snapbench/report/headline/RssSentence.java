package snapbench.report.headline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import snapbench.analysis.fork.CellJudgement;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Verdict;
import snapbench.report.cell.JudgedCell;
import snapbench.report.cell.RssSummary;
import snapbench.report.text.AmountText;
import snapbench.report.text.Numbers;

/** What the resident set of a cell did, in a sentence or two. */
record RssSentence(JudgedCell cell, CellJudgement rss, RssSummary course) {

  /** The sentence; it begins in the middle of one, after a colon. */
  static String of(JudgedCell cell) {
    RssSentence sentence = new RssSentence(cell, cell.rss(), cell.course());
    String said =
        switch (cell.verdict()) {
          case GROWING -> sentence.growing();
          case PLATEAU -> sentence.plateau();
          case FLAT -> sentence.flat();
          case INCONCLUSIVE -> sentence.inconclusive();
        };
    return said + "." + sentence.forks();
  }

  private String fromTo() {
    return AmountText.pair(course.from(), "to", course.to());
  }

  private String cycles() {
    return Numbers.count(course.cycles(), "cycle");
  }

  private String growing() {
    GrowthEstimate growth = rss.growth();
    double share = rss.shareOfDatabase();
    return "RSS grows by %s per cycle%s%s: from %s in %s, and nothing hints at an end"
        .formatted(
            AmountText.of(growth.perCycle()),
            interval(growth),
            share > 0
                ? ", " + Numbers.percent(share, share < 0.1 ? 2 : 0) + " of the database"
                : "",
            fromTo(),
            cycles());
  }

  private String interval(GrowthEstimate growth) {
    double confidence = 100 * (1 - ForkSeries.alpha(cell.first()));
    return Double.isFinite(growth.halfWidth())
        ? " (%s %% interval: %s)"
            .formatted(
                Numbers.decimals(confidence, 2),
                AmountText.pair(growth.lower(), "to", growth.upper()))
        : "";
  }

  private String plateau() {
    boolean isRestless = course.isRestless();
    return "RSS rose from %s in %s and has %s for %s"
            .formatted(
                isRestless ? AmountText.of(course.from()) : fromTo(),
                Numbers.count(course.riseCycle(), "cycle"),
                isRestless
                    ? "kept between " + AmountText.pair(course.lowest(), "and", course.highest())
                    : "stayed there",
                Numbers.whole(course.quietCycles()))
        + (course.hasFallen()
            ? "; read again at the end of the last iteration, it was "
                + AmountText.of(course.atEnd())
            : "");
  }

  private String flat() {
    Judgement first = first(Verdict.FLAT);
    double since = first.growth().fromCycle();
    return "RSS is flat: %s before the first cycle, %s after %s, and%s it grows by less than %s per"
            .formatted(
                AmountText.of(course.from()),
                AmountText.of(course.to()),
                Numbers.whole(course.cycles()),
                since > 0 ? " since cycle " + Numbers.whole(since) : "",
                AmountText.of(first.threshold()))
        + " cycle, which is too little to matter";
  }

  private String inconclusive() {
    String reason = first(Verdict.INCONCLUSIVE).reason().replaceFirst("^has ", "it has ");
    boolean hasCourse = !Double.isNaN(course.rise());
    return "whether RSS grows is not decided"
        + (hasCourse ? " (" + fromTo() + " in " + cycles() + ")" : "")
        + ": "
        + (isSplit() ? "the forks do not agree; more forks decide" : reason);
  }

  /** Some grow and others do not: no fork's reason is that of all. */
  private boolean isSplit() {
    return isAnyFork(Verdict.GROWING) && (isAnyFork(Verdict.FLAT) || isAnyFork(Verdict.PLATEAU));
  }

  private boolean isAnyFork(Verdict verdict) {
    return rss.forks().stream().anyMatch(fork -> fork.verdict() == verdict);
  }

  private Judgement first(Verdict verdict) {
    List<Judgement> forks = rss.forks();
    return forks.stream()
        .filter(fork -> fork.verdict() == verdict)
        .findFirst()
        .orElse(forks.get(0));
  }

  private String forks() {
    int count = rss.forks().size();
    if (count == 1) {
      return "";
    }
    Map<Verdict, Long> tally =
        rss.forks().stream()
            .collect(
                Collectors.groupingBy(Judgement::verdict, TreeMap::new, Collectors.counting()));
    long told = cell.verdict() == Verdict.PLATEAU ? tally.getOrDefault(Verdict.PLATEAU, 0L) : count;
    return tally.size() == 1
        ? " (Medians of " + count + " forks, which agree.)"
        : " (Medians of "
            + (told < count ? told + " of " : "")
            + count
            + " forks, which disagree: "
            + tally.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "))
            + ".)";
  }
}
