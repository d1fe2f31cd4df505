package snapbench.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import snapbench.results.Cell.Cycle;
import snapbench.results.Cell.Reading;

/**
 * Every cycle of every cell and fork of a run as CSV (RFC 4180, UTF-8): a row for each cycle, after
 * a row for the reading before the first, whose cycle is 0. What is unknown is {@code NaN}; a
 * parameter that a benchmark does not have is empty. The same in every locale.
 */
public final class SeriesCsv {
  private static final List<String> BEFORE_PARAMS = List.of("cell", "fork", "benchmark", "mode");
  private static final List<String> AFTER_PARAMS =
      List.of(
          "state",
          "cycle",
          "phase",
          "iteration",
          "worker",
          "rss_kib",
          "swap_kib",
          "fds",
          "threads",
          "total_ms",
          "snapshot_ms",
          "check_ms",
          "activity_ms",
          "close_ms",
          "database_bytes",
          "rows",
          "dump_bytes",
          "live_read_blocked_ms",
          "live_write_blocked_ms");

  private final List<Cell> cells;
  private final Function<Cell, Map<String, String>> more;
  private final TreeSet<String> params = new TreeSet<>();
  private final StringBuilder text = new StringBuilder();

  private SeriesCsv(List<Cell> cells, Function<Cell, Map<String, String>> more) {
    this.cells = cells;
    this.more = more;
    cells.forEach(cell -> params.addAll(cell.params().keySet()));
  }

  /**
   * Writes the series of some cells; the file is whole or as it was.
   *
   * @param more values that follow in each row of a cell, by name: the same names for every cell
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, List<Cell> cells, Function<Cell, Map<String, String>> more)
      throws IOException {
    JsonFiles.writeBytes(file, text(cells, more).getBytes(StandardCharsets.UTF_8));
  }

  /** The content of the file without such values. */
  public static String text(List<Cell> cells) {
    return text(cells, cell -> Map.of());
  }

  /** The content of the file. */
  public static String text(List<Cell> cells, Function<Cell, Map<String, String>> more) {
    return new SeriesCsv(cells, more).write();
  }

  private String write() {
    List<String> header = new ArrayList<>(BEFORE_PARAMS);
    params.forEach(param -> header.add("param_" + param));
    header.addAll(AFTER_PARAMS);
    if (!cells.isEmpty()) {
      header.addAll(more.apply(cells.get(0)).keySet());
    }
    line(header);
    for (Cell cell : cells) {
      List<String> last = List.copyOf(more.apply(cell).values());
      Reading baseline = cell.baseline();
      if (baseline != null) {
        line(joined(baseline(cell, baseline), last));
      }
      cell.cycles().forEach(cycle -> line(joined(cycle(cell, cycle), last)));
    }
    return text.toString();
  }

  private static List<String> joined(List<String> fields, List<String> last) {
    List<String> all = new ArrayList<>(fields);
    all.addAll(last);
    return all;
  }

  private List<String> baseline(Cell cell, Reading reading) {
    List<String> fields = common(cell);
    fields.addAll(List.of("0", "baseline", "", ""));
    reading(fields, reading);
    for (int i = 0; i < 10; i++) {
      fields.add("");
    }
    return fields;
  }

  private List<String> cycle(Cell cell, Cycle cycle) {
    List<String> fields = common(cell);
    fields.add(Long.toString(cycle.cycle()));
    fields.add(cycle.warmup() ? "warmup" : "measurement");
    fields.add(Integer.toString(cycle.iteration()));
    fields.add(Integer.toString(cycle.worker()));
    reading(fields, cycle.after());
    for (double value :
        new double[] {
          cycle.totalMillis(),
          cycle.snapshotMillis(),
          cycle.checkMillis(),
          cycle.activityMillis(),
          cycle.closeMillis(),
          cycle.databaseBytes(),
          cycle.rows(),
          cycle.dumpBytes(),
          cycle.liveReadBlockedMillis(),
          cycle.liveWriteBlockedMillis()
        }) {
      fields.add(number(value));
    }
    return fields;
  }

  private List<String> common(Cell cell) {
    List<String> fields = new ArrayList<>();
    fields.add(Integer.toString(cell.number()));
    fields.add(Integer.toString(cell.fork()));
    fields.add(cell.benchmark());
    fields.add(cell.mode());
    params.forEach(param -> fields.add(cell.params().getOrDefault(param, "")));
    fields.add(cell.state().name());
    return fields;
  }

  private static void reading(List<String> fields, Reading reading) {
    fields.add(number(reading.rssKiB()));
    fields.add(number(reading.swapKiB()));
    fields.add(number(reading.fds()));
    fields.add(number(reading.threads()));
  }

  /** A number as it stands in the file: whole if it is, {@code NaN} if unknown. */
  public static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  private void line(List<String> fields) {
    List<String> quoted = fields.stream().map(SeriesCsv::quoted).toList();
    text.append(String.join(",", quoted)).append("\r\n");
  }

  private static String quoted(String field) {
    boolean needed = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
