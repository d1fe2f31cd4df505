package snapbench.results.folder;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import snapbench.model.Fork;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.JsonFiles;
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
      throw new InvalidInputException(path + " cannot be read: " + e, e);
    }
    throw new InvalidInputException(path + notARun(path));
  }

  private static String notARun(Path path) {
    if (Files.isDirectory(path)) {
      return " is not the folder of a run: it has no cells in it";
    }
    String failed = path + RunFolder.FAILED_SUFFIX;
    return " does not exist"
        + (Files.isDirectory(Path.of(failed)) ? "; the run failed: choose " + failed : "");
  }

  private static Run readFolder(Path folder) throws IOException, InvalidInputException {
    List<Fork> forks = forks(cellFiles(folder.resolve("cells")));
    List<JmhResult> results = results(folder);
    return new Run(
        folder, forks, environment(folder), results, missing(folder, forks, results));
  }

  private static List<String> missing(Path folder, List<Fork> forks, List<JmhResult> results)
      throws IOException {
    Completion completion = Completion.read(folder);
    if (completion == null) {
      return List.of();
    }
    Stream<String> scores =
        forks.stream()
            .filter(fork -> fork.state() == Fork.State.MEASURED)
            .filter(fork -> results.stream().noneMatch(result -> result.isOf(fork)))
            .map(fork -> fork.key() + ": JMH's result is missing, and with it the score")
            .distinct();
    String name = String.valueOf(folder.getFileName());
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

  private static Fork fork(Path file) {
    try {
      return parse(file, Fork.class, "a cell of a run");
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
    return Files.exists(file) ? parse(file, Map.class, "the environment of a run") : Map.of();
  }

  private static List<JmhResult> results(Path folder) throws IOException, InvalidInputException {
    Path file = folder.resolve("jmh-result.json");
    return Files.exists(file) ? readResults(file) : List.of();
  }

  private static List<JmhResult> readResults(Path file) throws IOException, InvalidInputException {
    String kind = "a result file in JMH's JSON format";
    List<JmhResult> results = Arrays.asList(parse(file, JmhResult[].class, kind));
    if (results.contains(null)) {
      throw new InvalidInputException(file + " is not " + kind + ": a result in it is null");
    }
    return results;
  }

  private static <T> T parse(Path file, Class<T> type, String kind)
      throws IOException, InvalidInputException {
    try {
      T value = JsonFiles.read(file, type);
      if (value != null) {
        return value;
      }
    } catch (JacksonException e) {
      throw new InvalidInputException(
          file
              + " is not "
              + kind
              + ", or is cut off: "
              + String.valueOf(e.getOriginalMessage()).replaceAll("\\R", " "),
          e);
    }
    throw new InvalidInputException(file + " is not " + kind + ": it says null");
  }
}
