package snapbench.run.plan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import snapbench.results.files.InvalidInputException;

/**
 * The options of ours on the command line of a run, which JMH does not get to see.
 *
 * @param rest what JMH parses
 * @param results where the folders of all runs are
 * @param interleaved whether one fork of each cell is measured, then the second of each, and so on
 * @param oneAtATime whether only those combinations are measured in which at most one parameter has
 *     another than its first value
 * @param untilDecided whether a cell is looked at again until its verdict is decided
 * @param maxCycles most cycles of a fork; empty where the standard applies
 * @param readyTimeout how long a testee may be silent before it is ready; empty likewise
 * @param requestTimeout how long a testee's answer may take; empty likewise
 */
record OwnOptions(
    List<String> rest,
    Path results,
    boolean interleaved,
    boolean oneAtATime,
    boolean untilDecided,
    OptionalLong maxCycles,
    Optional<Duration> readyTimeout,
    Optional<Duration> requestTimeout) {

  /** Copies the list. */
  OwnOptions {
    rest = List.copyOf(rest);
  }

  /** Takes them from a command line. */
  static OwnOptions parse(List<String> commandLine) throws InvalidInputException {
    List<String> rest = new ArrayList<>();
    Path results = folder("results");
    boolean interleaved = false;
    boolean oneAtATime = false;
    boolean untilDecided = false;
    OptionalLong maxCycles = OptionalLong.empty();
    Optional<Duration> readyTimeout = Optional.empty();
    Optional<Duration> requestTimeout = Optional.empty();
    for (Iterator<String> arguments = commandLine.iterator(); arguments.hasNext(); ) {
      String argument = arguments.next();
      if (isOption(argument, RunOptions.RESULTS)) {
        results = folder(value(argument, arguments));
      } else if (isOption(argument, RunOptions.MAX_CYCLES)) {
        maxCycles = OptionalLong.of(cycles(value(argument, arguments)));
      } else if (isOption(argument, RunOptions.READY_TIMEOUT)) {
        readyTimeout = Optional.of(seconds(RunOptions.READY_TIMEOUT, value(argument, arguments)));
      } else if (isOption(argument, RunOptions.REQUEST_TIMEOUT)) {
        requestTimeout =
            Optional.of(seconds(RunOptions.REQUEST_TIMEOUT, value(argument, arguments)));
      } else if (argument.equals(RunOptions.INTERLEAVE)) {
        interleaved = true;
      } else if (argument.equals(RunOptions.ONE_AT_A_TIME)) {
        oneAtATime = true;
      } else if (argument.equals(RunOptions.UNTIL_DECIDED)) {
        untilDecided = true;
      } else {
        rest.add(argument);
      }
    }
    OwnOptions options =
        new OwnOptions(
            rest,
            results,
            interleaved,
            oneAtATime,
            untilDecided,
            maxCycles,
            readyTimeout,
            requestTimeout);
    options.check();
    return options;
  }

  /** With its value behind an equals sign, or as the next argument. */
  private static boolean isOption(String argument, String option) {
    return argument.equals(option) || argument.startsWith(option + "=");
  }

  private static String value(String argument, Iterator<String> following) {
    int equals = argument.indexOf('=');
    if (equals >= 0) {
      return argument.substring(equals + 1);
    }
    return following.hasNext() ? following.next() : "";
  }

  private static Path folder(String results) throws InvalidInputException {
    try {
      if (!results.isEmpty()) {
        return Path.of(results).toAbsolutePath();
      }
    } catch (InvalidPathException e) {
      throw new InvalidInputException(RunOptions.RESULTS + " " + results + " is not a path", e);
    }
    throw new InvalidInputException(RunOptions.RESULTS + " needs a folder");
  }

  private static long cycles(String value) throws InvalidInputException {
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw new InvalidInputException(
          RunOptions.MAX_CYCLES
              + " "
              + value
              + " is not possible; choose a whole number from 1 to 999999999");
    }
    return Long.parseLong(value);
  }

  private static Duration seconds(String option, String value) throws InvalidInputException {
    if (!value.matches("[0-9]{1,6}(\\.[0-9]{1,3})?") || Double.parseDouble(value) == 0) {
      throw new InvalidInputException(
          option + " " + value + " is not possible; choose seconds from 0.001 to 999999");
    }
    return Duration.ofMillis(Math.round(1000 * Double.parseDouble(value)));
  }

  private void check() throws InvalidInputException {
    if (maxCycles.isPresent() && !untilDecided) {
      throw new InvalidInputException(
          RunOptions.MAX_CYCLES
              + " "
              + maxCycles.getAsLong()
              + " limits "
              + RunOptions.UNTIL_DECIDED
              + ", which is not given; add it, or choose the number of cycles by -i");
    }
    if (untilDecided && interleaved) {
      throw new InvalidInputException(
          RunOptions.UNTIL_DECIDED
              + " and "
              + RunOptions.INTERLEAVE
              + " are not possible together: each cell has a number of cycles of its own; choose"
              + " one of them");
    }
  }
}
