package snapbench.results.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import snapbench.model.Fork;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.JsonFiles;
import snapbench.results.files.PlainFile;
import snapbench.results.jmh.DistinctResults;
import snapbench.results.jmh.JmhResult;

/**
 * What a run left behind.
 *
 * @param path its folder, or a bare result file of JMH
 * @param forks every fork of every cell, by number
 * @param environment what {@code environment.json} says of the machine; empty if unknown
 * @param results JMH's results, by cell; those of cells that failed are missing
 * @param missing what of the plan, or of JMH's results, is missing, one line each; empty if nothing
 *     is, or nobody knows
 */
public record Run(
    Path path,
    List<Fork> forks,
    Map<String, Object> environment,
    List<JmhResult> results,
    List<String> missing) {
  /** In {@code environment.json}: in which order the forks of a run were measured. */
  public static final String ORDER = "order";

  /** In rounds over all cells, one fork of each; so forks of the same number are of one round. */
  public static final String INTERLEAVED = "interleaved";

  public Run {
    forks = List.copyOf(forks);
    results = List.copyOf(results);
    missing = List.copyOf(missing);
  }

  /** A run of which nobody knows what was planned. */
  public Run(
      Path path, List<Fork> forks, Map<String, Object> environment, List<JmhResult> results) {
    this(path, forks, environment, results, List.of());
  }

  /** Whether its forks were measured in rounds over all cells; false if unknown. */
  public boolean isInterleaved() {
    return INTERLEAVED.equals(environment.get(ORDER));
  }

  /**
   * Reads a run's folder, or a bare JMH JSON file, whose environment is then unknown.
   *
   * @throws InvalidInputException if it is neither, or a file in it is cut off
   */
  public static Run read(Path path) throws InvalidInputException {
    try {
      if (Files.isRegularFile(path)) {
        List<JmhResult> results = DistinctResults.of(readResults(path));
        List<Fork> forks = new ArrayList<>();
        results.forEach(result -> forks.addAll(result.bareForks(forks.size() + 1)));
        return new Run(path, forks, Map.of(), results);
      }
      if (Files.isDirectory(path.resolve("cells"))) {
        return readFolder(path);
      }
    } catch (IOException e) {
      throw new InvalidInputException(PlainFile.words(e), e);
    }
    throw new InvalidInputException(path + notARun(path));
  }

  private static String notARun(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      return " "
          + PlainFile.obstacle(path)
          + "; choose a run's folder, or a file with JMH's results";
    }
    if (Files.isDirectory(path)) {
      return " is not the folder of a run: it has no cells in it";
    }
    String failed = path + RunFolder.FAILED_SUFFIX;
    return " does not exist"
        + (Files.isDirectory(Path.of(failed)) ? "; the run failed: choose " + failed : "");
  }

  private static Run readFolder(Path folder) throws IOException, InvalidInputException {
    List<Fork> forks = forks(cellFiles(folder.resolve("cells")));
    checkCopies(folder, forks);
    List<JmhResult> results = results(folder);
    return new Run(folder, forks, environment(folder), results, missing(folder, forks, results));
  }

  private static List<String> missing(Path folder, List<Fork> forks, List<JmhResult> results)
      throws IOException {
    Completion completion = Completion.read(folder);
    String name = String.valueOf(folder.getFileName());
    if (completion == null) {
      boolean isFailed =
          name.endsWith(RunFolder.FAILED_SUFFIX)
              || (forks.isEmpty() && results.isEmpty() && !RunFolder.isOwned(folder));
      return isFailed
          ? List.of(name + " does not say what it was to measure, and failed")
          : List.of();
    }
    Stream<String> scores =
        forks.stream()
            .filter(fork -> fork.state() == Fork.State.MEASURED)
            .filter(fork -> results.stream().noneMatch(result -> result.isOf(fork)))
            .map(fork -> fork.key() + ": JMH's result is missing, and with it the score")
            .distinct();
    return Stream.concat(completion.missing(name, forks).stream(), scores).toList();
  }

  /** On all cores: a long run has a gigabyte of them. */
  private static List<Fork> forks(List<Path> files) throws IOException, InvalidInputException {
    try {
      return files.parallelStream()
          .map(Run::fork)
          .sorted(Comparator.comparingInt(Fork::number))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (UncheckedInvalidInputException e) {
      throw e.reason;
    }
  }

  /** Two processes of one cell, fork and look that are the same process are one. */
  private static void checkCopies(Path folder, List<Fork> forks) throws InvalidInputException {
    Map<List<Object>, Fork> seen = new HashMap<>();
    for (Fork fork : forks) {
      Fork.Testee testee = fork.testee();
      if (testee != null) {
        Fork other = seen.put(List.of(fork.key(), fork.fork(), fork.look(), testee), fork);
        if (other != null) {
          throw new InvalidInputException(
              "%s is a copy of %d.json: both are of one process; remove it"
                  .formatted(
                      folder.resolve("cells").resolve(fork.number() + ".json"), other.number()));
        }
      }
    }
  }

  private static Fork fork(Path file) {
    try {
      Fork fork = JsonFiles.read(file, Fork.class, "a cell of a run");
      String name = fork.number() + ".json";
      if (!file.endsWith(name)) {
        throw new InvalidInputException(
            file
                + " holds fork "
                + fork.number()
                + ", whose file is "
                + name
                + "; remove the copy");
      }
      return fork;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidInputException e) {
      throw new UncheckedInvalidInputException(e);
    }
  }

  /** Carries the exception out of a stream. */
  private static final class UncheckedInvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final InvalidInputException reason;

    UncheckedInvalidInputException(InvalidInputException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private static List<Path> cellFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> environment(Path folder)
      throws IOException, InvalidInputException {
    Path file = folder.resolve("environment.json");
    return Files.exists(file)
        ? JsonFiles.read(file, Map.class, "the environment of a run")
        : Map.of();
  }

  private static List<JmhResult> results(Path folder) throws IOException, InvalidInputException {
    Path file = folder.resolve("jmh-result.json");
    return Files.exists(file) ? readResults(file) : List.of();
  }

  private static List<JmhResult> readResults(Path file) throws IOException, InvalidInputException {
    String kind = "a result file in JMH's JSON format";
    List<JmhResult> results = Arrays.asList(JsonFiles.read(file, JmhResult[].class, kind));
    if (results.contains(null)) {
      throw new InvalidInputException(file + " is not " + kind + ": a result in it is null");
    }
    return results;
  }
}
