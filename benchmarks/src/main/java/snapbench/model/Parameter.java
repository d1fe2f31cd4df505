package snapbench.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import snapbench.testee.api.Leak;
import snapbench.testee.api.SnapshotKind;

/**
 * The parameters of this project's benchmarks: the one place for each one's name, default and legal
 * values. The {@code @Param} fields of {@code workload} bear the same names and defaults.
 *
 * <p>JMH's command line separates values by comma, so in a value {@code ;} stands for one, and two
 * of them for one of themselves: {@link #decoded} is the one place that knows. Files and reports
 * show values as they were given.
 */
public enum Parameter {
  ACTIVITY(
      "activity", "dump", "one of dump, queries", "what a cycle does with the snapshot it took"),
  DB(
      "db",
      "seed",
      "seed or a readable SQLite file",
      "the live database: generated, or loaded from a file"),
  DRIVER(
      "driver",
      "bundled",
      "bundled, a version of org.xerial:sqlite-jdbc, group:artifact:version, or the path of a jar",
      "the JDBC driver under test"),
  GOMAXPROCS(
      "gomaxprocs",
      "default",
      "default or a whole number from 1 to 9999",
      "processors that the testee go uses at a time"),
  JDK("jdk", "this", "this or the folder of a JDK (with bin/java)", "the JVM of the testee"),
  JVM_ARGS(
      "jvmArgs",
      "default",
      "default or arguments separated by spaces",
      "arguments of the testee's JVM, in place of the default ones"),
  LEAK("leak", Leak.NONE.toString(), Leak.CHOICES, "a leak to plant, for calibration"),
  MALLOC(
      "malloc",
      "system",
      "system, arena1, arena:N, mmap, mmap:BYTES, trim, trim:MILLIS, these three joined as in"
          + " arena1+trim, or jemalloc, mimalloc, tcmalloc, these also with settings as in"
          + " jemalloc:dirty_decay_ms:500;background_thread:true",
      "the C library's allocator and its settings"),
  SCALE(
      "scale",
      "0.25",
      "a number from 0.001 to 10.0",
      "size of the generated database; 1.0 is the original report's"),
  SCHEMA(
      "schema",
      "seed",
      "one of seed, flat",
      "tables of the generated database: seven related ones, or one of as many bytes"),
  SNAPSHOT(
      "snapshot",
      "memory",
      "one of " + String.join(", ", SnapshotKind.LABELS),
      "how the live database is copied"),
  TESTEE(
      "testee",
      "jvm",
      "jvm, c, go, or command:PROGRAM ARGUMENTS, a program on the PATH or the path of one, with"
          + " single or double quotes around what has spaces",
      "the program that is measured"),
  THREADS(
      "threads",
      "16",
      "a whole number from 0 to 1024",
      "worker threads of the testee, which take the cycles in turn; 0: the program chooses");

  private static final Pattern SEMICOLON = Pattern.compile(";;?");

  private final String label;
  private final String defaultValue;
  private final String choices;
  private final String meaning;

  Parameter(String label, String defaultValue, String choices, String meaning) {
    this.label = label;
    this.defaultValue = defaultValue;
    this.choices = choices;
    this.meaning = meaning;
  }

  /** Its name on the command line and in results. */
  public String label() {
    return label;
  }

  /** The value where none is given. */
  public String defaultValue() {
    return defaultValue;
  }

  /** Its legal values, to follow the word "choose". */
  public String choices() {
    return choices;
  }

  /** What it says, in one line. */
  public String meaning() {
    return meaning;
  }

  /** The parameter of that name; empty if it is not one of ours. */
  public static Optional<Parameter> of(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  /**
   * A value as it was given, as what it means: with a comma for each {@code ;}, and one {@code ;}
   * for two.
   */
  public static String decoded(String value) {
    return SEMICOLON.matcher(value).replaceAll(match -> match.group().length() > 1 ? ";" : ",");
  }

  /**
   * Its value among those of a cell, as it was given; the default where it has none.
   *
   * @param params values by name
   */
  public String in(Map<String, String> params) {
    return params.getOrDefault(label, defaultValue);
  }

  /**
   * Its value among those of a cell, decoded.
   *
   * @param params values by name
   */
  public String decodedIn(Map<String, String> params) {
    return decoded(in(params));
  }

  /** Whether a value is the default. */
  public boolean isDefault(String value) {
    return value.equals(defaultValue);
  }
}
