package snapbench.profile;

import org.openjdk.jmh.profile.ProfilerException;
import snapbench.model.Metric;

/**
 * The options of {@code -prof process}, for instance {@code -prof process:period=20;live=none}.
 *
 * @param periodMillis milliseconds between samples of the peaks that the kernel does not keep, from
 *     1 to 60000
 * @param live which statements probe the live database while a cycle runs
 * @param ledger whether the resident bytes are told by owner, at the end of each iteration
 */
public record ProcessProfilerOptions(int periodMillis, LiveProbes live, boolean ledger) {
  private static final int LONGEST_PERIOD_MILLIS = 60_000;

  /** What holds where nothing is said. */
  public static final ProcessProfilerOptions DEFAULTS =
      new ProcessProfilerOptions(100, LiveProbes.ALL, false);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the period is out of its range
   */
  public ProcessProfilerOptions {
    if (periodMillis < 1 || periodMillis > LONGEST_PERIOD_MILLIS) {
      throw new IllegalArgumentException(periodError(Integer.toString(periodMillis)));
    }
  }

  /**
   * Reads what follows {@code -prof process:}; an option given twice counts as given last.
   *
   * @param line options separated by {@code ;}, or nothing
   * @throws ProfilerException with one line that names the option, the value and the choices; or
   *     with the help text, where that is asked for
   */
  static ProcessProfilerOptions parse(String line) throws ProfilerException {
    ProcessProfilerOptions options = DEFAULTS;
    for (String option : line.split(";", -1)) {
      if (!option.isBlank()) {
        options = options.with(option.strip());
      }
    }
    return options;
  }

  private ProcessProfilerOptions with(String option) throws ProfilerException {
    String[] nameAndValue = option.split("=", 2);
    String value = nameAndValue.length == 2 ? nameAndValue[1].strip() : "";
    return switch (nameAndValue[0].strip()) {
      case "period" -> new ProcessProfilerOptions(period(value), live, ledger);
      case "live" -> new ProcessProfilerOptions(periodMillis, live(value), ledger);
      case "ledger" -> new ProcessProfilerOptions(periodMillis, live, ledger(value));
      case "help" -> throw new ProfilerException(help());
      default -> throw unknown(option, "from period, live, ledger, help");
    };
  }

  private static int period(String value) throws ProfilerException {
    try {
      return new ProcessProfilerOptions(Integer.parseInt(value), DEFAULTS.live, false).periodMillis;
    } catch (IllegalArgumentException notInRange) {
      throw new ProfilerException(periodError(value));
    }
  }

  private static LiveProbes live(String value) throws ProfilerException {
    return LiveProbes.of(value)
        .orElseThrow(() -> unknown("live=" + value, "one of " + LiveProbes.labels(", ")));
  }

  private static boolean ledger(String value) throws ProfilerException {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw unknown("ledger=" + value, "one of true, false");
    };
  }

  private static ProfilerException unknown(String option, String choices) {
    return new ProfilerException(
        "-prof process: %s is not known; choose %s".formatted(option, choices));
  }

  private static String periodError(String value) {
    return "-prof process: period=%s is not possible; choose whole milliseconds from 1 to %d"
        .formatted(value, LONGEST_PERIOD_MILLIS);
  }

  private static String help() {
    return """
    Usage: -prof process:period=<milliseconds>;live=<%2$s>;ledger=<true|false>

    Options accepted by process:
      period=<milliseconds>       Time between samples of the testee, for those peaks that the
                                  kernel does not keep: %3$s everywhere,
                                  %4$s where VmHWM cannot be had.
                                  1 to %5$d. (default: %1$d)

      live=<%2$s>  Which statements probe the live database while a cycle runs,
                                  for %6$s and %7$s: a one-row
                                  SELECT, a one-row UPDATE, both or none. (default: %8$s)

      ledger=<true|false>         Tell the resident set by owner, at the end of each iteration: the
                                  metrics ledger.* and malloc.*. The testee then tracks its native
                                  memory. Linux only. (default: %9$s)

      help                        Display help.
    """
        .formatted(
            DEFAULTS.periodMillis,
            LiveProbes.labels("|"),
            Metric.PROCESS_FDS_PEAK.label(),
            Metric.PROCESS_RSS_PEAK.label(),
            LONGEST_PERIOD_MILLIS,
            Metric.LIVE_READ_BLOCKED.label(),
            Metric.LIVE_WRITE_BLOCKED.label(),
            DEFAULTS.live.label(),
            DEFAULTS.ledger);
  }
}
