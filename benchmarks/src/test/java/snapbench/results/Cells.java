package snapbench.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.model.Fork.Testee;
import snapbench.model.Iteration;
import snapbench.model.Reading;

/** Cells as a run would have them, for tests. */
public final class Cells {
  private Cells() {}

  /** A reading of 20 threads. */
  public static Reading reading(double rssKiB, double fds) {
    return new Reading(rssKiB, 0, fds, 20);
  }

  /** A testee of the bundled driver. */
  public static Testee testee() {
    return new Testee(
        4711,
        List.of("java", "-jar", "testee.jar"),
        "org.xerial:sqlite-jdbc:3.54.1.0",
        "c0ffee",
        "not verified",
        List.of("sqlite-jdbc-3.54.1.0.jar"),
        "org.sqlite.JDBC",
        "3.54.1.0",
        "3.54.1",
        List.of("THREADSAFE=1"),
        "17.0.1 (any vendor)",
        Map.of("parent", 100L),
        4096,
        12);
  }

  /** A testee of a JDK. */
  public static Testee jvm(String jdk, List<String> command) {
    Testee some = testee();
    return new Testee(
        some.pid(),
        command,
        some.driver(),
        some.driverSha256(),
        some.driverChecksum(),
        some.driverJars(),
        some.driverName(),
        some.driverVersion(),
        some.sqliteVersion(),
        some.compileOptions(),
        jdk,
        some.rows(),
        some.databaseBytes(),
        some.fillMillis());
  }

  /** A measured cell with other parameters and another testee. */
  public static Fork with(Fork cell, int number, Map<String, String> params, Testee testee) {
    return ForkBuilder.like(cell).number(number).params(params).testee(testee).build();
  }

  /** A testee of a driver, with a database of 60 MiB. */
  public static Testee testee(String driver, List<String> command) {
    Testee some = testee();
    return new Testee(
        some.pid(),
        command,
        driver,
        some.driverSha256(),
        some.driverChecksum(),
        some.driverJars(),
        some.driverName(),
        some.driverVersion(),
        some.sqliteVersion(),
        some.compileOptions(),
        some.jdk(),
        some.rows(),
        60L << 20,
        some.fillMillis());
  }

  /** A measured cycle, the only one of its iteration, with a snapshot of 100 ms. */
  public static Cycle cycle(int number, double rssKiB) {
    return cycle(number, false, number, rssKiB, 100);
  }

  /** A cycle of 533.5 MB, of which 430 MB are dumped in 1100.125 ms. */
  public static Cycle cycle(
      int number, boolean warmup, int iteration, double rssKiB, double snapshotMillis) {
    return new Cycle(
        number,
        warmup,
        iteration,
        number - 1,
        reading(rssKiB, 13),
        1234.5,
        snapshotMillis,
        0.25,
        1100.125,
        8.5,
        533_500_000,
        4_570_000,
        430_000_000,
        150.5,
        Double.NaN);
  }

  /** A cell in single-shot mode with a cycle for each given resident set. */
  public static Fork measured(
      int number, String method, int fork, Map<String, String> params, double... rssKiB) {
    return cell(number, method, fork, params, State.MEASURED, null, rssKiB);
  }

  /** A cell in throughput mode that was measured, with a baseline of 1000 KiB. */
  public static Fork timed(
      int number, String snapshot, List<Cycle> cycles, List<Iteration> iterations) {
    return ForkBuilder.of("snapbench.workload.SnapshotBenchmark.snapshotAndDump", "thrpt")
        .number(number)
        .params(Map.of("snapshot", snapshot))
        .baseline(reading(1000, 12))
        .cycles(cycles)
        .iterations(iterations)
        .build();
  }

  /** A cell whose first resident set is the baseline. */
  public static Fork cell(
      int number,
      String method,
      int fork,
      Map<String, String> params,
      State state,
      @Nullable String reason,
      double... rssKiB) {
    List<Cycle> cycles = new ArrayList<>();
    List<Iteration> iterations = new ArrayList<>();
    for (int i = 1; i < rssKiB.length; i++) {
      cycles.add(cycle(i, rssKiB[i]));
      Map<String, Double> metrics = new LinkedHashMap<>();
      metrics.put("process.rss", rssKiB[i]);
      metrics.put("process.fds.peak", 15.0);
      iterations.add(new Iteration(false, i, metrics));
    }
    return ForkBuilder.of("snapbench.workload.SnapshotBenchmark." + method, "ss")
        .number(number)
        .fork(fork)
        .params(params)
        .state(state, reason)
        .baseline(rssKiB.length == 0 ? null : reading(rssKiB[0], 12))
        .cycles(cycles)
        .iterations(state == State.MEASURED ? iterations : List.of())
        .build();
  }
}
