package snapbench.testee.database.probe;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import snapbench.testee.database.LiveDatabase;

/**
 * Measures how long the live database keeps others waiting while a cycle works on it: one thread
 * reads a row, another updates one, each on a connection of its own, every {@value
 * ProbeThread#PERIOD_MILLIS} ms while any cycle runs, retried each millisecond while it is locked
 * (once it has waited for 100 ms, each hundredth of its time so far: exact to 1 %). The update sets
 * a column to itself, so the content stays as it is. When no cycle runs, both threads sleep.
 */
public final class LiveProbe implements AutoCloseable {
  private final @Nullable ProbeThread reader;
  private final @Nullable ProbeThread writer;

  private LiveProbe(@Nullable ProbeThread reader, @Nullable ProbeThread writer) {
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * The longest that a probe took until it succeeded; a probe that still waited at the end of the
   * cycle counts with its time until then.
   *
   * @param readMillis of a one-row SELECT, in milliseconds; NaN if it was off, impossible or
   *     failed, or the cycle was over before the first one began
   * @param writeMillis of a one-row UPDATE, likewise
   */
  public record Blocked(double readMillis, double writeMillis) {}

  /** A cycle that is being probed. */
  public final class Cycle {
    private final ProbeThread.@Nullable Watch read = reader == null ? null : reader.begin();
    private final ProbeThread.@Nullable Watch write = writer == null ? null : writer.begin();

    private Cycle() {}

    /** Ends the cycle, without waiting for a probe; to be called once. */
    public Blocked end() {
      return new Blocked(millis(read), millis(write));
    }
  }

  /**
   * Starts the probes' threads.
   *
   * @param read whether to probe by SELECT
   * @param write whether to probe by UPDATE
   * @param warnings takes one line for each probe that is impossible in this database or failed
   */
  public static LiveProbe start(
      LiveDatabase live, boolean read, boolean write, Consumer<String> warnings)
      throws SQLException {
    if (!live.driver().sharesMemory()) {
      warnings.accept("live.* is unknown: the driver's connections share no database in memory");
      return new LiveProbe(null, null);
    }
    ProbeThread reader = read ? thread(live, "live.read.blocked", false, warnings) : null;
    try {
      return new LiveProbe(
          reader, write ? thread(live, "live.write.blocked", true, warnings) : null);
    } catch (SQLException | RuntimeException e) {
      if (reader != null) {
        reader.close();
      }
      throw e;
    }
  }

  /** Begins a cycle; any number of them may run at a time. The first probe follows at once. */
  public Cycle begin() {
    return new Cycle();
  }

  /** Ends the threads and closes their connections. */
  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
    if (writer != null) {
      writer.close();
    }
  }

  private static @Nullable ProbeThread thread(
      LiveDatabase live, String metric, boolean write, Consumer<String> warnings)
      throws SQLException {
    Connection connection = live.connect();
    try {
      Map<String, Long> rows = live.contents().rows();
      Optional<String> statement =
          write
              ? ProbeStatements.update(connection, rows)
              : ProbeStatements.select(connection, rows);
      if (statement.isPresent()) {
        return ProbeThread.start(metric, connection, statement.get(), warnings);
      }
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
    connection.close();
    warnings.accept(
        metric
            + " is unknown: no table has "
            + (write ? "a row, a column outside its key, and no triggers" : "a row"));
    return null;
  }

  private static double millis(ProbeThread.@Nullable Watch watch) {
    return watch == null ? Double.NaN : watch.end() / 1e6;
  }
}
