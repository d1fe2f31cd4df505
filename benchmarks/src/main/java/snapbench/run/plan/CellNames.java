package snapbench.run.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import snapbench.model.Parameter;

/** Names the cells of a plan by what sets them apart: "snapshot and dump, memory, threads=1". */
public final class CellNames {
  private static final String SNAPSHOT = Parameter.SNAPSHOT.label();

  private final List<PlannedCell> cells;

  public CellNames(List<PlannedCell> cells) {
    this.cells = List.copyOf(cells);
  }

  public String of(PlannedCell cell) {
    List<String> parts = new ArrayList<>(List.of(words(cell.benchmark())));
    cell.params()
        .forEach(
            (name, value) -> {
              if (differs(cell, other -> other.params().getOrDefault(name, ""))) {
                parts.add(name.equals(SNAPSHOT) ? value : name + "=" + value);
              }
            });
    if (differs(cell, other -> other.mode().shortLabel())) {
      parts.add(cell.mode().shortLabel());
    }
    return String.join(", ", parts);
  }

  /** Whether the cells of the same benchmark differ in something. */
  private boolean differs(PlannedCell cell, Function<PlannedCell, String> something) {
    return cells.stream()
        .filter(other -> other.benchmark().equals(cell.benchmark()))
        .anyMatch(other -> !something.apply(other).equals(something.apply(cell)));
  }

  /** {@code a.B.dumpLive} as "dump live". */
  private static String words(String benchmark) {
    return benchmark
        .substring(benchmark.lastIndexOf('.') + 1)
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
