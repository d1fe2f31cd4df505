package snapbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import snapbench.analysis.CauseFinding;
import snapbench.analysis.CellJudgement;
import snapbench.analysis.Judgement;
import snapbench.analysis.Medians;
import snapbench.analysis.Quantity;
import snapbench.analysis.Verdict;
import snapbench.results.Cell;
import snapbench.results.Cell.State;

/**
 * A sentence or a few for each variant of which a process was observed, worst first: what grows,
 * what failed or is undecided, what rose and stayed, what is flat, what is not supported; within
 * these by size.
 */
final class Headlines {
  private static final int GROWS = 0;
  private static final int OPEN = 1;
  private static final int ROSE = 2;
  private static final int FLAT = 3;
  private static final int UNSUPPORTED = 4;

  private final List<JudgedVariant> all;
  private final Map<String, Object> environment;

  private Headlines(List<JudgedVariant> all, Map<String, Object> environment) {
    this.all = all;
    this.environment = environment;
  }

  /**
   * A headline and its place.
   *
   * @param headline the headline
   * @param severity one of the constants
   * @param size by which it is ordered among its like
   */
  private record Placed(Headline headline, int severity, double size) {}

  /**
   * The headlines.
   *
   * @param observed variants of which a process was observed
   * @param environment what is known of the machine
   */
  static List<Headline> of(List<JudgedVariant> observed, Map<String, Object> environment) {
    Headlines headlines = new Headlines(observed, environment);
    List<String> subjects = Subject.of(observed.stream().map(JudgedVariant::variant).toList());
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < observed.size(); i++) {
      placed.add(headlines.place(observed.get(i), subjects.get(i)));
    }
    return placed.stream()
        .sorted(
            Comparator.comparingInt(Placed::severity)
                .thenComparing(Comparator.comparingDouble(Placed::size).reversed()))
        .map(Placed::headline)
        .toList();
  }

  private Placed place(JudgedVariant variant, String subject) {
    boolean isJudged = variant.hasRss();
    String sentences = subject + ": " + (isJudged ? judged(variant) : unjudged(variant));
    double rise = isJudged ? variant.course().rise() : Double.NaN;
    boolean grows = isJudged && variant.verdict() == Verdict.GROWING;
    double size = grows ? variant.rss().growth().perCycle() : rise;
    return new Placed(
        new Headline(variant.name(), isJudged ? variant.verdict() : null, sentences),
        severity(variant),
        Double.isNaN(size) ? Double.NEGATIVE_INFINITY : size);
  }

  private String judged(JudgedVariant variant) {
    return RssSentence.of(variant)
        + CauseSentence.of(variant, environment)
        + counted(variant, Quantity.DESCRIPTORS, "Open file descriptors")
        + counted(variant, Quantity.THREADS, "Threads")
        + Remedies.of(variant, all)
        + unmeasured(variant);
  }

  /** Descriptors and threads are told of where they do more than stay. */
  private static String counted(JudgedVariant variant, Quantity quantity, String name) {
    CellJudgement judgement = variant.judged().judgement(quantity);
    String range =
        Numbers.decimals(median(judgement, true), 1)
            + " to "
            + Numbers.decimals(median(judgement, false), 1);
    String cycles = " in " + Numbers.whole(judgement.cycles()) + " cycles.";
    return switch (judgement.verdict()) {
      case GROWING ->
          " "
              + name
              + " grow by "
              + Numbers.decimals(judgement.growth().perCycle(), 2)
              + " per cycle, from "
              + range
              + cycles;
      case PLATEAU -> " " + name + " rose from " + range + cycles;
      case FLAT, INCONCLUSIVE -> "";
    };
  }

  private static double median(CellJudgement judgement, boolean first) {
    return Medians.of(
        judgement.forks().stream()
            .mapToDouble(first ? Judgement::baseline : Judgement::last)
            .toArray());
  }

  /** Where there are no two readings. */
  private static String unjudged(JudgedVariant variant) {
    String why = unmeasured(variant);
    return why.isEmpty()
        ? "RSS could not be read, or not against cycles: nothing is said about it."
        : why.strip().replaceFirst("^It (is )?", "");
  }

  /** How many forks failed or are unsupported, with the first reason. */
  private static String unmeasured(JudgedVariant variant) {
    StringBuilder text = new StringBuilder();
    for (State state : List.of(State.FAILED, State.UNSUPPORTED)) {
      List<Cell> forks =
          variant.variant().forks().stream().filter(fork -> fork.state() == state).toList();
      if (!forks.isEmpty()) {
        int count = variant.variant().forks().size();
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

  private static int severity(JudgedVariant variant) {
    List<Cell> forks = variant.variant().forks();
    boolean isGrowing =
        variant.judged().judgements().values().stream()
                .anyMatch(judgement -> judgement.verdict() == Verdict.GROWING)
            || variant.cause().findings().stream().anyMatch(CauseFinding::isGrowing);
    if (isGrowing) {
      return GROWS;
    }
    if (forks.stream().allMatch(fork -> fork.state() == State.UNSUPPORTED)) {
      return UNSUPPORTED;
    }
    if (forks.stream().anyMatch(fork -> fork.state() == State.FAILED) || !variant.hasRss()) {
      return OPEN;
    }
    return switch (variant.verdict()) {
      case GROWING -> GROWS;
      case INCONCLUSIVE -> OPEN;
      case PLATEAU -> ROSE;
      case FLAT -> FLAT;
    };
  }
}
