package snapbench.results.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Reading;

/**
 * Every cycle of every cell and fork of a run as CSV (RFC 4180, UTF-8): a row for each cycle, after
 * a row for the reading before the first, whose cycle is 0. What is unknown is {@code NaN}; a
 * parameter that a benchmark does not have is empty. The same in every locale.
 */
public final class SeriesCsv {
  private static final List<String> BEFORE_PARAMS =
      List.of("cell", "look", "fork", "benchmark", "mode");
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

  private static final String END = "\r\n";

  /** Columns after the reading that only a cycle has. */
  private static final int EMPTY_OF_BASELINE = 10;

  private final List<Fork> forks;
  private final Function<Fork, Map<String, String>> more;
  private final TreeSet<String> params = new TreeSet<>();
  private final Appendable out;

  private SeriesCsv(Appendable out, List<Fork> forks, Function<Fork, Map<String, String>> more) {
    this.out = out;
    this.forks = forks;
    this.more = more;
    forks.forEach(fork -> params.addAll(fork.params().keySet()));
  }

  /**
   * Writes the series of some forks.
   *
   * @param more values that follow in each row of a fork, by name: the same names for every fork
   */
  public static void write(
      Appendable out, List<Fork> forks, Function<Fork, Map<String, String>> more)
      throws IOException {
    new SeriesCsv(out, forks, more).write();
  }

  /** The content of the file without such values. */
  public static String text(List<Fork> forks) {
    return text(forks, fork -> Map.of());
  }

  /** The content of the file. */
  public static String text(List<Fork> forks, Function<Fork, Map<String, String>> more) {
    StringBuilder text = new StringBuilder();
    try {
      write(text, forks, more);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder failed", e);
    }
    return text.toString();
  }

  private void write() throws IOException {
    List<String> header = new ArrayList<>(BEFORE_PARAMS);
    params.forEach(param -> header.add("param_" + param));
    header.addAll(AFTER_PARAMS);
    if (!forks.isEmpty()) {
      header.addAll(more.apply(forks.get(0)).keySet());
    }
    out.append(joined(header)).append(END);
    for (Fork fork : forks) {
      String first = joined(common(fork)) + ",";
      Collection<String> values = more.apply(fork).values();
      String last = (values.isEmpty() ? "" : "," + joined(values)) + END;
      Reading baseline = fork.baseline();
      if (baseline != null) {
        out.append(first).append("0,baseline,,,");
        reading(baseline);
        out.append(",".repeat(EMPTY_OF_BASELINE)).append(last);
      }
      for (Cycle cycle : fork.cycles()) {
        out.append(first);
        cycle(cycle);
        out.append(last);
      }
    }
  }

  private void cycle(Cycle cycle) throws IOException {
    out.append(Long.toString(cycle.cycle()))
        .append(cycle.warmup() ? ",warmup," : ",measurement,")
        .append(Integer.toString(cycle.iteration()))
        .append(',')
        .append(Integer.toString(cycle.worker()))
        .append(',');
    reading(cycle.after());
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
      out.append(',').append(number(value));
    }
  }

  private List<String> common(Fork fork) {
    List<String> fields = new ArrayList<>();
    fields.add(Integer.toString(fork.number()));
    fields.add(Integer.toString(fork.look().number()));
    fields.add(Integer.toString(fork.fork()));
    fields.add(fork.benchmark());
    fields.add(fork.mode());
    params.forEach(param -> fields.add(fork.params().getOrDefault(param, "")));
    fields.add(fork.state().name());
    return fields;
  }

  private void reading(Reading reading) throws IOException {
    out.append(number(reading.rssKiB()))
        .append(',')
        .append(number(reading.swapKiB()))
        .append(',')
        .append(number(reading.fds()))
        .append(',')
        .append(number(reading.threads()));
  }

  /** A number as it stands in the file: whole if it is, {@code NaN} if unknown, or no limit. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return "NaN";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  private static String joined(Collection<String> fields) {
    return fields.stream().map(SeriesCsv::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String field) {
    boolean needed = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
