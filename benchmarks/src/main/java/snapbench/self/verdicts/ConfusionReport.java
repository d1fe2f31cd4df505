package snapbench.self.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import snapbench.analysis.verdict.Verdict;
import snapbench.report.Report;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.self.verdicts.SyntheticKind.Group;

/**
 * The confusion matrix and the rates that follow from it, as tables.
 *
 * @param confusion what the series are called
 * @param seriesOfEach series of each kind
 * @param cycles cycles that the judge sees
 */
record ConfusionReport(Confusion confusion, int seriesOfEach, int cycles) {
  private static final double[] MULTIPLES = {0, 0.5, 1, 1.5, 2, Double.POSITIVE_INFINITY};

  /** The report. */
  Report report() {
    List<Section> sections =
        Stream.of(
                matrix("Flat", List.of(Group.FLAT)),
                matrix("Plateau", List.of(Group.PLATEAU)),
                matrix("Growing", List.of(Group.FOUND, Group.GROWING)),
                matrix("Border cases, not counted", List.of(Group.BORDER)),
                new Section("Rates", List.of(), rates()),
                new Section("Intervals of growth", List.of(intervals()), List.of()),
                new Section(
                    "Growth found, by multiples of what the judge says it could have detected",
                    List.of(detectable()),
                    List.of()))
            .filter(section -> !section.isEmpty())
            .toList();
    return new Report(
        String.format(
            Locale.ROOT,
            "Verdicts on %,d synthetic series of each kind after %d cycles, in percent; the truth"
                + " is the growth over the next %d cycles",
            seriesOfEach,
            cycles,
            SyntheticSeries.CYCLES_AHEAD),
        sections);
  }

  private Section matrix(String heading, List<Group> groups) {
    List<Column> columns = new ArrayList<>(List.of(Column.text("Kind"), Column.number("Grows")));
    for (Verdict verdict : Verdict.values()) {
      columns.add(Column.number(verdict.name()));
    }
    columns.add(Column.number("GROWING, 95 % interval"));
    List<List<String>> rows = new ArrayList<>();
    for (SyntheticKind kind : confusion.examined().keySet()) {
      if (groups.contains(kind.group())) {
        rows.add(row(kind));
      }
    }
    return new Section(heading, List.of(new Table(columns, rows)), List.of());
  }

  private List<String> row(SyntheticKind kind) {
    List<String> texts = new ArrayList<>(List.of(kind.title(), confusion.grows(kind).percent()));
    for (Verdict verdict : Verdict.values()) {
      texts.add(confusion.called(kind, verdict).percent());
    }
    texts.add(confusion.called(kind, Verdict.GROWING).interval());
    return texts;
  }

  private List<String> rates() {
    List<String> lines = new ArrayList<>();
    lines.add(line("Flat and plateau kinds called GROWING", confusion.falseGrowing()));
    confusion.examined().keySet().stream()
        .filter(kind -> kind.group() == Group.FLAT || kind.group() == Group.PLATEAU)
        .filter(kind -> confusion.falseGrowing(kind).share() > 0.02)
        .forEach(
            kind -> lines.add(line("Above 2 %: " + kind.title(), confusion.falseGrowing(kind))));
    lines.add(line("Growth of 0.2 % per cycle found", confusion.found(false)));
    lines.add(line("One descriptor in 10 cycles found", confusion.found(true)));
    lines.add(line("Growing kinds called FLAT", confusion.growingCalled(Verdict.FLAT)));
    lines.add(line("Growing kinds called PLATEAU", confusion.growingCalled(Verdict.PLATEAU)));
    long others = confusion.otherThresholds();
    if (others > 0) {
      lines.add(others + " series were judged by another threshold than the truth's");
    }
    return lines;
  }

  private static String line(String what, Proportion proportion) {
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d, %s %% %s",
        what,
        proportion.count(),
        proportion.of(),
        proportion.percent(),
        proportion.interval());
  }

  private Table intervals() {
    List<Column> columns =
        List.of(
            Column.text("Kind, in % of the baseline per cycle"),
            Column.number("True growth, median"),
            Column.number("Half width, median"),
            Column.number("Detectable, median"),
            Column.number("Intervals"),
            Column.number("Hold the truth, %"),
            Column.number("95 % interval"));
    List<List<String>> rows = new ArrayList<>();
    for (SyntheticKind kind : confusion.examined().keySet()) {
      if (kind.linear()) {
        Proportion covered = confusion.covered(kind);
        rows.add(
            List.of(
                kind.title(),
                number(confusion.medianPercent(kind, e -> e.synthetic().growthAhead())),
                number(confusion.medianPercent(kind, e -> e.judgement().growth().halfWidth())),
                number(confusion.medianPercent(kind, e -> e.judgement().detectable())),
                String.format(Locale.ROOT, "%,d", covered.of()),
                covered.percent(),
                covered.interval()));
      }
    }
    return new Table(columns, rows);
  }

  private Table detectable() {
    List<Column> columns =
        List.of(
            Column.text("Growth ÷ detectable"),
            Column.number("Series"),
            Column.number("Found, %"),
            Column.number("95 % interval"));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i + 1 < MULTIPLES.length; i++) {
      Proportion found = confusion.foundOfDetectable(MULTIPLES[i], MULTIPLES[i + 1]);
      String range =
          Double.isInfinite(MULTIPLES[i + 1])
              ? MULTIPLES[i] + " and more"
              : MULTIPLES[i] + " to " + MULTIPLES[i + 1];
      rows.add(
          List.of(
              range,
              String.format(Locale.ROOT, "%,d", found.of()),
              found.percent(),
              found.interval()));
    }
    return new Table(columns, rows);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "unknown";
  }
}
