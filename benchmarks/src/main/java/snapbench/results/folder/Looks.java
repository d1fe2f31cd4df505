package snapbench.results.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import snapbench.model.CellKey;
import snapbench.model.Fork;
import snapbench.model.Fork.State;

/**
 * Tells the look that counts for each cell from the others, which are no further forks of it: the
 * looks differ in their number of cycles.
 *
 * @param counting the forks of the last look at each cell that was measured completely, or of the
 *     first look if none was, in the order of the first looks
 * @param earlier the forks of the looks before
 * @param unfinished the forks of a later look that was not measured completely
 */
public record Looks(List<Fork> counting, List<Fork> earlier, List<Fork> unfinished) {
  public Looks {
    counting = List.copyOf(counting);
    earlier = List.copyOf(earlier);
    unfinished = List.copyOf(unfinished);
  }

  /** Sorts the forks of a run. */
  public static Looks of(Collection<Fork> forks) {
    Map<CellKey, List<Fork>> byKey =
        forks.stream()
            .collect(Collectors.groupingBy(Fork::key, LinkedHashMap::new, Collectors.toList()));
    Looks looks = new Looks(List.of(), List.of(), List.of());
    for (List<Fork> each : byKey.values()) {
      looks = looks.with(ofCell(each));
    }
    return looks;
  }

  private static Looks ofCell(List<Fork> forks) {
    TreeMap<Integer, List<Fork>> byLook =
        forks.stream()
            .collect(
                Collectors.groupingBy(
                    fork -> fork.look().number(), TreeMap::new, Collectors.toList()));
    int count = byLook.firstEntry().getValue().size();
    int last =
        byLook.entrySet().stream()
            .filter(entry -> isComplete(entry.getValue(), count))
            .mapToInt(Map.Entry::getKey)
            .max()
            .orElse(byLook.firstKey());
    return new Looks(
        byLook.getOrDefault(last, List.of()),
        joined(byLook.headMap(last).values()),
        joined(byLook.tailMap(last + 1).values()));
  }

  private static boolean isComplete(List<Fork> look, int count) {
    return look.size() == count && look.stream().allMatch(fork -> fork.state() == State.MEASURED);
  }

  private Looks with(Looks more) {
    return new Looks(
        joined(List.of(counting, more.counting)),
        joined(List.of(earlier, more.earlier)),
        joined(List.of(unfinished, more.unfinished)));
  }

  /** The forks of each cell that count and were measured. */
  public Map<CellKey, List<Fork>> measured() {
    return counting.stream()
        .filter(fork -> fork.state() == State.MEASURED)
        .collect(Collectors.groupingBy(Fork::key, LinkedHashMap::new, Collectors.toList()));
  }

  private static List<Fork> joined(Collection<List<Fork>> lists) {
    List<Fork> all = new ArrayList<>();
    lists.forEach(all::addAll);
    return all;
  }
}
