package snapbench.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.model.Fork;
import snapbench.report.cell.JudgedCell;
import snapbench.report.cell.ShownCells;
import snapbench.report.model.Columns;
import snapbench.report.model.Table;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;

/**
 * A quantity over cycles as lines of a chart: one for each cell and fork, from the reading before
 * the first cycle on.
 *
 * @param lines the lines, each of two points at least
 */
record SeriesLines(List<Line> lines) {

  /**
   * A line.
   *
   * @param cell the cell's label
   * @param number tells the lines of a cell apart
   * @param fork the fork's number, or that it is not known
   * @param series its readings
   * @param judgement on the resident set of the fork; null of one that failed among others
   */
  record Line(String cell, int number, String fork, Series series, @Nullable Judgement judgement) {}

  /** A point that is drawn, of the line of that number. */
  record Point(String variant, String fork, int line, double cycle, double value, double mib) {}

  /** The lines of the cells that are shown. */
  static SeriesLines of(ShownCells shown, Quantity quantity) {
    List<Line> lines = new ArrayList<>();
    for (JudgedCell judged : shown.judged()) {
      for (Fork fork : judged.cell().forks()) {
        JudgedFork known = judged.judged(fork);
        Series series = known == null ? ForkSeries.of(fork, quantity) : known.series(quantity);
        if (series.size() > 1) {
          lines.add(
              new Line(
                  shown.label(judged.cell()),
                  lines.size(),
                  Texts.fork(fork.fork()),
                  series,
                  known == null ? null : known.judgement(Quantity.RSS)));
        }
      }
    }
    return new SeriesLines(List.copyOf(lines));
  }

  /** The points that are drawn. */
  List<Point> points() {
    int most = CurveDownsampling.share(lines.size());
    return lines.stream()
        .flatMap(
            line ->
                Arrays.stream(CurveDownsampling.ofLine(line.series().values(), most))
                    .mapToObj(i -> point(line, i)))
        .toList();
  }

  private static Point point(Line line, int i) {
    double value = line.series().value(i);
    return new Point(
        line.cell, line.fork, line.number, line.series().cycle(i), value, Numbers.mib(value));
  }

  /** What was left out, as a sentence to add to a chart's text; empty if nothing was. */
  String note() {
    int most = CurveDownsampling.share(lines.size());
    return lines.stream().anyMatch(line -> line.series().size() > most)
        ? CurveDownsampling.OF_LINES
        : "";
  }

  /** The points that are drawn, as a table. */
  Table table(String heading) {
    return new Columns<Point>()
        .text("Variant", Point::variant)
        .text("Fork", Point::fork)
        .number("Cycle", point -> Numbers.decimals(point.cycle, 3))
        .number(heading, point -> Numbers.decimals(point.value, 3))
        .of(points());
  }

  /** How each cell begins and ends, in a sentence; of several forks the medians. */
  String summary(String unit, double divisor) {
    Map<String, List<Line>> byCell =
        lines.stream()
            .collect(Collectors.groupingBy(Line::cell, LinkedHashMap::new, Collectors.toList()));
    List<String> parts = byCell.values().stream().map(forks -> span(forks, unit, divisor)).toList();
    return "From the first reading to the last: " + Texts.listed(parts) + ".";
  }

  private static String span(List<Line> forks, String unit, double divisor) {
    String count = forks.size() > 1 ? " (median of " + forks.size() + " forks)" : "";
    double cycles = Medians.of(forks, line -> line.series().cycle(last(line)));
    return "%s%s %s to %s%s in %s cycle%s"
        .formatted(
            forks.get(0).cell(),
            count,
            Numbers.decimals(Medians.of(forks, line -> line.series().value(0)) / divisor, 1),
            Numbers.decimals(
                Medians.of(forks, line -> line.series().value(last(line))) / divisor, 1),
            unit.isEmpty() ? "" : " " + unit,
            Numbers.decimals(cycles, 1),
            cycles == 1 ? "" : "s");
  }

  private static int last(Line line) {
    return line.series().size() - 1;
  }
}
