package snapbench.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * One process that measured a cell, the content of {@code cells/N.json}: what JMH's result cannot
 * say.
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

  /** What became of a fork. */
  public enum State {
    /** All its iterations were measured. */
    MEASURED,
    /** The driver, the system or the testee cannot do what the cell asks for. */
    UNSUPPORTED,
    /** Something went wrong; what had been measured until then is kept. */
    FAILED
  }

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

  /** What it shares with the other forks of its cell. */
  public CellKey key() {
    return new CellKey(benchmark, mode, params);
  }

  /**
   * The leak that was planted in it. Another project's benchmark may have a parameter of that name,
   * which means something else.
   */
  public String plantedLeak() {
    return key().isOurs() ? Parameter.LEAK.in(params) : Parameter.LEAK.defaultValue();
  }

  /** What is known of a metric after each iteration, warm-up included. */
  public DoubleStream known(Metric metric) {
    return iterations.stream()
        .mapToDouble(iteration -> iteration.value(metric))
        .filter(value -> !Double.isNaN(value));
  }

  /** A metric at the end of the last iteration; NaN if there is none, or it is unknown. */
  public double last(Metric metric) {
    return iterations.isEmpty() ? Double.NaN : iterations.get(iterations.size() - 1).value(metric);
  }

  /** The same of a look. */
  public Fork withLook(Look other) {
    return with(number, params, other);
  }

  /** The same with another number and other parameters. */
  public Fork renumbered(int other, Map<String, String> otherParams) {
    return with(other, otherParams, look);
  }

  private Fork with(int otherNumber, Map<String, String> otherParams, Look otherLook) {
    return new Fork(
        otherNumber,
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
        otherLook);
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
    public Testee {
      command = List.copyOf(command);
      driverJars = List.copyOf(driverJars);
      compileOptions = List.copyOf(compileOptions);
      rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }
  }
}
