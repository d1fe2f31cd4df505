package snapbench.results.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.results.files.InvalidInputException;

/** Reads a {@code series.csv} of ours, as {@link SeriesCsv} writes it: a table for each fork. */
final class CycleTables {
  private static final List<String> OURS = List.of("cell", "fork", "benchmark", "state", "cycle");
  private static final List<String> JUDGED = List.of("rss_kib", "fds", "threads");
  private static final String PARAMETER = "param_";

  private final CsvRows rows;
  private final CsvNumbers numbers;
  private final List<String> headings;
  private final List<Integer> columns;
  private final Map<List<String>, CycleTable> tables = new LinkedHashMap<>();

  private CycleTables(CsvRows rows, List<String> headings, List<Integer> columns) {
    this.rows = rows;
    numbers = new CsvNumbers(rows.hasDecimalComma());
    this.headings = headings;
    this.columns = columns;
  }

  /** Whether a file with these headings is one of ours. */
  static boolean matches(List<String> headings) {
    return headings.containsAll(OURS);
  }

  /** Reads the rest of a file, whose headings are given. */
  static List<SeriesTable> read(CsvRows rows, List<String> headings, List<String> chosen)
      throws InvalidInputException {
    List<String> wanted =
        chosen.isEmpty() ? JUDGED.stream().filter(headings::contains).toList() : chosen;
    CycleTables reader =
        new CycleTables(
            rows, headings, rows.columns(headings, headings.indexOf("cycle") + 1, wanted));
    while (rows.next()) {
      reader.row();
    }
    if (reader.tables.isEmpty()) {
      throw rows.refusalOfAll("has headings, but no row below them");
    }
    return reader.build();
  }

  private void row() throws InvalidInputException {
    if (rows.cells().size() != headings.size()) {
      throw rows.refusal(
          rows.cells().size() + " cells for " + headings.size() + " columns; is the file whole?");
    }
    CycleTable table = table();
    double cycle = number(headings.indexOf("cycle"));
    if (Double.isNaN(cycle)) {
      throw rows.refusal("cycle", "there is no number");
    }
    table.builder.row(cycle, rows.line());
    for (int i = 0; i < columns.size(); i++) {
      table.builder.value(i, number(columns.get(i)));
    }
    int databaseBytes = headings.indexOf("database_bytes");
    double bytes = databaseBytes < 0 ? Double.NaN : number(databaseBytes);
    // The same in every cycle; unknown before the first.
    table.databaseBytes = Double.isNaN(bytes) ? table.databaseBytes : bytes;
  }

  private CycleTable table() {
    return tables.computeIfAbsent(
        List.of(cell("cell"), cell("fork")), key -> new CycleTable(builder(), labels()));
  }

  private TableBuilder builder() {
    return new TableBuilder("cycle", columns.stream().map(headings::get).toList());
  }

  /** What tells this fork from others, by heading. */
  private Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("cell", cell("cell"));
    labels.put("fork", cell("fork"));
    String benchmark = cell("benchmark");
    labels.put("benchmark", benchmark.substring(benchmark.lastIndexOf('.') + 1));
    for (String heading : headings) {
      if (heading.startsWith(PARAMETER)) {
        labels.put(heading, cell(heading));
      }
    }
    return labels;
  }

  private String cell(String heading) {
    return rows.cells().get(headings.indexOf(heading));
  }

  private double number(int column) throws InvalidInputException {
    try {
      return numbers.parse(rows.cells().get(column), rows.line());
    } catch (InvalidInputException e) {
      throw rows.refusal(headings.get(column), String.valueOf(e.getMessage()));
    }
  }

  private List<SeriesTable> build() throws InvalidInputException {
    List<SeriesTable> built = new ArrayList<>();
    for (CycleTable table : tables.values()) {
      built.add(
          table.builder.build(
              rows,
              title(table.labels),
              round(table.labels),
              table.databaseBytes / 1024,
              numbers.assumed()));
    }
    return built;
  }

  private String title(Map<String, String> labels) {
    StringBuilder title =
        new StringBuilder("cell " + labels.get("cell") + ", fork " + labels.get("fork") + ": ")
            .append(labels.get("benchmark"));
    labels.forEach(
        (heading, value) -> {
          if (heading.startsWith(PARAMETER) && !value.isEmpty() && differs(heading)) {
            title.append(", ").append(heading.substring(PARAMETER.length()));
            title.append('=').append(value);
          }
        });
    return title.toString();
  }

  private boolean differs(String heading) {
    return tables.values().stream().map(table -> table.labels.get(heading)).distinct().count() > 1;
  }

  /** {@code threads} is checked when a run is planned; in a file that was edited it may be odd. */
  private static double round(Map<String, String> labels) {
    String threads = labels.getOrDefault(PARAMETER + "threads", "");
    return threads.matches("[1-9][0-9]{0,5}") ? Double.parseDouble(threads) : Double.NaN;
  }

  private static final class CycleTable {
    private final TableBuilder builder;
    private final Map<String, String> labels;
    private double databaseBytes = Double.NaN;

    CycleTable(TableBuilder builder, Map<String, String> labels) {
      this.builder = builder;
      this.labels = labels;
    }
  }
}
