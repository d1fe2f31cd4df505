package snapbench.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.comparison.RatioEstimate;
import snapbench.analysis.stats.Medians;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Metric;
import snapbench.model.Parameter;
import snapbench.report.cell.CycleThroughput;
import snapbench.report.cell.CycleTime;
import snapbench.report.cell.JudgedCell;
import snapbench.report.cell.LeverSettings;
import snapbench.report.cell.RssSeries;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.text.Numbers;

/**
 * What frees the memory, and what that costs: every cell against the one with the system's
 * allocator, where a run has several values of {@code malloc}.
 *
 * @param reference the cell with the system's allocator
 * @param runParameter the parameter that names the run; null if there is one run only
 * @param baselineKiB the reference's resident set before the first cycle; NaN if unknown
 */
public record LeverSection(Cell reference, @Nullable String runParameter, double baselineKiB) {
  private static final String MALLOC = Parameter.MALLOC.label();
  private static final String SYSTEM = Parameter.MALLOC.defaultValue();

  /** What a lever's figures depend on and no lever changes. */
  private static final List<String> SAME = List.of(Parameter.SCALE.label(), Parameter.DB.label());

  /** A cell's place, by its resident set at the end or at most; throughput is the ratio. */
  private record Place(
      JudgedCell judged, double lastKiB, double peakKiB, RatioEstimate throughput) {
    Cell cell() {
      return judged.cell();
    }
  }

  /** The section; empty where there is nothing to compare. */
  public static Section of(List<JudgedCell> cells, @Nullable String runParameter) {
    List<JudgedCell> measured = cells.stream().filter(each -> each.cell().isMeasured()).toList();
    boolean isVaried = measured.stream().map(LeverSection::malloc).distinct().count() > 1;
    return measured.stream()
        .filter(each -> isVaried && malloc(each).equals(SYSTEM))
        .map(JudgedCell::cell)
        .findFirst()
        .map(
            each ->
                new LeverSection(each, runParameter, Medians.of(each.forks(), RssSeries::baseline))
                    .section(measured))
        .orElse(Section.list("Levers: none", List.of()));
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
    return new Section(
        "Levers: what frees the memory, and its price",
        List.of(table(places, byPeak)),
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

  private Table table(List<Place> places, List<Place> byPeak) {
    return new Columns<Place>()
        .number("Rank at the end", place -> Integer.toString(places.indexOf(place) + 1))
        .number("Rank of the peak", place -> Integer.toString(byPeak.indexOf(place) + 1))
        .text("Variant", place -> place.cell().name())
        .number("Last, KiB", Numbers::whole, Place::lastKiB)
        .number("Last ÷ baseline", Numbers::times, place -> place.lastKiB / baselineKiB)
        .number("Peak ÷ baseline", Numbers::times, place -> place.peakKiB / baselineKiB)
        .text("Verdict", place -> place.judged.verdict().name())
        .text("Cause", place -> place.judged.cause().word())
        .number(
            "Retained at the end, KiB",
            Numbers::whole,
            place -> Medians.of(place.cell().forks(), fork -> fork.last(Metric.LEDGER_NATIVE_FREE)))
        .number("Throughput ratio", place -> Numbers.ratio(place.throughput.ratio(), 2))
        .text(
            "Interval (95 %)",
            place -> Numbers.ratios(place.throughput.lower(), place.throughput.upper(), 2))
        .number(
            "Reads blocked, ms",
            Numbers::significant,
            place -> CycleTime.READS_BLOCKED.highest(place.cell()))
        .number(
            "Writes blocked, ms",
            Numbers::significant,
            place -> CycleTime.WRITES_BLOCKED.highest(place.cell()))
        .of(places);
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
        .filter(place -> !malloc(place.judged).equals(SYSTEM))
        .findFirst()
        .map(
            best ->
                "Least at the end: %s, %s the baseline, at %s of the throughput. %s"
                    .formatted(
                        best.judged.name(),
                        Numbers.times(best.lastKiB / baselineKiB),
                        Numbers.ratio(best.throughput.ratio(), 2),
                        LeverSettings.of(best.judged.first())))
        .ifPresent(lines::add);
    return lines;
  }

  private Place place(JudgedCell judged) {
    return new Place(
        judged,
        Medians.of(judged.cell().forks(), LeverSection::lastRss),
        Medians.of(judged.cell().forks(), LeverSection::peak),
        CycleThroughput.ratio(reference, judged.cell()));
  }

  private static double lastRss(Fork fork) {
    double[] series = RssSeries.of(fork);
    return series[series.length - 1];
  }

  private static double peak(Fork fork) {
    return fork.known(Metric.PROCESS_RSS_PEAK).max().orElse(Double.NaN);
  }

  private static String malloc(JudgedCell cell) {
    return cell.first().params().getOrDefault(MALLOC, SYSTEM);
  }

  /** How each allocator setting was made, as one writes it elsewhere. */
  public static Section settings(List<Cell> cells) {
    List<Cell> set =
        cells.stream().filter(cell -> !LeverSettings.of(cell.first()).isEmpty()).toList();
    Columns<Cell> columns =
        new Columns<Cell>()
            .text("Variant", Cell::name)
            .text("Settings", cell -> LeverSettings.of(cell.first()));
    return Section.of("Settings of the allocator", columns.of(set)).as(Section.Role.DETAIL);
  }
}
