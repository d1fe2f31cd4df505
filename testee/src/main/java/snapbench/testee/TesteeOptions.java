package snapbench.testee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.testee.api.Leak;
import snapbench.testee.database.generate.GeneratedData;
import snapbench.testee.database.generate.Schema;

/**
 * The testee's command line.
 *
 * @param port port to listen on; 0 for one that is free
 * @param db {@code seed} to generate, or the path of a SQLite file to load
 * @param schema of the generated data
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
    Schema schema,
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

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "--port", "8890",
          "--db", "seed",
          "--schema", "seed",
          "--scale", "1.0",
          "--seed", Long.toString(GeneratedData.DEFAULT_SEED),
          "--threads", "16",
          "--live", "all",
          "--leak", Leak.NONE.toString());

  private static final Set<String> WITHOUT_DEFAULT =
      Set.of("--keep-dump", "--export", "--temporary-folder", "--driver-class");

  private static final String FLAG = "--exit-on-eof";

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with one line that names the option, the value and the choices
   */
  static TesteeOptions parse(List<String> arguments) {
    Map<String, String> values = new HashMap<>(DEFAULTS);
    for (int i = 0; i < arguments.size(); i++) {
      String option = arguments.get(i);
      if (option.equals(FLAG)) {
        values.put(option, "true");
      } else if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(option + " needs a value, or is not known; see --help");
      } else if (DEFAULTS.containsKey(option) || WITHOUT_DEFAULT.contains(option)) {
        values.put(option, arguments.get(++i));
      } else {
        throw new IllegalArgumentException(option + " is not an option; see --help");
      }
    }
    return new Given(values).options();
  }

  boolean probesReads() {
    return live.equals("all") || live.equals("read");
  }

  boolean probesWrites() {
    return live.equals("all") || live.equals("write");
  }

  /** The value of each option that has one. */
  private record Given(Map<String, String> values) {
    TesteeOptions options() {
      return new TesteeOptions(
          number("--port", Integer::valueOf, 0, 65_535),
          text("--db"),
          Schema.valueOf(choice("--schema", "seed", "flat").toUpperCase(Locale.ROOT)),
          number("--scale", Double::valueOf, GeneratedData.MIN_SCALE, GeneratedData.MAX_SCALE),
          number("--seed", Long::valueOf, 0L, 1L << 53),
          number("--threads", Integer::valueOf, 1, 1024),
          choice("--live", "all", "read", "write", "none"),
          leak("--leak"),
          path("--keep-dump"),
          newFile("--export"),
          emptyFolder("--temporary-folder"),
          values.get("--driver-class"),
          values.containsKey(FLAG));
    }

    private String text(String option) {
      return values.getOrDefault(option, "");
    }

    private @Nullable Path path(String option) {
      String value = values.get(option);
      return value == null ? null : Path.of(value);
    }

    private @Nullable Path newFile(String option) {
      Path file = path(option);
      if (file != null && Files.exists(file)) {
        throw new IllegalArgumentException(option + " " + file + " exists; give a new file");
      }
      return file;
    }

    /** What a folder holds would be removed with it. */
    private @Nullable Path emptyFolder(String option) {
      Path folder = path(option);
      if (folder != null && Files.exists(folder) && !isEmptyFolder(folder)) {
        throw new IllegalArgumentException(
            option + " " + folder + " is not empty; give a new or an empty folder");
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

    private Leak leak(String option) {
      String value = text(option);
      if (!Leak.isValid(value)) {
        throw invalid(option, "choose " + Leak.CHOICES);
      }
      return Leak.of(value);
    }

    private String choice(String option, String... choices) {
      String value = text(option);
      if (!List.of(choices).contains(value)) {
        throw invalid(option, "choose one of " + String.join(", ", choices));
      }
      return value;
    }

    private <T extends Comparable<T>> T number(
        String option, Function<String, T> parser, T least, T most) {
      try {
        T number = parser.apply(text(option));
        if (number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
          return number;
        }
      } catch (NumberFormatException e) {
        // falls through to the one message for every wrong number
      }
      String kind = least instanceof Double ? "a number" : "a whole number";
      throw invalid(option, "give " + kind + " from " + least + " to " + most);
    }

    private IllegalArgumentException invalid(String option, String advice) {
      return new IllegalArgumentException(option + " " + text(option) + " is not valid; " + advice);
    }
  }
}
