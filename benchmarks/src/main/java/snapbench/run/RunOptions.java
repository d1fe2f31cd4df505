package snapbench.run;

import java.lang.reflect.Field;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.util.Multimap;
import snapbench.results.InvalidInputException;

/**
 * The command line of a run: what JMH's own parser made of it, and the options of ours, which it
 * does not get to see.
 */
public final class RunOptions {
  /** Our option for the folder in which each run gets its own. */
  public static final String RESULTS = "--results";

  /** Our option for rounds over all cells, one fork each. */
  public static final String INTERLEAVE = "--interleave";

  /** Our option for one parameter at a time instead of all combinations. */
  public static final String ONE_AT_A_TIME = "--one-at-a-time";

  private final List<String> arguments;
  private final CommandLineOptions jmh;
  private final Path results;
  private final Set<String> switches;
  private final Profilers profilers;

  private RunOptions(
      List<String> arguments, Path results, Set<String> switches, Profilers profilers)
      throws InvalidInputException {
    this.arguments = List.copyOf(arguments);
    this.results = results;
    this.switches = Set.copyOf(switches);
    this.profilers = profilers;
    try {
      this.jmh = new CommandLineOptions(arguments.toArray(new String[0]));
    } catch (CommandLineOptionException | IllegalStateException e) {
      // JMH reports an unknown mode by the latter.
      throw new InvalidInputException(
          withChoices(String.valueOf(e.getMessage()).replaceAll("\\R", "; ")), e);
    }
  }

  /**
   * Parses a command line.
   *
   * @throws InvalidInputException naming the option and, where there is a list, the valid choices
   */
  public static RunOptions parse(List<String> commandLine, Profilers profilers)
      throws InvalidInputException {
    List<String> arguments = new ArrayList<>();
    String results = "results";
    Set<String> switches = new LinkedHashSet<>();
    for (int i = 0; i < commandLine.size(); i++) {
      String argument = commandLine.get(i);
      if (argument.startsWith(RESULTS + "=")) {
        results = argument.substring(RESULTS.length() + 1);
      } else if (argument.equals(RESULTS)) {
        i++;
        results = i < commandLine.size() ? commandLine.get(i) : "";
      } else if (argument.equals(INTERLEAVE) || argument.equals(ONE_AT_A_TIME)) {
        switches.add(argument);
      } else {
        arguments.add(argument);
      }
    }
    return new RunOptions(arguments, folder(results), switches, profilers);
  }

  private static Path folder(String results) throws InvalidInputException {
    try {
      if (!results.isEmpty()) {
        return Path.of(results).toAbsolutePath();
      }
    } catch (InvalidPathException e) {
      throw new InvalidInputException(RESULTS + " " + results + " is not a path", e);
    }
    throw new InvalidInputException(RESULTS + " needs a folder");
  }

  /** The command line that JMH parses. */
  public List<String> arguments() {
    return arguments;
  }

  /** What JMH made of it. */
  public CommandLineOptions jmh() {
    return jmh;
  }

  /** Where the folders of all runs are. */
  public Path results() {
    return results;
  }

  /** Whether one fork of each cell is measured, then the second of each, and so on. */
  public boolean isInterleaved() {
    return switches.contains(INTERLEAVE);
  }

  /**
   * Whether, of all combinations of the parameters' values, only those are measured in which at
   * most one parameter has another than its first value.
   */
  public boolean isOneAtATime() {
    return switches.contains(ONE_AT_A_TIME);
  }

  /** The profilers' names, and which one is on by default. */
  public Profilers profilers() {
    return profilers;
  }

  /** Names of the parameters that were given, in no particular order. */
  public Set<String> parameterNames() {
    return new LinkedHashSet<>(parameters().keys());
  }

  /** Values that were given for a parameter; empty if it was not given. */
  public List<String> parameterValues(String name) {
    Collection<String> values = parameters().get(name);
    return values == null ? List.of() : List.copyOf(values);
  }

  /** JMH can be asked for a parameter by its name only, which finds no misspelled one. */
  @SuppressWarnings("unchecked")
  private Multimap<String, String> parameters() {
    try {
      Field field = CommandLineOptions.class.getDeclaredField("params");
      field.setAccessible(true);
      return (Multimap<String, String>) field.get(jmh);
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
