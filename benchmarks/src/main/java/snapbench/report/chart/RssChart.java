package snapbench.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.report.cell.ShownCells;
import snapbench.report.chart.SeriesLines.Line;
import snapbench.report.model.Chart;
import snapbench.report.text.Numbers;

/**
 * The resident set over cycles: a line for each cell and fork, the reading before the first cycle
 * included, and behind it the growth that its verdict is about, with its interval.
 */
public final class RssChart {
  private static final double KIB_PER_MIB = 1024;
  private static final double ABOVE_HIGHEST = 1.05;

  /** More bands than that hide each other. */
  private static final int MOST_BANDS = 24;

  private final SeriesLines lines;
  private final double topMiB;

  private RssChart(SeriesLines lines) {
    this.lines = lines;
    this.topMiB =
        ABOVE_HIGHEST
            * lines.lines().stream()
                .flatMapToDouble(line -> Arrays.stream(line.series().values()))
                .max()
                .orElse(0)
            / KIB_PER_MIB;
  }

  /** The chart; none if there is nothing to draw. */
  public static List<Chart> of(ShownCells shown) {
    SeriesLines lines = SeriesLines.of(shown, Quantity.RSS);
    return lines.lines().isEmpty() ? List.of() : List.of(new RssChart(lines).chart(shown));
  }

  private Chart chart(ShownCells shown) {
    List<Growth> growth =
        lines.lines().size() <= MOST_BANDS
            ? lines.lines().stream().flatMap(line -> growth(line).stream()).toList()
            : List.of();
    return new Chart(
        "resident-set",
        "Resident set against cycles",
        lines.summary("MiB", KIB_PER_MIB)
            + (growth.isEmpty()
                ? ""
                : " The band behind a line is the interval of the growth that its verdict is about,"
                    + " over the cycles that decide.")
            + lines.note()
            + shown.note(),
        ChartTemplate.read("resident-set")
            .data("readings", lines.points())
            .data("growth", growth)
            .styled(shown.styles()),
        lines.table("Resident set, KiB"));
  }

  /** A point of the band behind a line. */
  private record Growth(
      String variant,
      String fork,
      int line,
      double cycle,
      double fitMiB,
      double lowMiB,
      double highMiB,
      String verdict,
      String growth,
      String interval) {}

  /**
   * The estimated growth as a straight line through the middle of the readings that decide, and its
   * interval around it, cut off where the chart ends.
   */
  private List<Growth> growth(Line line) {
    Judgement judgement = line.judgement();
    if (judgement == null
        || !Double.isFinite(judgement.growth().perCycle())
        || !Double.isFinite(judgement.growth().halfWidth())) {
      return List.of();
    }
    GrowthEstimate growth = judgement.growth();
    Series series = line.series();
    int end = Math.min(series.size(), series.indexOf(growth.toCycle()) + 1);
    Series deciding = series.between(series.indexOf(growth.fromCycle()), end);
    if (deciding.size() < 2) {
      return List.of();
    }
    double middle = deciding.cycle(deciding.size() / 2);
    double level = Medians.of(deciding.values());
    List<Growth> rows = new ArrayList<>();
    for (double cycle : corners(growth, middle, level)) {
      double first = level + growth.lower() * (cycle - middle);
      double second = level + growth.upper() * (cycle - middle);
      rows.add(
          new Growth(
              line.cell(),
              line.fork(),
              line.number(),
              cycle,
              mib(level + growth.perCycle() * (cycle - middle)),
              mib(Math.min(first, second)),
              mib(Math.max(first, second)),
              judgement.verdict().name(),
              Numbers.significant(growth.perCycle()) + " KiB per cycle",
              Numbers.significant(growth.lower()) + " to " + Numbers.significant(growth.upper())));
    }
    return rows;
  }

  /** Where the line and the edges of its band begin, meet, leave the chart and end. */
  private SortedSet<Double> corners(GrowthEstimate growth, double middle, double level) {
    SortedSet<Double> corners =
        new TreeSet<>(List.of(growth.fromCycle(), middle, growth.toCycle()));
    for (double slope : new double[] {growth.lower(), growth.perCycle(), growth.upper()}) {
      for (double bound : new double[] {0, topMiB * KIB_PER_MIB}) {
        double cycle = middle + (bound - level) / slope;
        if (cycle > growth.fromCycle() && cycle < growth.toCycle()) {
          corners.add(cycle);
        }
      }
    }
    return corners;
  }

  private double mib(double kib) {
    return Math.max(0, Math.min(topMiB, kib / KIB_PER_MIB));
  }
}
