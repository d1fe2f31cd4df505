package snapbench.report.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.comparison.RatioEstimate;
import snapbench.analysis.stats.Medians;
import snapbench.model.Cell;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.model.Parameter;
import snapbench.report.cell.CycleThroughput;
import snapbench.report.cell.JudgedCell;
import snapbench.report.cell.LeverSettings;
import snapbench.report.cell.RssSeries;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;

/**
 * What frees the memory, and what that costs: every cell against the one with the system's
 * allocator, where a run has several values of {@code malloc}.
 */
public final class LeverSection {
  private static final String MALLOC = Parameter.MALLOC.label();
  private static final String SYSTEM = Parameter.MALLOC.defaultValue();

  /** What a lever's figures depend on and no lever changes. */
  private static final List<String> SAME = List.of(Parameter.SCALE.label(), Parameter.DB.label());

  private final Cell reference;
  private final @Nullable String runParameter;
  private final double baselineKiB;

  private LeverSection(Cell reference, @Nullable String runParameter) {
    this.reference = reference;
    this.runParameter = runParameter;
    this.baselineKiB = median(reference, LeverSection::baseline);
  }

  /**
   * A cell's place.
   *
   * @param judged the cell
   * @param lastKiB resident set at the end
   * @param peakKiB highest resident set, within cycles too
   */
  private record Place(JudgedCell judged, double lastKiB, double peakKiB) {
    Cell cell() {
      return judged.cell();
    }
  }

  /**
   * The section.
   *
   * @param runParameter the parameter that names the run; null if there is one run only
   */
  public static Section of(List<JudgedCell> cells, @Nullable String runParameter) {
    List<JudgedCell> measured = cells.stream().filter(each -> each.cell().isMeasured()).toList();
    Optional<Cell> system =
        measured.stream()
            .map(JudgedCell::cell)
            .filter(cell -> malloc(cell).equals(SYSTEM))
            .findFirst();
    boolean several = measured.stream().map(each -> malloc(each.cell())).distinct().count() > 1;
    return system.isPresent() && several
        ? new LeverSection(system.get(), runParameter).section(measured)
        : new Section("Levers: none", List.of(), List.of());
  }

  private Section section(List<JudgedCell> measured) {
    List<Place> places =
        measured.stream()
            .filter(each -> isComparable(each.first()))
            .map(this::place)
            .filter(place -> !Double.isNaN(place.lastKiB))
            .sorted(Comparator.comparingDouble(Place::lastKiB))
            .toList();
    List<Place> byPeak =
        places.stream().sorted(Comparator.comparingDouble(Place::peakKiB)).toList();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      rows.add(row(i + 1, byPeak.indexOf(places.get(i)) + 1, places.get(i)));
    }
    return new Section(
        "Levers: what frees the memory, and its price",
        List.of(new Table(columns(), rows)),
        lines(places, measured.stream().filter(each -> !isComparable(each.first())).count()));
  }

  /** Of the same run, mode and database: another has another baseline. */
  private boolean isComparable(Fork fork) {
    Fork with = reference.first();
    return fork.mode().equals(with.mode())
        && SAME.stream().allMatch(name -> isSame(name, fork, with))
        && (runParameter == null || isSame(runParameter, fork, with));
  }

  private static boolean isSame(String name, Fork one, Fork other) {
    return Objects.equals(one.params().get(name), other.params().get(name));
  }

  private static List<Column> columns() {
    return List.of(
        Column.number("Rank at the end"),
        Column.number("Rank of the peak"),
        Column.text("Variant"),
        Column.number("Last, KiB"),
        Column.number("Last ÷ baseline"),
        Column.number("Peak ÷ baseline"),
        Column.text("Verdict"),
        Column.text("Cause"),
        Column.number("Retained at the end, KiB"),
        Column.number("Throughput ratio"),
        Column.text("Interval (95 %)"),
        Column.number("Reads blocked, ms"),
        Column.number("Writes blocked, ms"));
  }

  private List<String> row(int rank, int rankOfPeak, Place place) {
    Cell cell = place.cell();
    RatioEstimate throughput = CycleThroughput.ratio(reference, cell);
    return List.of(
        Integer.toString(rank),
        Integer.toString(rankOfPeak),
        cell.name(),
        Numbers.whole(place.lastKiB),
        Numbers.times(place.lastKiB / baselineKiB),
        Numbers.times(place.peakKiB / baselineKiB),
        place.judged.verdict().name(),
        place.judged.cause().word(),
        Numbers.whole(median(cell, fork -> last(fork, Metric.LEDGER_NATIVE_FREE))),
        ratio(throughput.ratio()),
        ratio(throughput.lower()) + " to " + ratio(throughput.upper()),
        Numbers.significant(cell.highest(Cycle::liveReadBlockedMillis, Metric.LIVE_READ_BLOCKED)),
        Numbers.significant(
            cell.highest(Cycle::liveWriteBlockedMillis, Metric.LIVE_WRITE_BLOCKED)));
  }

  private List<String> lines(List<Place> places, long leftOut) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Baseline: "
            + Numbers.whole(baselineKiB)
            + " KiB, "
            + reference.name()
            + " before the first cycle. Throughput: the reference's time of a cycle divided by the"
            + " variant's, median of all pairs of measured cycles; the interval holds within these"
            + " forks, not between others.");
    if (leftOut > 0) {
      lines.add(
          "Not ranked here, since another run, mode, database or scale has another baseline: "
              + leftOut
              + (leftOut == 1 ? " variant." : " variants."));
    }
    places.stream()
        .filter(place -> !malloc(place.cell()).equals(SYSTEM))
        .findFirst()
        .ifPresent(best -> lines.add(advice(best)));
    return lines;
  }

  private String advice(Place best) {
    String settings = LeverSettings.of(best.cell().first());
    return "Least at the end: %s, %s the baseline, at %s of the throughput. %s"
        .formatted(
            best.cell().name(),
            Numbers.times(best.lastKiB / baselineKiB),
            ratio(CycleThroughput.ratio(reference, best.cell()).ratio()),
            settings);
  }

  private Place place(JudgedCell judged) {
    return new Place(
        judged,
        median(judged.cell(), LeverSection::lastRss),
        median(judged.cell(), LeverSection::peak));
  }

  private static double median(Cell cell, ToDoubleFunction<Fork> figure) {
    return Medians.of(cell.forks().stream().mapToDouble(figure).toArray());
  }

  private static double baseline(Fork fork) {
    return RssSeries.of(fork)[0];
  }

  private static double lastRss(Fork fork) {
    double[] series = RssSeries.of(fork);
    return series[series.length - 1];
  }

  private static double peak(Fork fork) {
    double[] peaks =
        fork.iterations().stream()
            .mapToDouble(iteration -> iteration.value(Metric.PROCESS_RSS_PEAK))
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return Arrays.stream(peaks).max().orElse(Double.NaN);
  }

  private static double last(Fork fork, Metric metric) {
    List<Iteration> iterations = fork.iterations();
    return iterations.isEmpty() ? Double.NaN : iterations.get(iterations.size() - 1).value(metric);
  }

  private static String malloc(Cell cell) {
    return cell.first().params().getOrDefault(MALLOC, SYSTEM);
  }

  private static String ratio(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : Numbers.UNKNOWN;
  }
}
