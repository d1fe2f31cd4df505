package snapbench.report.cell;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.report.text.Numbers;

/** Says below a table by iteration that a row's columns did not run equal numbers of cycles. */
public final class CycleNote {
  private CycleNote() {}

  private record Pace(String name, Fork fork, double cyclesPerIteration) {
    String said() {
      return Numbers.significant(cyclesPerIteration) + " (" + name + ")";
    }
  }

  /** The note in one line; none where they did, or where it is unknown. */
  public static List<String> of(List<Cell> columns) {
    List<Pace> paces =
        columns.stream()
            .flatMap(CycleNote::paces)
            .filter(pace -> !Double.isNaN(pace.cyclesPerIteration))
            .sorted(Comparator.comparingDouble(Pace::cyclesPerIteration))
            .toList();
    if (paces.stream().mapToDouble(Pace::cyclesPerIteration).distinct().count() < 2) {
      return List.of();
    }
    // in single-shot mode an iteration is a number of cycles, whatever time they take
    boolean isTimed = paces.stream().noneMatch(pace -> pace.fork.mode().equals("ss"));
    return List.of(
        ("Rows are %s, not equal numbers of cycles: from %s to %s cycles per iteration; compare"
                + " memory at equal cycles (series.csv).")
            .formatted(
                isTimed ? "equal times" : "iterations",
                paces.get(0).said(),
                paces.get(paces.size() - 1).said()));
  }

  private static Stream<Pace> paces(Cell cell) {
    return cell.forks().stream()
        .map(fork -> new Pace(cell.name(), fork, CycleCounts.of(fork).perIteration()));
  }
}
