package snapbench.self.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Verdict;
import snapbench.report.Report;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;
import snapbench.self.verdicts.Proportion;

/** What a calibration says: what was found of what was planted, and the false alarms. */
public final class CalibrationReport {
  private static final String MEMORY = "memory";

  /** What is counted grows by more than a millionth per cycle, or not at all. */
  private static final double MILLION = 1e6;

  private CalibrationReport() {}

  /**
   * The report on a calibration.
   *
   * @param title its title
   * @param calibration the counts
   * @param unmeasured forks that are not in them, and why, one line each
   */
  public static Report of(String title, Calibration calibration, List<String> unmeasured) {
    List<Section> sections =
        Stream.of(
                planted(calibration),
                clean(calibration),
                smallest(calibration),
                new Section("Not measured", List.of(), unmeasured))
            .filter(section -> !section.isEmpty())
            .toList();
    return new Report(title, sections);
  }

  private static Section planted(Calibration calibration) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Snapshot"));
    columns.add(Column.text("Leak"));
    columns.add(Column.number("Planted per cycle"));
    columns.add(Column.number("Seen per cycle"));
    columns.addAll(countColumns("Found"));
    List<List<String>> rows = new ArrayList<>();
    for (VerdictCounts counts : calibration.planted()) {
      List<String> row = new ArrayList<>();
      row.add(counts.kind());
      row.add(counts.planted().leak());
      row.add(amount(counts.planted().perCycle(), counts.quantity()));
      row.add(amount(counts.medianGrowth(), counts.quantity()));
      row.addAll(countTexts(counts));
      rows.add(row);
    }
    return new Section(
        "Planted leaks: how many were found (GROWING)",
        List.of(new Table(columns, rows)),
        rows.isEmpty() ? List.of() : plantedNotes(calibration));
  }

  private static List<String> plantedNotes(Calibration calibration) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Each fork is judged by itself, from its first cycles; the judge does not know what was"
            + " planted. Seen: median of its estimates. Intervals: 95 %, Clopper-Pearson.");
    List<Quantity> quantities =
        calibration.planted().stream().map(VerdictCounts::quantity).distinct().toList();
    for (Quantity quantity : quantities) {
      lines.add(
          "Growth of "
              + quantity.name()
              + " of less than "
              + amount(calibration.threshold(quantity), quantity)
              + " per cycle is too small to matter: by definition it is not GROWING.");
    }
    if (quantities.contains(Quantity.RSS) && calibration.kinds().contains(MEMORY)) {
      lines.add(
          "memory: a leak can hide for a while. What a snapshot gives back, glibc keeps as free"
              + " memory of the thread's arena; as long as later snapshots leave some of it"
              + " untouched, what leaks is taken from it, and the resident set does not grow.");
    }
    return lines;
  }

  private static Section clean(Calibration calibration) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Snapshot"));
    columns.add(Column.text("Series"));
    columns.addAll(countColumns("False alarms"));
    List<List<String>> rows = new ArrayList<>();
    for (VerdictCounts counts : calibration.clean()) {
      List<String> row = new ArrayList<>(List.of(counts.kind(), counts.quantity().name()));
      row.addAll(countTexts(counts));
      rows.add(row);
    }
    return new Section(
        "Clean runs: how many false alarms (GROWING)",
        List.of(new Table(columns, rows)),
        rows.isEmpty() ? List.of() : falseAlarms(calibration));
  }

  private static List<String> falseAlarms(Calibration calibration) {
    int cycles = calibration.cycles().stream().mapToInt(each -> each).max().orElse(0);
    return calibration.clean().stream()
        .map(VerdictCounts::quantity)
        .distinct()
        .map(quantity -> falseAlarms(quantity, cycles, calibration.falseAlarms(quantity, cycles)))
        .toList();
  }

  private static String falseAlarms(Quantity quantity, int cycles, Proportion alarms) {
    return "All snapshots together, "
        + quantity.name()
        + ", "
        + cycles
        + " cycles: "
        + alarms.count()
        + " of "
        + alarms.of()
        + ", "
        + alarms.percent()
        + " % "
        + alarms.interval();
  }

  private static Section smallest(Calibration calibration) {
    List<Column> columns =
        List.of(
            Column.text("Snapshot"),
            Column.text("Kind of leak"),
            Column.number("Cycles"),
            Column.text("Smallest leak"),
            Column.number("Per cycle"));
    List<List<String>> rows = new ArrayList<>();
    for (String kind : calibration.kinds()) {
      for (String leakKind : calibration.leakKinds()) {
        for (int cycles : calibration.cycles()) {
          PlantedLeak found = calibration.smallestFound(kind, leakKind, cycles);
          rows.add(
              List.of(
                  kind,
                  leakKind,
                  String.valueOf(cycles),
                  found == null ? "none of those tried" : found.leak(),
                  amount(found)));
        }
      }
    }
    return new Section(
        "Smallest leak found at least 95 % of the time",
        List.of(new Table(columns, rows)), List.of());
  }

  private static List<Column> countColumns(String rate) {
    return List.of(
        Column.number("Cycles"),
        Column.number("Forks"),
        Column.number("GROWING"),
        Column.number("PLATEAU"),
        Column.number("FLAT"),
        Column.number("INCONCLUSIVE"),
        Column.number(rate + " %"),
        Column.text("95 % interval"));
  }

  private static List<String> countTexts(VerdictCounts counts) {
    return List.of(
        String.valueOf(counts.cycles()),
        String.valueOf(counts.forks()),
        String.valueOf(counts.count(Verdict.GROWING)),
        String.valueOf(counts.count(Verdict.PLATEAU)),
        String.valueOf(counts.count(Verdict.FLAT)),
        String.valueOf(counts.count(Verdict.INCONCLUSIVE)),
        counts.growing().percent(),
        counts.growing().interval());
  }

  private static String amount(@Nullable PlantedLeak leak) {
    return leak == null || leak.quantity() == null ? "" : amount(leak.perCycle(), leak.quantity());
  }

  private static String amount(double perCycle, Quantity quantity) {
    boolean memory = quantity.kind() == Quantity.Kind.MEMORY_KIB;
    String number =
        memory
            ? Numbers.whole(perCycle)
            : Numbers.significant(Math.rint(perCycle * MILLION) / MILLION);
    return memory ? number + " " + quantity.unit() : number;
  }
}
