package snapbench.testee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.testee.api.Leak;
import snapbench.testee.database.generate.GeneratedData;

/**
 * The testee's command line.
 *
 * @param port port to listen on; 0 for one that is free
 * @param db {@code seed} to generate, or the path of a SQLite file to load
 * @param schema {@code seed} or {@code flat}, of the generated data
 * @param scale size of the generated data; 1.0 is the original report's
 * @param seed seed of the generator
 * @param threads worker threads
 * @param live which probes of the live database run: {@code all}, {@code read}, {@code write} or
 *     {@code none}
 * @param leak the leak to plant
 * @param keepDump folder in which dumps are kept, or null
 * @param export new file that the database is written to instead of being served, or null
 * @param temporaryFolder new or empty folder for temporary files, removed at the end; null for one
 *     of its own
 * @param driverClass class of the driver to take where several are on the class path, or null
 * @param exitOnEof whether to end when stdin reaches end of file
 */
record TesteeOptions(
    int port,
    String db,
    String schema,
    double scale,
    long seed,
    int threads,
    String live,
    Leak leak,
    @Nullable Path keepDump,
    @Nullable Path export,
    @Nullable Path temporaryFolder,
    @Nullable String driverClass,
    boolean exitOnEof) {
  static final String USAGE =
      """
      Usage: testee [options]
        --port N              port to listen on at 127.0.0.1; 0 for one that is free (8890)
        --db seed|FILE        generate the live database, or load a SQLite file into memory (seed)
        --schema seed|flat    of the generated data: seven related tables, or one (seed)
        --scale X             size of the generated data, 0.001 to 10; 1.0 is 4.5 million rows (1.0)
        --seed N              seed of the generator (20220630)
        --threads N           worker threads that take turns, 1 to 1024 (16)
        --live WHICH          probes of the live database during a cycle: all, read, write, none (all)
        --leak LEAK           leak planted for calibration (none): connection, statement, fd or
                              thread, with :K in one cycle of K; heap:SIZE, direct:SIZE or
                              native:SIZE in each cycle: bytes, 64k, 1m, or 1% of the database
        --keep-dump DIR       keep each dump in this folder
        --export FILE         write the database to a new file, page by page, and end
        --temporary-folder D  new or empty folder for temporary files, removed at the end (one of its
                              own)
        --driver-class CLASS  the driver to take where several are on the class path (the only one)
        --exit-on-eof         end when stdin reaches end of file
      """;

  private static final TesteeOptions DEFAULTS =
      new TesteeOptions(
          8890,
          "seed",
          "seed",
          1.0,
          GeneratedData.DEFAULT_SEED,
          16,
          "all",
          Leak.NONE,
          null,
          null,
          null,
          null,
          false);

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with one line that names the option, the value and the choices
   */
  static TesteeOptions parse(List<String> arguments) {
    TesteeOptions options = DEFAULTS;
    for (int i = 0; i < arguments.size(); i++) {
      String option = arguments.get(i);
      if (option.equals("--exit-on-eof")) {
        options = options.with(option, "true");
      } else if (i + 1 < arguments.size()) {
        options = options.with(option, arguments.get(++i));
      } else {
        throw new IllegalArgumentException(option + " needs a value, or is not known; see --help");
      }
    }
    return options;
  }

  private TesteeOptions with(String option, String value) {
    int port = this.port;
    String db = this.db;
    String schema = this.schema;
    double scale = this.scale;
    long seed = this.seed;
    int threads = this.threads;
    String live = this.live;
    Leak leak = this.leak;
    Path keepDump = this.keepDump;
    Path export = this.export;
    Path temporaryFolder = this.temporaryFolder;
    String driverClass = this.driverClass;
    boolean exitOnEof = this.exitOnEof;
    switch (option) {
      case "--port" -> port = (int) number(option, value, 0, 65_535, true);
      case "--db" -> db = value;
      case "--schema" -> schema = choice(option, value, "seed", "flat");
      case "--scale" -> scale = number(option, value, 0.001, 10, false);
      case "--seed" -> seed = (long) number(option, value, 0, 1L << 53, true);
      case "--threads" -> threads = (int) number(option, value, 1, 1024, true);
      case "--live" -> live = choice(option, value, "all", "read", "write", "none");
      case "--leak" -> leak = leak(option, value);
      case "--keep-dump" -> keepDump = Path.of(value);
      case "--export" -> export = newFile(option, value);
      case "--temporary-folder" -> temporaryFolder = emptyFolder(option, value);
      case "--driver-class" -> driverClass = value;
      case "--exit-on-eof" -> exitOnEof = true;
      default -> throw new IllegalArgumentException(option + " is not an option; see --help");
    }
    return new TesteeOptions(
        port,
        db,
        schema,
        scale,
        seed,
        threads,
        live,
        leak,
        keepDump,
        export,
        temporaryFolder,
        driverClass,
        exitOnEof);
  }

  boolean probesReads() {
    return live.equals("all") || live.equals("read");
  }

  boolean probesWrites() {
    return live.equals("all") || live.equals("write");
  }

  private static Path newFile(String option, String value) {
    Path file = Path.of(value);
    if (Files.exists(file)) {
      throw new IllegalArgumentException(option + " " + value + " exists; give a new file");
    }
    return file;
  }

  /** What a folder holds would be removed with it. */
  private static Path emptyFolder(String option, String value) {
    Path folder = Path.of(value);
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw new IllegalArgumentException(
          option + " " + value + " is not empty; give a new or an empty folder");
    }
    return folder;
  }

  private static boolean isEmptyFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException notListed) {
      return false;
    }
  }

  private static Leak leak(String option, String value) {
    if (!Leak.isValid(value)) {
      throw new IllegalArgumentException(
          option + " " + value + " is not valid; choose " + Leak.CHOICES);
    }
    return Leak.of(value);
  }

  private static String choice(String option, String value, String... choices) {
    if (!List.of(choices).contains(value)) {
      throw new IllegalArgumentException(
          "%s %s is not valid; choose one of %s"
              .formatted(option, value, String.join(", ", choices)));
    }
    return value;
  }

  private static double number(
      String option, String value, double least, double most, boolean whole) {
    try {
      double number = whole ? Long.parseLong(value) : Double.parseDouble(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for every wrong number
    }
    throw new IllegalArgumentException(
        "%s %s is not valid; give a %s from %s to %s"
            .formatted(
                option,
                value,
                whole ? "whole number" : "number",
                whole ? Long.toString((long) least) : Double.toString(least),
                whole ? Long.toString((long) most) : Double.toString(most)));
  }
}
