package snapbench.run.plan;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import snapbench.driver.DriverName;
import snapbench.model.Parameter;
import snapbench.results.files.InvalidInputException;
import snapbench.testee.api.Leak;
import snapbench.testee.api.SnapshotKind;

/**
 * What is valid for each JMH parameter, before anything is measured. A parameter that has no check
 * may be anything. Checks see values in which every {@code ;} has become a comma.
 */
public final class ParameterChecks {
  private static final String WITHOUT_PATH_SEPARATOR =
      " whose absolute path is without '"
          + File.pathSeparator
          + "', which separates the entries of a class path";

  private final Map<String, Function<String, @Nullable String>> checks;
  private final Function<Map<String, String>, @Nullable String> combinations;

  private ParameterChecks(
      Map<String, Function<String, @Nullable String>> checks,
      Function<Map<String, String>, @Nullable String> combinations) {
    this.checks = checks;
    this.combinations = combinations;
  }

  /** The checks of this project's benchmarks. */
  public static ParameterChecks standard() {
    return new ParameterChecks(Map.of(), params -> null)
        .with(Parameter.ACTIVITY, oneOf(List.of("dump", "queries")))
        .with(Parameter.DB, defaultOr(Parameter.DB, ParameterChecks::isReadableFile))
        .with(Parameter.DRIVER, ParameterChecks::driver)
        .with(Parameter.JDK, defaultOr(Parameter.JDK, ParameterChecks::isJdk))
        .with(Parameter.LEAK, value -> Leak.isValid(value) ? null : Leak.CHOICES)
        .with(Parameter.SCALE, number(0.001, 10))
        .with(Parameter.SCHEMA, oneOf(List.of("seed", "flat")))
        .with(Parameter.SNAPSHOT, oneOf(SnapshotKind.LABELS))
        .with(Parameter.TESTEE, oneOf(List.of(Parameter.TESTEE.defaultValue())))
        .with(Parameter.THREADS, integer(1, 1024));
  }

  /** These checks, with one of a parameter of ours added or replaced. */
  public ParameterChecks with(Parameter parameter, Function<String, @Nullable String> check) {
    return with(parameter.label(), check);
  }

  /**
   * These checks, with one added or replaced.
   *
   * @param check null of a valid value; of another what would be, to follow the word "choose"
   */
  public ParameterChecks with(String parameter, Function<String, @Nullable String> check) {
    Map<String, Function<String, @Nullable String>> more = new LinkedHashMap<>(checks);
    more.put(parameter, check);
    return new ParameterChecks(more, combinations);
  }

  /**
   * These checks of single parameters, with another of combinations.
   *
   * @param check of the values of one cell by name, valid by themselves: null if they make sense
   *     together; otherwise why not, with parameter, value and choices
   */
  public ParameterChecks withCombinations(Function<Map<String, String>, @Nullable String> check) {
    return new ParameterChecks(checks, check);
  }

  /** Why a combination makes no sense; null if it does. */
  @Nullable String objection(Map<String, String> params) {
    Map<String, String> values = new LinkedHashMap<>();
    params.forEach((name, value) -> values.put(name, Parameter.decoded(value)));
    return combinations.apply(values);
  }

  /**
   * Checks a value.
   *
   * @throws InvalidInputException naming the parameter, the value and what is valid
   */
  public void check(String parameter, String value) throws InvalidInputException {
    check(parameter, value, "-p " + parameter + "=" + value);
  }

  /**
   * Checks a value of a parameter of ours that was given by another option.
   *
   * @param given option and value, as they are written
   * @throws InvalidInputException naming what was given and what is valid
   */
  public void check(Parameter parameter, String value, String given) throws InvalidInputException {
    check(parameter.label(), value, given);
  }

  /**
   * Checks a value that was given by another option.
   *
   * @param given option and value, as they are written
   * @throws InvalidInputException naming what was given and what is valid
   */
  public void check(String parameter, String value, String given) throws InvalidInputException {
    String choices = checks.getOrDefault(parameter, any -> null).apply(Parameter.decoded(value));
    if (choices != null) {
      throw new InvalidInputException(given + " is not possible; choose " + choices);
    }
  }

  /** Whether there is such a driver is found out when all are resolved. */
  private static @Nullable String driver(String value) {
    if (!DriverName.isValid(value)) {
      return DriverName.choices(value);
    }
    return isPath(value, path -> Files.isRegularFile(path) && hasPathSeparator(path))
        ? "a jar" + WITHOUT_PATH_SEPARATOR
        : null;
  }

  /**
   * Checks the folder of all runs, of which the testee's class path has files.
   *
   * @throws InvalidInputException if a class path cannot have them
   */
  public static void checkResults(Path results) throws InvalidInputException {
    if (hasPathSeparator(results)) {
      throw new InvalidInputException(
          RunOptions.RESULTS
              + " "
              + results
              + " is not possible; choose a folder"
              + WITHOUT_PATH_SEPARATOR);
    }
  }

  private static boolean hasPathSeparator(Path path) {
    return path.toAbsolutePath().toString().contains(File.pathSeparator);
  }

  private static Function<String, @Nullable String> oneOf(List<String> values) {
    return value -> values.contains(value) ? null : "one of " + String.join(", ", values);
  }

  private static Function<String, @Nullable String> number(double least, double greatest) {
    return value ->
        number(value) >= least && number(value) <= greatest
            ? null
            : "a number from " + least + " to " + greatest;
  }

  /** Valid is a whole number, both limits included. */
  public static Function<String, @Nullable String> integer(int least, int greatest) {
    return value ->
        value.matches("\\d{1,9}") && number(value) >= least && number(value) <= greatest
            ? null
            : "a whole number from " + least + " to " + greatest;
  }

  /** Valid is the default, or a path that exists and is of the right kind. */
  private static Function<String, @Nullable String> defaultOr(
      Parameter parameter, Predicate<Path> isOfThatKind) {
    return value ->
        parameter.isDefault(value) || isPath(value, isOfThatKind) ? null : parameter.choices();
  }

  private static boolean isPath(String value, Predicate<Path> isOfThatKind) {
    try {
      return !value.isEmpty() && isOfThatKind.test(Path.of(value));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isReadableFile(Path path) {
    return Files.isRegularFile(path) && Files.isReadable(path);
  }

  private static boolean isJdk(Path path) {
    return Files.isExecutable(path.resolve("bin").resolve("java"))
        || Files.isExecutable(path.resolve("bin").resolve("java.exe"));
  }

  /** A number; NaN of a text that is none, and of null. */
  static double number(@Nullable String value) {
    try {
      return value == null ? Double.NaN : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
