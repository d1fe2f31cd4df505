package snapbench.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Thresholds;
import snapbench.analysis.verdict.Verdict;

/** The series in the test's resources, with their labels. */
final class LabelledFiles {
  /** Size of the live database behind the series of FACTS.md in KiB: 133 MB. */
  private static final double JVM_DATABASE_KIB = 133e6 / 1024;

  private LabelledFiles() {}

  /** Every label's series, as it was measured. */
  static List<LabelledSeries> read() throws IOException {
    List<LabelledSeries> labelled = new ArrayList<>();
    List<String[]> labels = rows("labels.csv");
    for (String[] label : labels.subList(1, labels.size())) {
      labelled.add(labelled(label[0], label[1], label[2], label[3], label[4], label[5]));
    }
    return labelled;
  }

  private static LabelledSeries labelled(
      String file, String column, String unit, String round, String verdicts, String doubt)
      throws IOException {
    Set<Verdict> accepted = EnumSet.noneOf(Verdict.class);
    for (String verdict : verdicts.split(" ", -1)) {
      accepted.add(Verdict.valueOf(verdict));
    }
    Quantity quantity =
        unit.isEmpty() ? new Quantity(column, "", Quantity.Kind.OTHER) : Quantity.RSS;
    return new LabelledSeries(
        file.replace("-rss-kib.csv", " ")
            + column
            + (unit.isEmpty() ? ", no unit" : "")
            + (round.isEmpty() ? "" : ", round " + round),
        "",
        series(quantity, file, column),
        round.isEmpty()
            ? SeriesContext.UNKNOWN
            : new SeriesContext(
                Double.parseDouble(round),
                JVM_DATABASE_KIB,
                Thresholds.STANDARD,
                SeriesContext.ALPHA),
        accepted,
        doubt.equals("yes"));
  }

  /** Those of them that are columns of the original report's table. */
  static List<LabelledSeries> seed(List<LabelledSeries> labelled) {
    return labelled.stream().filter(each -> each.name().startsWith("seed ")).toList();
  }

  private static Series series(Quantity quantity, String file, String name) throws IOException {
    List<String[]> rows = rows(file);
    int column = Arrays.asList(rows.get(0)).indexOf(name);
    if (column < 0) {
      throw new IOException(file + " has no column " + name);
    }
    return Series.of(quantity, numbers(rows, 0), numbers(rows, column));
  }

  private static double[] numbers(List<String[]> rows, int column) {
    return rows.stream().skip(1).mapToDouble(row -> Double.parseDouble(row[column])).toArray();
  }

  private static List<String[]> rows(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LabelledFiles.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .toList();
    }
  }
}
