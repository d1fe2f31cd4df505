package snapbench.run.plan;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.util.Multimap;
import snapbench.results.files.InvalidInputException;

/**
 * The command line of a run: what JMH's own parser made of it, and the options of ours, which it
 * does not get to see.
 */
public final class RunOptions {
  /** Our option for the folder in which each run gets its own. */
  public static final String RESULTS = "--results";

  /** Our option for rounds over all cells, one fork each. */
  public static final String INTERLEAVE = "--interleave";

  /** Our option for looking at a cell again until its verdict is decided. */
  public static final String UNTIL_DECIDED = "--until-decided";

  /** Our option for the most cycles of a fork then. */
  public static final String MAX_CYCLES = "--max-cycles";

  /** Our option for one parameter at a time instead of all combinations. */
  public static final String ONE_AT_A_TIME = "--one-at-a-time";

  /** Our option for how long a testee may be silent before it is ready, in seconds. */
  public static final String READY_TIMEOUT = "--ready-timeout";

  /** Our option for how long a testee's answer may take, in seconds. */
  public static final String REQUEST_TIMEOUT = "--request-timeout";

  private final Path results;
  private final boolean interleaved;
  private final boolean oneAtATime;
  private final boolean untilDecided;
  private final OptionalLong maxCycles;
  private final Optional<Duration> readyTimeout;
  private final Optional<Duration> requestTimeout;
  private final LayeredOptions jmh;
  private final Profilers profilers;

  private RunOptions(OwnOptions ours, LayeredOptions jmh, Profilers profilers)
      throws InvalidInputException {
    this.results = ours.results();
    this.interleaved = ours.interleaved();
    this.oneAtATime = ours.oneAtATime();
    this.untilDecided = ours.untilDecided();
    this.maxCycles = ours.maxCycles();
    this.readyTimeout = ours.readyTimeout();
    this.requestTimeout = ours.requestTimeout();
    this.jmh = jmh;
    this.profilers = profilers;
  }

  /**
   * Parses a command line.
   *
   * @throws InvalidInputException naming the option and, where there is a list, the valid choices
   */
  public static RunOptions parse(List<String> commandLine, Profilers profilers)
      throws InvalidInputException {
    OwnOptions ours = new OwnOptions();
    return of(ours, OwnOptions.parse(ours, commandLine).unmatched(), List.of(), profilers);
  }

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
    RunOptions options = new RunOptions(ours, layered(forJmh, preset), profilers);
    ours.check();
    return options;
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

  /** What JMH makes of it. */
  public LayeredOptions jmh() {
    return jmh;
  }

  /** Where the folders of all runs are. */
  public Path results() {
    return results;
  }

  /** Whether one fork of each cell is measured, then the second of each, and so on. */
  public boolean isInterleaved() {
    return interleaved;
  }

  /** Whether a cell is looked at again until its verdict is decided. */
  public boolean isUntilDecided() {
    return untilDecided;
  }

  /** Most cycles of a fork where a cell is looked at again; empty where the standard applies. */
  public OptionalLong maxCycles() {
    return maxCycles;
  }

  /**
   * Whether, of all combinations of the parameters' values, only those are measured in which at
   * most one parameter has another than its first value.
   */
  public boolean isOneAtATime() {
    return oneAtATime;
  }

  /** How long a testee may be silent before it is ready; empty where the standard applies. */
  public Optional<Duration> readyTimeout() {
    return readyTimeout;
  }

  /** How long a testee's answer may take; empty where the standard applies. */
  public Optional<Duration> requestTimeout() {
    return requestTimeout;
  }

  /** The profilers' names, and which one is on by default. */
  public Profilers profilers() {
    return profilers;
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
