package snapbench.report.cell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import snapbench.model.CellKey;
import snapbench.model.Fork;
import snapbench.report.text.Texts;

/**
 * Names the variants of a run as a reader would: a variant of the run's most usual benchmark by its
 * kind of snapshot ("memory"), any other by the benchmark ("dump live"), and both by those
 * parameters that differ ("memory, threads=1").
 */
public final class Cells {
  private static final String USUAL_BENCHMARK = "snapshotAndDump";
  private static final String SNAPSHOT = "snapshot";

  private final List<Fork> cells;
  private final boolean severalBenchmarks;
  private final boolean oneAtATime;

  private Cells(List<Fork> cells) {
    this.cells = cells;
    this.severalBenchmarks = cells.stream().map(Fork::benchmark).distinct().count() > 1;
    this.oneAtATime = isOneAtATime(cells);
  }

  /** Whether several parameters differ in the run, but no cell differs in two from the first. */
  private static boolean isOneAtATime(List<Fork> cells) {
    Set<String> all = new TreeSet<>();
    for (Fork cell : cells) {
      Set<String> differing = differences(cell, cells.get(0));
      if (differing.size() > 1) {
        return false;
      }
      all.addAll(differing);
    }
    return all.size() > 1;
  }

  private static Set<String> differences(Fork cell, Fork first) {
    Set<String> names = new TreeSet<>(cell.params().keySet());
    names.retainAll(first.params().keySet());
    names.removeIf(
        name -> String.valueOf(cell.params().get(name)).equals(first.params().get(name)));
    return names;
  }

  /** The variants of some cells, in their order. */
  public static List<Cell> of(List<Fork> cells) {
    return new Cells(cells).variants();
  }

  private List<Cell> variants() {
    Map<CellKey, List<Fork>> groups =
        cells.stream()
            .collect(Collectors.groupingBy(Fork::key, LinkedHashMap::new, Collectors.toList()));
    List<Cell> variants = named(groups.values(), this::name);
    if (areDistinct(variants)) {
      return variants;
    }
    List<Cell> full = named(groups.values(), Cells::fullName);
    return areDistinct(full) ? full : numbered(full);
  }

  private static boolean areDistinct(List<Cell> variants) {
    return variants.stream().map(Cell::name).distinct().count() == variants.size();
  }

  /** Where they differ beyond what is shown of a long value. */
  private static List<Cell> numbered(List<Cell> variants) {
    List<Cell> numbered = new ArrayList<>();
    for (Cell variant : variants) {
      numbered.add(new Cell(variant.name() + " (" + (numbered.size() + 1) + ")", variant.forks()));
    }
    return numbered;
  }

  private static List<Cell> named(Collection<List<Fork>> groups, Function<Fork, String> naming) {
    return groups.stream().map(forks -> new Cell(naming.apply(forks.get(0)), forks)).toList();
  }

  private String name(Fork cell) {
    Set<String> differing = oneAtATime ? differences(cell, cells.get(0)) : differingParams(cell);
    String snapshot = cell.params().get(SNAPSHOT);
    boolean usual = cell.key().method().equals(USUAL_BENCHMARK) && snapshot != null;
    List<String> parts = new ArrayList<>();
    if (usual && snapshot != null) {
      parts.add(Texts.shortened(snapshot));
    } else if (severalBenchmarks || differing.isEmpty()) {
      parts.add(Texts.words(cell.key().method()));
    }
    for (String param : differing) {
      String value = cell.params().getOrDefault(param, "");
      if (!param.equals(SNAPSHOT)) {
        parts.add(param + "=" + Texts.shortened(value));
      } else if (!usual) {
        parts.add(Texts.shortened(value));
      }
    }
    if (differs(cell, Fork::mode)) {
      parts.add(cell.mode());
    }
    return String.join(", ", parts);
  }

  private static String fullName(Fork cell) {
    String params =
        cell.params().entrySet().stream()
            .map(
                entry ->
                    ", "
                        + Texts.shortened(entry.getKey())
                        + "="
                        + Texts.shortened(entry.getValue()))
            .collect(Collectors.joining());
    return cell.benchmark() + params + ", " + cell.mode();
  }

  private Set<String> differingParams(Fork cell) {
    Set<String> differing = new TreeSet<>();
    for (String param : cell.params().keySet()) {
      if (differs(cell, other -> other.params().getOrDefault(param, ""))) {
        differing.add(param);
      }
    }
    return differing;
  }

  /** Whether the cells of the same benchmark differ in something. */
  private boolean differs(Fork cell, Function<Fork, String> something) {
    return cells.stream()
        .filter(other -> other.benchmark().equals(cell.benchmark()))
        .anyMatch(other -> !something.apply(other).equals(something.apply(cell)));
  }
}
