package snapbench.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.model.Cell;
import snapbench.report.cell.JudgedRun;
import snapbench.report.model.LineChart;
import snapbench.report.model.LineChart.Curve;
import snapbench.report.text.Numbers;

/**
 * The resident set against cycles, a curve for each cell, the median of its forks. Cells that ran
 * about as many cycles share a picture, which ends where the first of them does: memory is compared
 * at equal numbers of cycles.
 */
public final class RssCurves {
  /** Of so many curves each still has a colour that can be named. */
  private static final int MOST_CURVES = 5;

  private static final int MOST_POINTS = 60;
  private static final int MOST_PICTURES = 4;
  private static final int FEWEST_CYCLES = 2;

  /** Of the longest series in a picture, the least that the shortest must reach. */
  private static final double ALIKE = 0.8;

  private RssCurves() {}

  /** A cell's series, one for each fork; the cycles are those of the shortest. */
  private record Source(String name, List<Series> forks, double cycles) {}

  /** The pictures; none where there is nothing to draw, or too much. */
  public static List<LineChart> of(List<Cell> cells, JudgedRun judged) {
    if (cells.size() > MOST_CURVES * MOST_PICTURES) {
      return List.of();
    }
    List<Source> sources =
        cells.stream()
            .map(cell -> source(cell, judged))
            .filter(source -> source.cycles >= FEWEST_CYCLES)
            .sorted(Comparator.comparingDouble(source -> -source.cycles))
            .toList();
    List<LineChart> pictures = new ArrayList<>();
    List<Source> group = new ArrayList<>();
    for (Source source : sources) {
      boolean fits =
          group.isEmpty()
              || (group.size() < MOST_CURVES && source.cycles >= ALIKE * group.get(0).cycles);
      if (!fits) {
        pictures.add(picture(group));
        group.clear();
      }
      group.add(source);
    }
    if (!group.isEmpty()) {
      pictures.add(picture(group));
    }
    return pictures.size() <= MOST_PICTURES ? pictures : List.of();
  }

  private static Source source(Cell cell, JudgedRun judged) {
    List<Series> forks =
        cell.counting().stream()
            .map(fork -> judged.of(fork).series(Quantity.RSS))
            .filter(series -> series.size() > 0 && series.cycle(0) == 0)
            .toList();
    double cycles =
        forks.stream().mapToDouble(series -> series.cycle(series.size() - 1)).min().orElse(0);
    return new Source(cell.name(), forks, cycles);
  }

  private static LineChart picture(List<Source> group) {
    double cycles = group.stream().mapToDouble(Source::cycles).min().orElse(0);
    int points = (int) Math.min(MOST_POINTS, cycles) + 1;
    List<Curve> curves =
        group.stream()
            .map(source -> new Curve(source.name, values(source, cycles, points)))
            .toList();
    return new LineChart("RSS against cycles", "cycle", cycles, "RSS in MiB", curves);
  }

  private static List<Double> values(Source source, double cycles, int points) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      double cycle = cycles * i / (points - 1);
      values.add(Numbers.mib(Medians.of(source.forks, series -> at(series, cycle))));
    }
    return values;
  }

  /** The reading at a cycle, or the last one before. */
  private static double at(Series series, double cycle) {
    int index = series.indexOf(cycle);
    boolean isThere = index < series.size() && series.cycle(index) <= cycle;
    return series.value(Math.max(0, isThere ? index : index - 1));
  }
}
