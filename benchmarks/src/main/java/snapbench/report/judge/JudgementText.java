package snapbench.report.judge;

import java.util.ArrayList;
import java.util.List;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.SeriesText;
import snapbench.report.model.Columns;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.render.ConsoleTable;
import snapbench.report.text.Numbers;
import snapbench.report.text.PlainText;

/** Verdicts as plain text, narrow enough for a terminal. */
public final class JudgementText {
  private static final int WIDTH = 80;
  private static final String INDENT = "      ";
  private static final int LONGEST_VERDICT = 12;

  /** What is smaller is shown as 0. */
  private static final double SMALLEST = 1e-6;

  private JudgementText() {}

  /** Renders the verdicts on a file's series; each line ends with a newline. */
  public static String render(String file, List<JudgedTable> tables) {
    StringBuilder text = new StringBuilder();
    for (JudgedTable table : tables) {
      text.append(text.isEmpty() ? "" : "\n");
      wrap(text, "", heading(file, table));
      table.assumed().forEach(each -> wrap(text, "", "assumed: " + each));
      text.append('\n');
      List<List<String>> rows = ConsoleTable.blocks(series(table), Integer.MAX_VALUE);
      for (int i = 0; i < table.series().size(); i++) {
        rows.get(i + 1).forEach(line -> text.append("  ").append(line).append('\n'));
        evidence(table, table.series().get(i).judgement())
            .forEach(line -> wrap(text, INDENT, line));
      }
    }
    return text.toString();
  }

  /** Without headings: a line for each series. */
  private static Table series(JudgedTable table) {
    return new Columns<JudgedSeries>()
        .text("", JudgedSeries::column)
        .add(Column.text("").atLeast(LONGEST_VERDICT), each -> each.judgement().verdict().name())
        .text("", each -> growth(table, each.judgement()))
        .of(table.series());
  }

  /** A verdict in one line. */
  public static String line(JudgedTable table, JudgedSeries series) {
    return "%s%s: %s, %s"
        .formatted(
            table.title().isEmpty() ? "" : table.title() + ": ",
            series.column(),
            series.judgement().verdict(),
            growth(table, series.judgement()));
  }

  private static String heading(String file, JudgedTable table) {
    List<String> parts = new ArrayList<>();
    parts.add(table.title().isEmpty() ? file : table.title());
    parts.add("by " + table.axis());
    if (!Double.isNaN(table.round())) {
      parts.add("a round is " + Numbers.whole(table.round()));
    }
    if (!Double.isNaN(table.databaseKiB())) {
      parts.add("database " + Numbers.whole(table.databaseKiB()) + " KiB");
    }
    return String.join(", ", parts);
  }

  private static String growth(JudgedTable table, Judgement judgement) {
    GrowthEstimate growth = judgement.growth();
    if (Double.isNaN(growth.perCycle())) {
      return "growth unknown";
    }
    String interval =
        Double.isFinite(growth.halfWidth())
            ? "[" + signed(growth.lower()) + ", " + signed(growth.upper()) + "]"
            : "interval unknown";
    String unit = unit(judgement.quantity());
    return signed(growth.perCycle()) + unit + " per " + table.per() + " " + interval;
  }

  private static List<String> evidence(JudgedTable table, Judgement judgement) {
    List<String> figures = new ArrayList<>();
    figures.add(readings(table, judgement));
    figures.add(
        Double.isNaN(judgement.detectable())
            ? "too few to detect any growth"
            : "detectable from " + number(judgement.detectable()) + " per " + table.per());
    figures.add("threshold " + number(judgement.threshold()));
    double share = table.shareOfDatabase(judgement);
    if (!Double.isNaN(share)) {
      figures.add("growth is " + Numbers.significant(100 * share) + " % of the database");
    }
    return List.of(judgement.reason(), String.join("; ", figures));
  }

  private static String readings(JudgedTable table, Judgement judgement) {
    String last = number(judgement.last()) + unit(judgement.quantity());
    return switch (judgement.points()) {
      case 0 -> "no readings";
      case 1 -> last + ", one reading";
      default ->
          "%s to %s in %s %s, %s readings"
              .formatted(
                  number(judgement.baseline()),
                  last,
                  number(judgement.cycles()),
                  judgement.cycles() == 1 ? table.per() : SeriesText.plural(table.per()),
                  Numbers.whole(judgement.points()));
    };
  }

  /** Without decimals if it has none, or is too small for them. */
  private static String number(double value) {
    return value == Math.rint(value) || Math.abs(value) < SMALLEST
        ? Numbers.whole(Math.rint(value) + 0.0) // which makes -0 a 0
        : Numbers.significant(value);
  }

  private static String unit(Quantity quantity) {
    return quantity.unit().isEmpty() || quantity.kind() == Quantity.Kind.COUNT
        ? ""
        : " " + quantity.unit();
  }

  private static String signed(double value) {
    return (value >= SMALLEST ? "+" : "") + number(value);
  }

  private static void wrap(StringBuilder text, String indent, String sentence) {
    PlainText.wrapped(sentence, WIDTH - 1 - indent.length())
        .forEach(line -> text.append((indent + line).stripTrailing()).append('\n'));
  }
}
