package snapbench.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import snapbench.model.Cell;
import snapbench.report.cell.CycleTime;
import snapbench.report.cell.ShownCells;
import snapbench.report.model.Chart;
import snapbench.report.model.Columns;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;

/**
 * Times of a cycle's parts, a panel for each: median, quartiles and highest of the measured cycles
 * of each cell or, where no cycles are on record, of the iterations' figures.
 */
public final class TimesChart {
  private TimesChart() {}

  /** A row of the chart and of its table. */
  private record Time(
      String variant,
      String kind,
      int count,
      double lower,
      double median,
      double upper,
      double highest) {
    String said() {
      return kind + ", " + variant + " " + Numbers.significant(median) + " ms";
    }
  }

  /** The phases; none if there is nothing to draw. */
  public static List<Chart> phases(ShownCells shown) {
    return chart(
        shown,
        "phases",
        "Phases of a cycle",
        List.of(CycleTime.SNAPSHOT, CycleTime.CHECK, CycleTime.DUMP, CycleTime.CLOSE));
  }

  /** How long a statement on the live database had to wait; none likewise. */
  public static List<Chart> waits(ShownCells shown) {
    return chart(
        shown,
        "waits",
        "How long a statement on the live database had to wait",
        List.of(CycleTime.READS_BLOCKED, CycleTime.WRITES_BLOCKED));
  }

  private static List<Chart> chart(
      ShownCells shown, String id, String title, List<CycleTime> kinds) {
    List<Time> times =
        kinds.stream()
            .flatMap(kind -> shown.cells().stream().flatMap(cell -> time(shown, kind, cell)))
            .toList();
    return times.isEmpty()
        ? List.of()
        : List.of(
            new Chart(
                id,
                title + ", in ms: median (point), quartiles (bar), highest (end of the line)",
                "Medians: "
                    + Texts.listed(times.stream().map(Time::said).toList())
                    + "."
                    + shown.note(),
                ChartTemplate.read("times")
                    .data("times", times)
                    .panels(kinds.stream().map(CycleTime::words).toList())
                    .styled(shown.styles()),
                new Columns<Time>()
                    .text("Variant", Time::variant)
                    .text("Time", Time::kind)
                    .number("Measured", time -> Integer.toString(time.count))
                    .number("Lower quartile, ms", Numbers::significant, Time::lower)
                    .number("Median, ms", Numbers::significant, Time::median)
                    .number("Upper quartile, ms", Numbers::significant, Time::upper)
                    .number("Highest, ms", Numbers::significant, Time::highest)
                    .of(times)));
  }

  private static Stream<Time> time(ShownCells shown, CycleTime kind, Cell cell) {
    double[] values = Arrays.stream(kind.known(cell)).filter(Double::isFinite).toArray();
    if (values.length == 0) {
      return Stream.empty();
    }
    Quartiles quartiles = Quartiles.of(values);
    return Stream.of(
        new Time(
            shown.label(cell),
            kind.words(),
            quartiles.count(),
            quartiles.lower(),
            quartiles.median(),
            quartiles.upper(),
            quartiles.highest()));
  }
}
