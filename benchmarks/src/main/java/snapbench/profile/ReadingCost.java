package snapbench.profile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import snapbench.host.Tool;

/**
 * What one reading of a process costs, beside the way it was done before: {@code ps -o rss= -p PID}
 * and {@code lsof -p PID}, each as a process of its own. Both are measured in one run, in turns.
 *
 * @param repetitions readings of each kind that were measured
 * @param probe time of one reading by the probe
 * @param probeCpuMillis processor time of one reading by the probe, on average, in milliseconds;
 *     NaN where the JVM does not tell
 * @param tools time of one reading by {@code ps} and {@code lsof}; NaN where one is not installed
 * @param missing what to install for these, in words; empty where nothing is missing
 */
public record ReadingCost(
    int repetitions,
    TimeQuantiles probe,
    double probeCpuMillis,
    TimeQuantiles tools,
    String missing) {
  private static final int WARM_UP_READINGS = 1000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1000;

  /**
   * Measures on a JVM that is started for it and does nothing.
   *
   * @param repetitions at least 1; each takes some 20 ms with the tools
   * @throws IOException if it cannot be started, or a tool fails
   */
  public static ReadingCost ofIdleProcess(int repetitions) throws IOException {
    try (IdleProcess process = IdleProcess.start()) {
      return of(process.pid(), repetitions);
    }
  }

  /**
   * Measures on a process that exists.
   *
   * @param repetitions at least 1; each takes some 20 ms with the tools
   * @throws IllegalArgumentException if there is nothing to repeat, or no process of that id that
   *     can be read
   * @throws IOException if a tool fails
   */
  public static ReadingCost of(long pid, int repetitions) throws IOException {
    if (repetitions < 1) {
      throw new IllegalArgumentException("repetitions=" + repetitions + "; choose at least 1");
    }
    try (ProcessProbe probe = new OshiProbe(pid)) {
      warmUp(probe, pid);
      return measure(probe, pid, repetitions);
    }
  }

  private static void warmUp(ProcessProbe probe, long pid) {
    for (int i = 0; i < WARM_UP_READINGS; i++) {
      if (Double.isNaN(probe.read().rssKiB())) {
        throw new IllegalArgumentException("pid=" + pid + " is not a process that can be read");
      }
    }
  }

  private static ReadingCost measure(ProcessProbe probe, long pid, int repetitions)
      throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    boolean cpuTimed = threads.isCurrentThreadCpuTimeSupported();
    String missing = missingTools();
    long[] probeNanos = new long[repetitions];
    long[] toolsNanos = new long[missing.isEmpty() ? repetitions : 0];
    long cpuNanos = 0;
    for (int i = 0; i < repetitions; i++) {
      long cpuStart = cpuTimed ? threads.getCurrentThreadCpuTime() : 0;
      probeNanos[i] = timeReading(probe);
      cpuNanos += cpuTimed ? threads.getCurrentThreadCpuTime() - cpuStart : 0;
      if (i < toolsNanos.length) {
        toolsNanos[i] = timeTools(pid);
      }
    }
    return new ReadingCost(
        repetitions,
        TimeQuantiles.ofNanos(probeNanos),
        cpuTimed ? cpuNanos / NANOS_PER_MILLI / repetitions : Double.NaN,
        TimeQuantiles.ofNanos(toolsNanos),
        missing);
  }

  private static long timeReading(ProcessProbe probe) {
    long start = System.nanoTime();
    ProcessReading reading = probe.read();
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
   * The share of one core that all readings of a run take, in percent.
   *
   * @param cyclesPerSecond cycles, each of which is followed by one reading
   * @param periodMillis milliseconds between the samples of the peaks
   */
  public double percentOfCore(double cyclesPerSecond, int periodMillis) {
    double readingsPerSecond = cyclesPerSecond + MILLIS_PER_SECOND / periodMillis;
    return 100 * readingsPerSecond * probeCpuMillis / MILLIS_PER_SECOND;
  }

  /**
   * All of it in words, a line each.
   *
   * @param cyclesPerSecond as in {@link #percentOfCore}
   * @param periodMillis as in {@link #percentOfCore}
   */
  public String summary(double cyclesPerSecond, int periodMillis) {
    String before =
        missing.isEmpty()
            ? line("ps and lsof", tools) + ", %.0f times as long".formatted(timesAsLong())
            : "ps and lsof: not measured: " + missing;
    return String.format(
        Locale.ROOT,
        "%s, %.3f ms of processor time%n%s%n"
            + "all readings at %.1f cycles/s, sampled every %d ms: %.2f %% of a core%n",
        line("one reading", probe),
        probeCpuMillis,
        before,
        cyclesPerSecond,
        periodMillis,
        percentOfCore(cyclesPerSecond, periodMillis));
  }

  private double timesAsLong() {
    return tools.medianMillis() / probe.medianMillis();
  }

  private String line(String name, TimeQuantiles time) {
    return String.format(
        Locale.ROOT,
        "%s: median %.3f ms, 90th percentile %.3f ms (n = %d)",
        name,
        time.medianMillis(),
        time.p90Millis(),
        repetitions);
  }
}
