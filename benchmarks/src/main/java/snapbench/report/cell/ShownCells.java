package snapbench.report.cell;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import snapbench.model.Cell;
import snapbench.report.text.Texts;

/**
 * The cells that charts show: all that have something to show or, where these are more than can be
 * told apart, those with the worst verdicts on their resident set, in the order of the run.
 */
public final class ShownCells {
  private final List<JudgedCell> judged;
  private final int leftOut;
  private final Map<String, String> labels;

  private ShownCells(List<JudgedCell> judged, List<Cell> all, int leftOut) {
    this.judged = List.copyOf(judged);
    this.leftOut = leftOut;
    this.labels = labels(cells(), all);
  }

  private record Ranked(int index, JudgedCell cell, double riseKiB) {
    int severity() {
      return JudgedCell.severity(cell.verdict());
    }
  }

  /**
   * Chooses among the cells of a report.
   *
   * @param observed those of which a process was observed
   * @param all with those that have scores alone
   */
  public static ShownCells of(List<JudgedCell> observed, List<Cell> all) {
    List<JudgedCell> known = observed.stream().filter(each -> hasReadings(each.cell())).toList();
    List<JudgedCell> worst = worst(known, CellStyles.DIFFERENT);
    return new ShownCells(worst, all, known.size() - worst.size());
  }

  /** So many of some cells at most: those with the worst verdicts, in their order. */
  public static List<JudgedCell> worst(List<JudgedCell> cells, int most) {
    if (cells.size() <= most) {
      return cells;
    }
    return IntStream.range(0, cells.size())
        .mapToObj(index -> new Ranked(index, cells.get(index), rise(cells.get(index))))
        .sorted(
            Comparator.comparingInt(Ranked::severity)
                .thenComparing(Ranked::riseKiB, Comparator.reverseOrder()))
        .limit(most)
        .sorted(Comparator.comparingInt(Ranked::index))
        .map(Ranked::cell)
        .toList();
  }

  private static boolean hasReadings(Cell cell) {
    return cell.forks().stream()
        .anyMatch(fork -> !fork.cycles().isEmpty() || !fork.iterations().isEmpty());
  }

  private static double rise(JudgedCell cell) {
    return cell.rss().forks().stream()
        .mapToDouble(fork -> fork.last() - fork.baseline())
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /** Of those that are shown before the others, so that they get the styles that differ. */
  private static Map<String, String> labels(List<Cell> first, List<Cell> all) {
    Map<String, String> labels = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    Stream.concat(first.stream(), all.stream())
        .map(Cell::name)
        .distinct()
        .forEach(name -> labels.put(name, unique(Texts.label(name), taken)));
    return labels;
  }

  private static String unique(String label, Set<String> taken) {
    String unique = label;
    for (int i = 2; !taken.add(unique); i++) {
      unique = label + " (" + i + ")";
    }
    return unique;
  }

  /** The cells, in the order of the run. */
  public List<Cell> cells() {
    return judged.stream().map(JudgedCell::cell).toList();
  }

  /** The same with their verdicts. */
  public List<JudgedCell> judged() {
    return judged;
  }

  /** The name of any cell of the run, short enough for an axis. */
  public String label(Cell cell) {
    return labels.getOrDefault(cell.name(), cell.name());
  }

  /** How each cell of the run is drawn. */
  public CellStyles styles() {
    return CellStyles.of(labels.values());
  }

  /** What is missing, as a sentence to add to a chart's text; empty if nothing is. */
  public String note() {
    return leftOut == 0
        ? ""
        : " Shown are the "
            + judged.size()
            + " variants with the worst verdicts; "
            + leftOut
            + (leftOut == 1 ? " is left out and is" : " are left out and are")
            + " in the tables and in series.csv.";
  }
}
