package snapbench.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One cell and fork of a run, the content of {@code cells/N.json}: what JMH's result cannot say.
 *
 * @param number N, from 1, unique within the run
 * @param benchmark the benchmark's class and method, as in JMH's result; {@code unknown} if unknown
 * @param mode JMH's short name of the mode, for instance {@code thrpt}; {@code unknown} if unknown
 * @param fork index of the fork within the cell, from 1; 0 where unknown
 * @param params JMH parameters by name
 * @param state whether it was measured
 * @param reason why not, in one line; null where it was measured
 * @param testee what was measured; null where it never became ready
 * @param baseline the reading before the first cycle; null where there was none
 * @param cycles every cycle, warm-up included, in their order
 * @param iterations every iteration's metrics, warm-up included, in their order
 * @param look which look at the cell it belongs to; {@link Look#ONLY} in files that do not say
 */
public record Fork(
    int number,
    String benchmark,
    String mode,
    int fork,
    Map<String, String> params,
    State state,
    @Nullable String reason,
    @Nullable Testee testee,
    @Nullable Reading baseline,
    List<Cycle> cycles,
    List<Iteration> iterations,
    Look look) {

  /** What became of a cell. */
  public enum State {
    /** All its iterations were measured. */
    MEASURED,
    /** The driver, the system or the testee cannot do what the cell asks for. */
    UNSUPPORTED,
    /** Something went wrong; what had been measured until then is kept. */
    FAILED
  }

  /** Copies the collections. */
  public Fork {
    Objects.requireNonNull(benchmark, "benchmark");
    Objects.requireNonNull(mode, "mode");
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    Objects.requireNonNull(state, "state");
    cycles = List.copyOf(cycles);
    iterations = List.copyOf(iterations);
    look = Objects.requireNonNullElse(look, Look.ONLY);
    if (state != State.MEASURED && reason == null) {
      throw new IllegalArgumentException("a cell that was not measured needs a reason");
    }
  }

  /** A fork of a cell that is looked at once. */
  public Fork(
      int number,
      String benchmark,
      String mode,
      int fork,
      Map<String, String> params,
      State state,
      @Nullable String reason,
      @Nullable Testee testee,
      @Nullable Reading baseline,
      List<Cycle> cycles,
      List<Iteration> iterations) {
    this(
        number,
        benchmark,
        mode,
        fork,
        params,
        state,
        reason,
        testee,
        baseline,
        cycles,
        iterations,
        Look.ONLY);
  }

  /** The same of a look. */
  public Fork withLook(Look other) {
    return new Fork(
        number,
        benchmark,
        mode,
        fork,
        params,
        state,
        reason,
        testee,
        baseline,
        cycles,
        iterations,
        other);
  }

  /** The same with another number and other parameters. */
  public Fork renumbered(int other, Map<String, String> otherParams) {
    return new Fork(
        other,
        benchmark,
        mode,
        fork,
        otherParams,
        state,
        reason,
        testee,
        baseline,
        cycles,
        iterations,
        look);
  }

  /**
   * The process that was measured, so that a difference can be traced.
   *
   * @param pid its process id
   * @param command the command line it was started with
   * @param driver the driver's coordinates or the path of its jar
   * @param driverSha256 SHA-256 of the driver's jar, in hexadecimal
   * @param driverChecksum {@code verified} if the jars agree with the checksums beside them in the
   *     local repository, otherwise {@code not verified}
   * @param driverJars the driver's jar and what it needs at run time
   * @param driverName the JDBC driver's class
   * @param driverVersion the version the driver reports
   * @param sqliteVersion what {@code sqlite_version()} returned
   * @param compileOptions what {@code PRAGMA compile_options} returned
   * @param jdk version, vendor and name of its JVM
   * @param rows rows of each table
   * @param databaseBytes size of the live database in bytes
   * @param fillMillis time to fill it, in milliseconds
   */
  public record Testee(
      long pid,
      List<String> command,
      String driver,
      String driverSha256,
      String driverChecksum,
      List<String> driverJars,
      String driverName,
      String driverVersion,
      String sqliteVersion,
      List<String> compileOptions,
      String jdk,
      Map<String, Long> rows,
      long databaseBytes,
      long fillMillis) {
    /** Copies the collections. */
    public Testee {
      command = List.copyOf(command);
      driverJars = List.copyOf(driverJars);
      compileOptions = List.copyOf(compileOptions);
      rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }
  }

  /**
   * One reading of the testee from outside; NaN where a value could not be read.
   *
   * @param rssKiB resident set in KiB
   * @param swapKiB swapped out, in KiB
   * @param fds open file descriptors
   * @param threads live threads
   */
  public record Reading(double rssKiB, double swapKiB, double fds, double threads) {}

  /**
   * One cycle. Times are in milliseconds and NaN where the phase does not exist or was not probed.
   *
   * @param cycle cycles since the testee started, from 1
   * @param warmup whether it belongs to a warm-up iteration
   * @param iteration the iteration it belongs to, from 1 in warm-up and measurement each
   * @param worker the testee's worker thread, from 0
   * @param after the reading after it
   * @param totalMillis as the harness saw it, request to answer
   * @param snapshotMillis time to copy the database
   * @param checkMillis time to check the copy
   * @param activityMillis time of the dump or of the queries
   * @param closeMillis time to dispose of the snapshot
   * @param databaseBytes size of the database that was worked on
   * @param rows its rows, over all tables
   * @param dumpBytes bytes of SQL text written
   * @param liveReadBlockedMillis longest time until a SELECT on the live database succeeded
   * @param liveWriteBlockedMillis longest time until an UPDATE on the live database succeeded
   */
  public record Cycle(
      long cycle,
      boolean warmup,
      int iteration,
      int worker,
      Reading after,
      double totalMillis,
      double snapshotMillis,
      double checkMillis,
      double activityMillis,
      double closeMillis,
      long databaseBytes,
      long rows,
      long dumpBytes,
      double liveReadBlockedMillis,
      double liveWriteBlockedMillis) {
    /** Checks that there is a reading. */
    public Cycle {
      Objects.requireNonNull(after, "after");
    }
  }

  /**
   * One iteration's metrics, as JMH's result has them too for those that were measured.
   *
   * @param warmup whether it was a warm-up iteration
   * @param iteration its number, from 1 in warm-up and measurement each; 0 for what was read before
   *     the first cycle, which there is where the ledger is on
   * @param metrics value by label, for instance {@code process.rss}; NaN where unknown
   */
  public record Iteration(boolean warmup, int iteration, Map<String, Double> metrics) {
    /** Copies the map. */
    public Iteration {
      metrics = MetricValues.of(metrics);
    }
  }
}
