package snapbench.report.section;

import java.util.List;
import java.util.function.ToDoubleFunction;
import snapbench.model.Cell;
import snapbench.model.Cycle;
import snapbench.report.cell.CycleTime;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.text.Numbers;

/** How long the phases of a cycle take, and how long the live database was out of reach. */
public final class PhaseSection {
  private static final List<Figure> FIGURES =
      List.of(
          new Figure("Snapshot, mean", CycleTime.SNAPSHOT::mean, "none"),
          new Figure("Check, mean", CycleTime.CHECK::mean, "none"),
          new Figure("Dump, mean", CycleTime.DUMP::mean, "none"),
          new Figure("Close, mean", CycleTime.CLOSE::mean, "none"),
          new Figure("Whole cycle, mean", cell -> cell.mean(Cycle::totalMillis), Numbers.UNKNOWN),
          new Figure("Reads blocked, longest", CycleTime.READS_BLOCKED::highest, Numbers.UNKNOWN),
          new Figure(
              "Writes blocked, longest", CycleTime.WRITES_BLOCKED::highest, Numbers.UNKNOWN));

  private PhaseSection() {}

  /** A phase is timed wherever there is one: one that has no time does not exist. */
  private record Figure(String heading, ToDoubleFunction<Cell> millis, String otherwise) {
    boolean isKnown(Cell cell) {
      return !Double.isNaN(millis.applyAsDouble(cell));
    }

    String text(Cell cell) {
      return isKnown(cell) ? Numbers.significant(millis.applyAsDouble(cell)) : otherwise;
    }
  }

  public static Section of(List<Cell> cells) {
    Columns<Cell> columns = new Columns<Cell>().text("Variant", Cell::name);
    FIGURES.forEach(figure -> columns.number(figure.heading, figure::text));
    return Section.of(
        "Phases of a cycle, and how long a statement on the live database had to wait, in ms",
        columns.of(
            cells.stream()
                .filter(cell -> FIGURES.stream().anyMatch(figure -> figure.isKnown(cell)))
                .toList()),
        "Whole cycle: from the request to the answer, as the harness sees it.");
  }
}
