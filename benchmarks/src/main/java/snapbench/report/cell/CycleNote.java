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

  private record Pace(String name, String mode, double cyclesPerIteration) {}

  /** The note in one line; none where they did, or where it is unknown. */
  public static List<String> of(List<Cell> columns) {
    List<Pace> paces =
        columns.stream()
            .flatMap(CycleNote::paces)
            .filter(pace -> !Double.isNaN(pace.cyclesPerIteration()))
            .sorted(Comparator.comparingDouble(Pace::cyclesPerIteration))
            .toList();
    if (paces.isEmpty()) {
      return List.of();
    }
    Pace slowest = paces.get(0);
    Pace fastest = paces.get(paces.size() - 1);
    return slowest.cyclesPerIteration() == fastest.cyclesPerIteration()
        ? List.of()
        : List.of(text(isTimed(paces), slowest, fastest));
  }

  private static Stream<Pace> paces(Cell cell) {
    return cell.forks().stream()
        .map(
            (Fork fork) -> new Pace(cell.name(), fork.mode(), CycleCounts.of(fork).perIteration()));
  }

  /** In single-shot mode an iteration is a number of cycles, whatever time they take. */
  private static boolean isTimed(List<Pace> paces) {
    return paces.stream().noneMatch(pace -> pace.mode().equals("ss"));
  }

  private static String text(boolean timed, Pace slowest, Pace fastest) {
    return "Rows are "
        + (timed ? "equal times" : "iterations")
        + ", not equal numbers of cycles: from "
        + described(slowest)
        + " to "
        + described(fastest)
        + " cycles per iteration; compare memory at equal cycles (series.csv).";
  }

  private static String described(Pace pace) {
    return Numbers.significant(pace.cyclesPerIteration()) + " (" + pace.name() + ")";
  }
}
