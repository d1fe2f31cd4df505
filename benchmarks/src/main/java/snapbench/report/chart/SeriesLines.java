package snapbench.report.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
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
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Labels;
import snapbench.report.text.Numbers;

/**
 * A quantity over cycles as lines of a chart: one for each cell and fork, from the reading before
 * the first cycle on.
 *
 * @param lines the lines, each of two points at least
 */
record SeriesLines(List<Line> lines) {

  SeriesLines {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param cell the cell's label
   * @param number tells the lines of a cell apart
   * @param source the fork
   * @param series its readings
   * @param judgement on the resident set of the fork; null of one that failed among others
   */
  record Line(String cell, int number, Fork source, Series series, @Nullable Judgement judgement) {
    /** The fork's number, or that it is not known. */
    String fork() {
      return source.fork() == 0 ? Numbers.UNKNOWN : Integer.toString(source.fork());
    }

    /** What identifies the line in a row of data. */
    ObjectNode row() {
      return ChartTemplate.row().put("variant", cell).put("fork", fork()).put("line", number);
    }
  }

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
                  fork,
                  series,
                  known == null ? null : known.judgement(Quantity.RSS)));
        }
      }
    }
    return new SeriesLines(lines);
  }

  /** The indices of a line's points that are drawn. */
  int[] drawn(Line line) {
    return CurveDownsampling.ofLine(line.series().values(), CurveDownsampling.share(lines.size()));
  }

  /** What was left out, as a sentence to add to a chart's text; empty if nothing was. */
  String note() {
    int most = CurveDownsampling.share(lines.size());
    return lines.stream().anyMatch(line -> line.series().size() > most)
        ? CurveDownsampling.OF_LINES
        : "";
  }

  /** The points that are drawn. */
  Table table(String heading) {
    List<List<String>> rows = new ArrayList<>();
    for (Line line : lines) {
      for (int i : drawn(line)) {
        rows.add(
            List.of(
                line.cell(),
                line.fork(),
                Numbers.decimals(line.series().cycle(i), 3),
                Numbers.decimals(line.series().value(i), 3)));
      }
    }
    return new Table(
        List.of(
            Column.text("Variant"),
            Column.text("Fork"),
            Column.number("Cycle"),
            Column.number(heading)),
        rows);
  }

  /** How each cell begins and ends, in a sentence; of several forks the medians. */
  String summary(String unit, double divisor) {
    Map<String, List<Line>> byCell =
        lines.stream()
            .collect(Collectors.groupingBy(Line::cell, LinkedHashMap::new, Collectors.toList()));
    List<String> parts = byCell.values().stream().map(forks -> span(forks, unit, divisor)).toList();
    return "From the first reading to the last: " + Labels.listed(parts) + ".";
  }

  private static String span(List<Line> forks, String unit, double divisor) {
    return forks.get(0).cell()
        + (forks.size() > 1 ? " (median of " + forks.size() + " forks) " : " ")
        + Numbers.decimals(median(forks, line -> line.series().value(0)) / divisor, 1)
        + " to "
        + Numbers.decimals(median(forks, line -> line.series().value(last(line))) / divisor, 1)
        + (unit.isEmpty() ? "" : " " + unit)
        + " in "
        + cycles(median(forks, line -> line.series().cycle(last(line))));
  }

  private static String cycles(double count) {
    return Numbers.decimals(count, 1) + (count == 1 ? " cycle" : " cycles");
  }

  private static int last(Line line) {
    return line.series().size() - 1;
  }

  private static double median(List<Line> forks, ToDoubleFunction<Line> figure) {
    return Medians.of(forks.stream().mapToDouble(figure).toArray());
  }
}
