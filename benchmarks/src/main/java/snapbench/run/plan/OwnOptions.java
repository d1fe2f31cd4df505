package snapbench.run.plan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import snapbench.results.files.InvalidInputException;

/** The options of ours on the command line of a run, which JMH does not get to see. */
public final class OwnOptions {
  private static final String NONE = "";

  private boolean interleaved;
  private boolean untilDecided;
  private boolean oneAtATime;

  @Option(
      names = RunOptions.RESULTS,
      paramLabel = "<folder>",
      arity = "0..1",
      fallbackValue = NONE,
      description =
          "where each run gets a folder of its own: jmh-result.json, a file for each cell,"
              + " series.csv, report.md (default: ${DEFAULT-VALUE})")
  private String results = "results";

  @Option(
      names = RunOptions.INTERLEAVE,
      description =
          "measure one fork of each cell, then the second of each, and so on, so that drift of the"
              + " machine meets all cells alike (default: all forks of a cell, then the next)")
  void setInterleaved(boolean given) {
    interleaved |= given;
  }

  @Option(
      names = RunOptions.UNTIL_DECIDED,
      description =
          "measure a cell again, in new forks of twice the iterations, until the verdict on its"
              + " resident set is not INCONCLUSIVE (default: once)")
  void setUntilDecided(boolean given) {
    untilDecided |= given;
  }

  @Option(
      names = RunOptions.ONE_AT_A_TIME,
      description =
          "of all combinations of the values given by -p, measure only those in which at most one"
              + " parameter has another than its first value (default: all)")
  void setOneAtATime(boolean given) {
    oneAtATime |= given;
  }

  @Option(
      names = RunOptions.MAX_CYCLES,
      paramLabel = "<int>",
      arity = "0..1",
      fallbackValue = NONE,
      description = "most cycles of a fork then (default: 8 times those of the first look)")
  private @Nullable String maxCycles;

  @Option(
      names = RunOptions.READY_TIMEOUT,
      paramLabel = "<s>",
      arity = "0..1",
      fallbackValue = NONE,
      description = "how long a testee may be silent before it is ready (default: 120)")
  private @Nullable String readyTimeout;

  @Option(
      names = RunOptions.REQUEST_TIMEOUT,
      paramLabel = "<s>",
      arity = "0..1",
      fallbackValue = NONE,
      description = "how long a testee's answer, to a cycle above all, may take (default: 540)")
  private @Nullable String requestTimeout;

  /**
   * Reads options from a command line into an annotated object, over what it holds already.
   *
   * @return what was given; JMH's options among it are unmatched
   * @throws InvalidInputException if a value is missing or wrong
   */
  public static ParseResult parse(Object options, List<String> commandLine)
      throws InvalidInputException {
    try {
      return new CommandLine(options)
          .setUnmatchedArgumentsAllowed(true)
          .setExpandAtFiles(false)
          .parseArgs(commandLine.toArray(new String[0]));
    } catch (ParameterException e) {
      throw new InvalidInputException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * A run's options: these, and what JMH's parser makes of the others.
   *
   * @throws InvalidInputException if a value is wrong, or options do not go together
   */
  RunOptions with(LayeredOptions jmh, Profilers profilers) throws InvalidInputException {
    RunOptions options =
        new RunOptions(
            jmh,
            profilers,
            folder(results),
            interleaved,
            oneAtATime,
            untilDecided,
            maxCycles(),
            seconds(RunOptions.READY_TIMEOUT, readyTimeout),
            seconds(RunOptions.REQUEST_TIMEOUT, requestTimeout));
    check();
    return options;
  }

  private OptionalLong maxCycles() throws InvalidInputException {
    if (maxCycles == null) {
      return OptionalLong.empty();
    }
    if (!maxCycles.matches("[1-9][0-9]{0,8}")) {
      throw new InvalidInputException(
          "%s %s is not possible; choose a whole number from 1 to 999999999"
              .formatted(RunOptions.MAX_CYCLES, maxCycles));
    }
    return OptionalLong.of(Long.parseLong(maxCycles));
  }

  /** The folder of all runs, as {@code --results} names it. */
  public static Path folder(String results) throws InvalidInputException {
    try {
      if (!results.isEmpty()) {
        return Path.of(results).toAbsolutePath();
      }
    } catch (InvalidPathException e) {
      throw new InvalidInputException(RunOptions.RESULTS + " " + results + " is not a path", e);
    }
    throw new InvalidInputException(RunOptions.RESULTS + " needs a folder");
  }

  private static Optional<Duration> seconds(String option, @Nullable String value)
      throws InvalidInputException {
    if (value == null) {
      return Optional.empty();
    }
    if (!value.matches("[0-9]{1,6}(\\.[0-9]{1,3})?") || Double.parseDouble(value) == 0) {
      throw new InvalidInputException(
          option + " " + value + " is not possible; choose seconds from 0.001 to 999999");
    }
    return Optional.of(Duration.ofMillis(Math.round(1000 * Double.parseDouble(value))));
  }

  private void check() throws InvalidInputException {
    if (maxCycles != null && !untilDecided) {
      throw new InvalidInputException(
          "%s %s limits %s, which is not given; add it, or choose the number of cycles by -i"
              .formatted(RunOptions.MAX_CYCLES, maxCycles, RunOptions.UNTIL_DECIDED));
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
