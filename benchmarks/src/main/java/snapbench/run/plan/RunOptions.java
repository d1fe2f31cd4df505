package snapbench.run.plan;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.util.Multimap;
import snapbench.results.files.InvalidInputException;

/**
 * The command line of a run.
 *
 * @param jmh what JMH's own parser makes of it
 * @param profilers the profilers' names, and which one is on by default
 * @param results where the folders of all runs are
 * @param isInterleaved whether one fork of each cell is measured, then the second of each, and so
 *     on
 * @param isOneAtATime whether, of all combinations of the parameters' values, only those are
 *     measured in which at most one parameter has another than its first value
 * @param isUntilDecided whether a cell is looked at again until its verdict is decided
 * @param maxCycles most cycles of a fork then; empty where the standard applies
 * @param readyTimeout how long a testee may be silent before it is ready; empty likewise
 * @param requestTimeout how long a testee's answer may take; empty likewise
 */
public record RunOptions(
    LayeredOptions jmh,
    Profilers profilers,
    Path results,
    boolean isInterleaved,
    boolean isOneAtATime,
    boolean isUntilDecided,
    OptionalLong maxCycles,
    Optional<Duration> readyTimeout,
    Optional<Duration> requestTimeout) {
  // our options, which are what the parameters above say; the times are in seconds
  public static final String RESULTS = "--results";
  public static final String INTERLEAVE = "--interleave";
  public static final String UNTIL_DECIDED = "--until-decided";
  public static final String MAX_CYCLES = "--max-cycles";
  public static final String ONE_AT_A_TIME = "--one-at-a-time";
  public static final String READY_TIMEOUT = "--ready-timeout";
  public static final String REQUEST_TIMEOUT = "--request-timeout";

  /**
   * What a command line over a preset's says.
   *
   * @param ours options of ours, already read from both
   * @param forJmh what else was given
   * @param preset what else the preset has
   * @throws InvalidInputException naming the option and, where there is a list, the valid choices
   */
  public static RunOptions of(
      OwnOptions ours, List<String> forJmh, List<String> preset, Profilers profilers)
      throws InvalidInputException {
    return ours.with(layered(forJmh, preset), profilers);
  }

  private static LayeredOptions layered(List<String> given, List<String> preset)
      throws InvalidInputException {
    try {
      return new LayeredOptions(given, preset);
    } catch (CommandLineOptionException | IllegalStateException e) {
      // JMH reports an unknown mode by the latter.
      throw new InvalidInputException(
          withChoices(String.valueOf(e.getMessage()).replaceAll("\\R", "; ")), e);
    }
  }

  /**
   * How long a fork that works says nothing at most: until its testee has answered, or until an
   * iteration that JMH itself gives up has ended.
   *
   * @param testee how long a testee's answer may take
   */
  public Duration silence(Iterations iterations, Duration testee) {
    long iterationNanos = Math.max(iterations.warmupNanos(), iterations.measuredNanos());
    long jmhNanos = jmh.getTimeout().orElse(Defaults.TIMEOUT).convertTo(TimeUnit.NANOSECONDS);
    Duration iteration = Duration.ofNanos(jmhNanos + iterationNanos);
    return iteration.compareTo(testee) > 0 ? iteration : testee;
  }

  /** Values for a parameter; empty where its own defaults hold. */
  public List<String> parameterValues(String name) {
    return List.copyOf(jmh.getParameter(name).orElse(List.of()));
  }

  /**
   * Names of the parameters on the command line, in no particular order. JMH can be asked for a
   * parameter by its name only, which finds no misspelled one.
   */
  @SuppressWarnings("unchecked")
  public Set<String> parameterNames() {
    try {
      Field field = CommandLineOptions.class.getDeclaredField("params");
      field.setAccessible(true);
      return Set.copyOf(((Multimap<String, String>) field.get(jmh)).keys());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this is not the JMH that snapbench was built with", e);
    }
  }

  /** JMH names the constant that is missing; we add those that exist. */
  private static String withChoices(String message) {
    if (message.startsWith("Unknown time unit")) {
      return message + "; choose one of m, s, ms, us, ns";
    }
    String prefix = "No enum constant ";
    int dot = message.lastIndexOf('.');
    if (!message.startsWith(prefix) || dot < 0) {
      return message;
    }
    try {
      Object[] constants =
          Class.forName(message.substring(prefix.length(), dot)).getEnumConstants();
      return message.substring(dot + 1)
          + " is not known; choose one of "
          + Arrays.stream(constants).map(String::valueOf).collect(Collectors.joining(", "));
    } catch (ClassNotFoundException e) {
      return message;
    }
  }
}
