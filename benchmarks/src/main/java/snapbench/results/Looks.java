package snapbench.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import snapbench.results.Cell.State;

/**
 * Tells the look that counts for each cell from the others, which are no further forks of it: the
 * looks differ in their number of cycles.
 *
 * @param counting the forks of the last look at each cell that was measured completely, or of the
 *     first look if none was, in the order of the first looks
 * @param earlier the forks of the looks before
 * @param unfinished the forks of a later look that was not measured completely
 */
public record Looks(List<Cell> counting, List<Cell> earlier, List<Cell> unfinished) {
  /** Copies the lists. */
  public Looks {
    counting = List.copyOf(counting);
    earlier = List.copyOf(earlier);
    unfinished = List.copyOf(unfinished);
  }

  private record Key(String benchmark, String mode, Map<String, String> params) {
    static Key of(Cell cell) {
      return new Key(cell.benchmark(), cell.mode(), cell.params());
    }
  }

  /** Sorts the cells of a run. */
  public static Looks of(Collection<Cell> cells) {
    Map<Key, List<Cell>> byKey =
        cells.stream()
            .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
    Looks looks = new Looks(List.of(), List.of(), List.of());
    for (List<Cell> each : byKey.values()) {
      looks = looks.with(ofOne(each));
    }
    return looks;
  }

  private static Looks ofOne(List<Cell> cells) {
    TreeMap<Integer, List<Cell>> byLook =
        cells.stream()
            .collect(
                Collectors.groupingBy(
                    cell -> cell.look().number(), TreeMap::new, Collectors.toList()));
    int forks = byLook.firstEntry().getValue().size();
    int last =
        byLook.entrySet().stream()
            .filter(entry -> isComplete(entry.getValue(), forks))
            .mapToInt(Map.Entry::getKey)
            .max()
            .orElse(byLook.firstKey());
    return new Looks(
        byLook.getOrDefault(last, List.of()),
        joined(byLook.headMap(last).values()),
        joined(byLook.tailMap(last + 1).values()));
  }

  private static boolean isComplete(List<Cell> look, int forks) {
    return look.size() == forks && look.stream().allMatch(cell -> cell.state() == State.MEASURED);
  }

  private Looks with(Looks more) {
    return new Looks(
        joined(List.of(counting, more.counting)),
        joined(List.of(earlier, more.earlier)),
        joined(List.of(unfinished, more.unfinished)));
  }

  private static List<Cell> joined(Collection<List<Cell>> lists) {
    List<Cell> all = new ArrayList<>();
    lists.forEach(all::addAll);
    return all;
  }
}
