package snapbench.report.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import snapbench.report.cell.CellStyles;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;

/**
 * A chart with a row for each cell: every value as a tick, a centre as a point, and an interval as
 * a bar.
 */
record DotPlot(List<Row> rows) {
  /** Where the largest value is so many times the smallest, an axis is logarithmic. */
  private static final double LOGARITHMIC_FROM = 50;

  /** A finite value, and where in a fork it was measured, for instance in {@code iteration 3}. */
  record Value(double value, String fork, String position) {}

  /**
   * A row.
   *
   * @param cell the cell's label
   * @param centre what stands for the values; NaN if unknown, like the ends of the interval
   * @param centreText the centre in words, with its unit
   */
  record Row(
      String cell,
      List<Value> values,
      double centre,
      double lower,
      double upper,
      String centreText,
      String intervalText) {}

  /** A value as a row of data. */
  private record Tick(String variant, String fork, String position, double value) {}

  /** A row's centre as a row of data, with both ends of its interval or none. */
  private record Centre(
      String variant, double value, String centre, String interval, double lower, double upper) {
    static Centre of(Row row) {
      boolean isKnown = Double.isFinite(row.lower) && Double.isFinite(row.upper);
      return new Centre(
          row.cell,
          row.centre,
          row.centreText,
          row.intervalText,
          isKnown ? row.lower : Double.NaN,
          isKnown ? row.upper : Double.NaN);
    }
  }

  /** The specification of the chart. */
  ObjectNode specification(String axis, CellStyles styles) {
    return ChartTemplate.read("values")
        .data(
            "values",
            rows.stream()
                .flatMap(
                    row ->
                        drawn(row).stream()
                            .map(v -> new Tick(row.cell, v.fork, v.position, v.value)))
                .toList())
        .data(
            "centres",
            rows.stream().filter(row -> Double.isFinite(row.centre)).map(Centre::of).toList())
        .set("/encoding/x/title", axis)
        .set("/encoding/x/scale/type", isLogarithmic() ? "log" : "linear")
        .styled(styles);
  }

  private List<Value> drawn(Row row) {
    List<Value> sorted =
        row.values.stream().sorted(Comparator.comparingDouble(Value::value)).toList();
    return CurveDownsampling.ofSorted(sorted, CurveDownsampling.share(rows.size()));
  }

  /** Whether the axis is: a row of small values beside one of large ones would be a dot. */
  boolean isLogarithmic() {
    DoubleStream all =
        rows.stream()
            .flatMapToDouble(
                row ->
                    DoubleStream.concat(
                        DoubleStream.of(row.centre, row.lower, row.upper),
                        row.values.stream().mapToDouble(Value::value)));
    return ChartTemplate.isWide(all, LOGARITHMIC_FROM);
  }

  /** What was left out, as a sentence to add to the chart's text; empty if nothing was. */
  String note() {
    int most = CurveDownsampling.share(rows.size());
    return rows.stream().anyMatch(row -> row.values.size() > most)
        ? CurveDownsampling.OF_VALUES
        : "";
  }

  /** How the rows compare, in a sentence. */
  String summary() {
    return Texts.listed(rows.stream().map(row -> row.cell + " " + row.centreText).toList())
        + "."
        + (isLogarithmic() ? " The axis is logarithmic." : "");
  }

  /** The rows, and every value that is drawn. */
  Table table(String axis) {
    List<List<String>> texts = new ArrayList<>();
    for (Row row : rows) {
      texts.add(List.of(row.cell, "", row.centreText, row.intervalText));
      for (Value value : drawn(row)) {
        String where = "fork " + value.fork + ", " + value.position;
        texts.add(List.of(row.cell, where, Numbers.significant(value.value), ""));
      }
    }
    return new Table(
        List.of(
            Column.text("Variant"),
            Column.text("Of"),
            Column.number(axis),
            Column.text("Interval")),
        texts);
  }
}
