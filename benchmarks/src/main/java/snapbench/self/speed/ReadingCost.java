package snapbench.self.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import snapbench.model.Reading;
import snapbench.profile.OshiProbe;
import snapbench.profile.ProcessProbe;

/**
 * What one reading of a process costs, beside the way it was done before: {@code ps -o rss= -p PID}
 * and {@code lsof -p PID}, each as a process of its own. All are measured in one run, in turns: a
 * number of readings by the probe, then one by the tools.
 *
 * <p>The first reading of a turn finds the processor's caches full of what ran before, and so takes
 * longer than those that follow it. It is what a reading costs after a cycle.
 *
 * @param turns turns that were measured
 * @param probe time of one reading by the probe
 * @param probeFirst time of the first reading of a turn
 * @param probeFirstCpuMillis processor time of the first reading of a turn, on average, in
 *     milliseconds; NaN where the JVM does not tell
 * @param tools time of one reading by {@code ps} and {@code lsof}; NaN where one is not installed
 * @param missing what to install for these, in words; empty where nothing is missing
 */
public record ReadingCost(
    int turns,
    TimeQuantiles probe,
    TimeQuantiles probeFirst,
    double probeFirstCpuMillis,
    TimeQuantiles tools,
    String missing) {
  private static final int READINGS_PER_TURN = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WARM_UP_READINGS = 1000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1000;

  /**
   * Measures on a JVM that is started for it and does nothing.
   *
   * @param turns at least 1; each takes some 20 ms
   * @throws IOException if it cannot be started, or a tool fails
   */
  public static ReadingCost ofIdleProcess(int turns) throws IOException {
    try (IdleProcess process = IdleProcess.start()) {
      return of(process.pid(), turns);
    }
  }

  /**
   * Measures on a process that exists.
   *
   * @param turns at least 1; each takes some 20 ms
   * @throws IllegalArgumentException if there is nothing to repeat, or no process of that id that
   *     can be read
   * @throws IOException if a tool fails
   */
  public static ReadingCost of(long pid, int turns) throws IOException {
    if (turns < 1) {
      throw new IllegalArgumentException("turns=" + turns + " is too few; choose at least 1");
    }
    ProcessProbe probe = new OshiProbe(pid);
    warmUp(probe, pid);
    return measure(probe, pid, turns);
  }

  private static void warmUp(ProcessProbe probe, long pid) {
    for (int i = 0; i < WARM_UP_READINGS; i++) {
      if (Double.isNaN(probe.read().rssKiB())) {
        throw new IllegalArgumentException("pid=" + pid + " is not a process that can be read");
      }
    }
  }

  private static ReadingCost measure(ProcessProbe probe, long pid, int turns) throws IOException {
    String missing = missingTools();
    long[] probeNanos = new long[turns * READINGS_PER_TURN];
    long[] firstNanos = new long[turns];
    long[] firstCpuNanos = new long[turns];
    long[] toolsNanos = new long[missing.isEmpty() ? turns : 0];
    for (int turn = 0; turn < turns; turn++) {
      int first = turn * READINGS_PER_TURN;
      long cpuStart = cpuNanos();
      probeNanos[first] = timeReading(probe);
      firstCpuNanos[turn] = cpuNanos() - cpuStart;
      firstNanos[turn] = probeNanos[first];
      for (int i = 1; i < READINGS_PER_TURN; i++) {
        probeNanos[first + i] = timeReading(probe);
      }
      if (missing.isEmpty()) {
        toolsNanos[turn] = timeTools(pid);
      }
    }
    return new ReadingCost(
        turns,
        TimeQuantiles.ofNanos(probeNanos),
        TimeQuantiles.ofNanos(firstNanos),
        meanMillis(firstCpuNanos),
        TimeQuantiles.ofNanos(toolsNanos),
        missing);
  }

  private static long cpuNanos() {
    return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
  }

  private static double meanMillis(long[] nanos) {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? Arrays.stream(nanos).average().orElse(Double.NaN) / NANOS_PER_MILLI
        : Double.NaN;
  }

  private static long timeReading(ProcessProbe probe) {
    long start = System.nanoTime();
    Reading reading = probe.read();
    long nanos = System.nanoTime() - start;
    if (Double.isNaN(reading.rssKiB())) {
      throw new IllegalArgumentException("the process ended while it was being read");
    }
    return nanos;
  }

  private static long timeTools(long pid) throws IOException {
    long start = System.nanoTime();
    run("ps", "-o", "rss=", "-p", Long.toString(pid));
    run("lsof", "-p", Long.toString(pid));
    return System.nanoTime() - start;
  }

  private static void run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    byte[] output = process.getInputStream().readAllBytes();
    if (output.length == 0) {
      throw new IOException(String.join(" ", command) + " printed nothing");
    }
  }

  private static String missingTools() {
    return Stream.of(Tool.PS, Tool.LSOF)
        .filter(tool -> tool.find().isEmpty())
        .map(Tool::need)
        .collect(Collectors.joining("; "));
  }

  /**
   * The share of one core that all readings of a run take, in percent, each at the cost of a first
   * one.
   *
   * @param cyclesPerSecond cycles, each of which is followed by one reading
   * @param periodMillis milliseconds between the samples of the peaks
   */
  public double percentOfCore(double cyclesPerSecond, int periodMillis) {
    double readingsPerSecond = cyclesPerSecond + MILLIS_PER_SECOND / periodMillis;
    return 100 * readingsPerSecond * probeFirstCpuMillis / MILLIS_PER_SECOND;
  }

  /**
   * All of it in words, a line each.
   *
   * @param cyclesPerSecond as in {@link #percentOfCore}
   * @param periodMillis as in {@link #percentOfCore}
   */
  public String summary(double cyclesPerSecond, int periodMillis) {
    return String.format(
        Locale.ROOT,
        """
        in %d turns of %d readings, then one by ps and lsof:
        one reading: %s
        the first of a turn: %s, processor time %.3f ms
        ps and lsof: %s
        all readings at %.1f cycles/s, sampled every %d ms: %.2f %% of a core
        """,
        turns,
        READINGS_PER_TURN,
        words(probe),
        words(probeFirst),
        probeFirstCpuMillis,
        missing.isEmpty() ? words(tools) : "not measured: " + missing,
        cyclesPerSecond,
        periodMillis,
        percentOfCore(cyclesPerSecond, periodMillis));
  }

  private static String words(TimeQuantiles time) {
    return String.format(
        Locale.ROOT,
        "median %.3f ms, 90th percentile %.3f ms",
        time.medianMillis(),
        time.p90Millis());
  }
}
