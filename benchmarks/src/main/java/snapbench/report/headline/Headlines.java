package snapbench.report.headline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import snapbench.analysis.fork.CellJudgement;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.report.cell.CellTitle;
import snapbench.report.cell.JudgedCell;
import snapbench.report.model.Headline;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;

/**
 * A sentence or a few for each cell of which a process was observed, worst first: what grows, what
 * failed or is undecided, what rose and stayed, what is flat, what is not supported; within these
 * by size.
 */
public final class Headlines {
  /** After every verdict. */
  private static final int UNSUPPORTED = Verdict.values().length;

  private Headlines() {}

  /** A headline and its place: by severity, then by size. */
  private record Placed(Headline headline, int severity, double size) {}

  /**
   * The headlines.
   *
   * @param observed cells of which a process was observed
   * @param environment what is known of the machine
   */
  public static List<Headline> of(List<JudgedCell> observed, Map<String, Object> environment) {
    List<String> subjects = CellTitle.of(observed.stream().map(JudgedCell::cell).toList());
    return IntStream.range(0, observed.size())
        .mapToObj(
            i -> {
              JudgedCell cell = observed.get(i);
              String said = cell.hasRss() ? judged(cell, observed, environment) : unjudged(cell);
              return place(cell, subjects.get(i) + ": " + said);
            })
        .sorted(
            Comparator.comparingInt(Placed::severity)
                .thenComparing(Comparator.comparingDouble(Placed::size).reversed()))
        .map(Placed::headline)
        .toList();
  }

  private static Placed place(JudgedCell cell, String sentences) {
    boolean isJudged = cell.hasRss();
    double size =
        cell.isGrowing(Quantity.RSS) ? cell.rss().growth().perCycle() : cell.course().rise();
    return new Placed(
        new Headline(cell.name(), isJudged ? cell.verdict() : null, sentences),
        severity(cell),
        isJudged && !Double.isNaN(size) ? size : Double.NEGATIVE_INFINITY);
  }

  private static String judged(
      JudgedCell cell, List<JudgedCell> all, Map<String, Object> environment) {
    return RssSentence.of(cell)
        + CauseSentence.of(cell, environment)
        + counted(cell, Quantity.DESCRIPTORS, "Open file descriptors")
        + counted(cell, Quantity.THREADS, "Threads")
        + Remedies.of(cell, all)
        + unmeasured(cell);
  }

  /** Descriptors and threads are told of where they do more than stay. */
  private static String counted(JudgedCell cell, Quantity quantity, String name) {
    CellJudgement judgement = cell.judged().judgement(quantity);
    String range =
        "from %s to %s in %s cycles."
            .formatted(
                Numbers.decimals(Medians.of(judgement.forks(), Judgement::baseline), 1),
                Numbers.decimals(Medians.of(judgement.forks(), Judgement::last), 1),
                Numbers.whole(judgement.cycles()));
    return switch (judgement.verdict()) {
      case GROWING ->
          " %s grow by %s per cycle, %s"
              .formatted(name, Numbers.decimals(judgement.growth().perCycle(), 2), range);
      case PLATEAU -> " " + name + " rose " + range;
      case FLAT, INCONCLUSIVE -> "";
    };
  }

  /** Where there are no two readings. */
  private static String unjudged(JudgedCell cell) {
    String why = unmeasured(cell);
    return why.isEmpty()
        ? "RSS could not be read, or not against cycles: nothing is said about it."
        : why.strip().replaceFirst("^It (is )?", "");
  }

  /** How many forks failed or are unsupported, with the first reason. */
  private static String unmeasured(JudgedCell cell) {
    StringBuilder text = new StringBuilder();
    for (State state : List.of(State.FAILED, State.UNSUPPORTED)) {
      List<Fork> forks =
          cell.cell().forks().stream().filter(fork -> fork.state() == state).toList();
      if (!forks.isEmpty()) {
        int count = cell.cell().forks().size();
        text.append(' ')
            .append(count == 1 ? "It" : forks.size() + " of " + count + " forks")
            .append(state == State.FAILED ? " failed" : forks.size() == 1 ? " is" : " are")
            .append(state == State.FAILED ? "" : " not supported")
            .append(": ")
            .append(Texts.sentence(String.valueOf(forks.get(0).reason())));
      }
    }
    return text.toString();
  }

  private static int severity(JudgedCell cell) {
    List<Fork> forks = cell.cell().forks();
    if (ForkSeries.quantities().stream().anyMatch(cell::isGrowing) || cell.hasGrowingOwner()) {
      return JudgedCell.severity(Verdict.GROWING);
    }
    if (forks.stream().allMatch(fork -> fork.state() == State.UNSUPPORTED)) {
      return UNSUPPORTED;
    }
    if (forks.stream().anyMatch(fork -> fork.state() == State.FAILED) || !cell.hasRss()) {
      return JudgedCell.severity(Verdict.INCONCLUSIVE);
    }
    return JudgedCell.severity(cell.verdict());
  }
}
