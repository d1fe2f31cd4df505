package snapbench.self.chaos.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import snapbench.model.CellKey;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.results.folder.Run;

/**
 * What a run says that nothing disturbs.
 *
 * @param duration how long it took
 * @param cycles of each cell, by fork
 */
record Undisturbed(Duration duration, Map<CellKey, List<List<Cycle>>> cycles) {
  private static final double RSS_FACTOR = 3;

  /** Of a run that measured everything. */
  static Undisturbed of(Duration duration, Run run) {
    return new Undisturbed(
        duration,
        run.forks().stream()
            .collect(
                Collectors.groupingBy(
                    Fork::key, Collectors.mapping(Fork::cycles, Collectors.toList()))));
  }

  /** How many forks it measured. */
  int forks() {
    return cycles.values().stream().mapToInt(List::size).sum();
  }

  /** In what a fork's figures differ from what is true; empty if in nothing. */
  Optional<String> difference(Fork fork) {
    List<List<Cycle>> known = cycles.get(fork.key());
    if (known == null) {
      return Optional.of("nobody planned " + fork.key());
    }
    List<Cycle> expected = known.get(0);
    if (fork.state() == Fork.State.MEASURED && fork.cycles().size() != expected.size()) {
      return Optional.of(
          "%d cycles of %d in %d.json"
              .formatted(fork.cycles().size(), expected.size(), fork.number()));
    }
    for (int i = 0; i < Math.min(expected.size(), fork.cycles().size()); i++) {
      if (!isLike(fork.cycles().get(i), expected.get(i))) {
        return Optional.of("%s, not %s".formatted(fork.cycles().get(i), expected.get(i)));
      }
    }
    return Optional.empty();
  }

  private static boolean isLike(Cycle one, Cycle other) {
    double rss = one.after().rssKiB() / other.after().rssKiB();
    return work(one).equals(work(other))
        && one.after().fds() > 0
        && one.after().threads() > 0
        && rss > 1 / RSS_FACTOR
        && rss < RSS_FACTOR;
  }

  private static List<Object> work(Cycle cycle) {
    return List.of(
        cycle.cycle(),
        cycle.warmup(),
        cycle.iteration(),
        cycle.worker(),
        cycle.databaseBytes(),
        cycle.rows(),
        cycle.dumpBytes());
  }
}
