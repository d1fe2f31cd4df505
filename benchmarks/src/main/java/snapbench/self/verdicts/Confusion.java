package snapbench.self.verdicts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.verdict.Verdict;
import snapbench.self.verdicts.SyntheticKind.Group;

/**
 * What series of known truth are called.
 *
 * @param examined all series of each kind
 */
record Confusion(Map<SyntheticKind, List<Examined>> examined) {
  /** Judges as many series of each kind, on all processors. */
  static Confusion of(List<SyntheticKind> kinds, int seriesOfEach, int cycles, long seed) {
    return new Confusion(
        kinds.stream()
            .collect(
                Collectors.toMap(
                    kind -> kind,
                    kind ->
                        IntStream.range(0, seriesOfEach)
                            .parallel()
                            .mapToObj(index -> Examined.of(kind, cycles, seed, index))
                            .toList(),
                    (a, b) -> a,
                    () -> new EnumMap<>(SyntheticKind.class))));
  }

  /** All series of some groups. */
  Stream<Examined> in(Group... groups) {
    List<Group> asked = List.of(groups);
    return examined.entrySet().stream()
        .filter(entry -> asked.contains(entry.getKey().group()))
        .flatMap(entry -> entry.getValue().stream());
  }

  /** How many series of those that do not grow, of flat and plateau kinds, are called GROWING. */
  Proportion falseGrowing() {
    return share(in(Group.FLAT, Group.PLATEAU).filter(e -> !e.grows()), Verdict.GROWING);
  }

  /** The same of one kind. */
  Proportion falseGrowing(SyntheticKind kind) {
    return share(of(kind).filter(e -> !e.grows()), Verdict.GROWING);
  }

  /** How many series that must be found are: of memory, or of counts. */
  Proportion found(boolean counts) {
    return share(
        in(Group.FOUND).filter(e -> e.synthetic().kind().counts() == counts), Verdict.GROWING);
  }

  /** How many series of growing kinds are called something. */
  Proportion growingCalled(Verdict verdict) {
    return share(in(Group.FOUND, Group.GROWING).filter(Examined::grows), verdict);
  }

  /** How many series of a kind are called something. */
  Proportion called(SyntheticKind kind, Verdict verdict) {
    return share(of(kind), verdict);
  }

  /** How many series of a kind grow in truth. */
  Proportion grows(SyntheticKind kind) {
    return proportion(of(kind), Examined::grows);
  }

  /** How many intervals of a kind, where it is a straight line, hold the truth. */
  Proportion covered(SyntheticKind kind) {
    return proportion(of(kind).filter(Examined::checkable), Examined::covered);
  }

  /**
   * How many series in a straight line whose growth is within a range of multiples of what the
   * judge says it could have detected are called GROWING.
   */
  Proportion foundOfDetectable(double from, double to) {
    Stream<Examined> within =
        examined.keySet().stream()
            .filter(SyntheticKind::linear)
            .flatMap(this::of)
            .filter(Examined::grows)
            .filter(
                e -> {
                  double multiple = e.synthetic().growthAhead() / e.judgement().detectable();
                  return multiple >= from && multiple < to;
                });
    return share(within, Verdict.GROWING);
  }

  /** How many series are judged by another threshold than the truth's. */
  long otherThresholds() {
    return examined.values().stream().flatMap(List::stream).filter(e -> !e.sameThreshold()).count();
  }

  /** The median of some amount over a kind, as a percentage of the baseline. */
  double medianPercent(SyntheticKind kind, ToDoubleFunction<Examined> amount) {
    return Medians.of(
        of(kind).mapToDouble(e -> e.percentOfBaseline(amount.applyAsDouble(e))).toArray());
  }

  private Stream<Examined> of(SyntheticKind kind) {
    return examined.getOrDefault(kind, List.of()).stream();
  }

  private static Proportion share(Stream<Examined> of, Verdict verdict) {
    return proportion(of, e -> e.verdict() == verdict);
  }

  private static Proportion proportion(Stream<Examined> of, Predicate<Examined> counted) {
    Map<Boolean, Long> counts =
        of.collect(Collectors.partitioningBy(counted, Collectors.counting()));
    long yes = counts.getOrDefault(true, 0L);
    return new Proportion(yes, yes + counts.getOrDefault(false, 0L));
  }
}
