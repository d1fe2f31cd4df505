package snapbench.results.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import snapbench.results.files.InvalidInputException;

/** Collects the rows of a table, and checks that they are in order. */
final class TableBuilder {
  private static final double SECONDS_PER_HOUR = 3600;

  private final String axisHeading;
  private final List<String> headings;
  private final DoubleStream.Builder axis = DoubleStream.builder();
  private final LongStream.Builder lines = LongStream.builder();
  private final List<DoubleStream.Builder> columns = new ArrayList<>();
  private @Nullable String firstTime;
  private @Nullable String lastTime;

  /** With the headings of the axis and of the columns. */
  TableBuilder(String axisHeading, List<String> headings) {
    this.axisHeading = axisHeading;
    this.headings = List.copyOf(headings);
    headings.forEach(heading -> columns.add(DoubleStream.builder()));
  }

  /** Adds a row; the values follow one by one. */
  void row(double position, long line) {
    axis.add(position);
    lines.add(line);
  }

  /** Says how the row's position was written, where it is a time; it is then in seconds. */
  void time(String text) {
    firstTime = firstTime == null ? text : firstTime;
    lastTime = text;
  }

  /** Adds a value of the row, of a column from 0. */
  void value(int column, double value) {
    columns.get(column).add(value);
  }

  /**
   * The table.
   *
   * @throws InvalidInputException if the rows go neither up nor down
   */
  SeriesTable build(
      CsvRows rows, String title, double round, double databaseKiB, List<String> assumed)
      throws InvalidInputException {
    double[] positions = axis.build().toArray();
    boolean down = positions.length > 1 && positions[0] > positions[1];
    check(rows, positions, down);
    List<SeriesTable.Column> built = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      double[] values = columns.get(i).build().toArray();
      built.add(new SeriesTable.Column(headings.get(i), down ? reversed(values) : values));
    }
    double[] ascending = down ? reversed(positions) : positions;
    return new SeriesTable(
        title,
        new SeriesTable.Axis(
            new SeriesTable.Column(axisHeading, firstTime == null ? ascending : hours(ascending)),
            down ? lastTime : firstTime),
        built,
        round,
        databaseKiB,
        assumed);
  }

  private void check(CsvRows rows, double[] positions, boolean down) throws InvalidInputException {
    long[] from = lines.build().toArray();
    for (int i = 1; i < positions.length; i++) {
      if (positions[i] == positions[i - 1]) {
        throw rows.refusal(
            from[i], axisHeading, "the same " + axisHeading + " as on line " + from[i - 1]);
      }
      if (positions[i] < positions[i - 1] != down) {
        throw rows.refusal(
            from[i],
            axisHeading,
            (down ? "goes up" : "goes back")
                + " after line "
                + from[i - 1]
                + (down ? ", where it went down before" : "")
                + "; rows must be in order");
      }
    }
  }

  private static double[] hours(double[] seconds) {
    return Arrays.stream(seconds).map(second -> (second - seconds[0]) / SECONDS_PER_HOUR).toArray();
  }

  private static double[] reversed(double[] values) {
    return IntStream.rangeClosed(1, values.length)
        .mapToDouble(i -> values[values.length - i])
        .toArray();
  }
}
