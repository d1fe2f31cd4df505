package snapbench.workload;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import snapbench.driver.Driver;
import snapbench.driver.Drivers;
import snapbench.driver.ResolvedDrivers;
import snapbench.process.JvmLauncher;
import snapbench.process.TesteeRefusalException;
import snapbench.results.files.InvalidInputException;

/**
 * The files from which all testees of a run load their database where one of them is no JVM, or
 * where it is a user's file: the same pages for all, whatever happens to that file meanwhile. A JVM
 * testee writes them before the first measurement, into the run's temporary folder; of a user's own
 * file it makes a copy that no other program can spoil.
 */
public final class SharedDatabases {
  private static final String FILE = "databases.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SharedDatabases() {}

  /**
   * Writes the files.
   *
   * @param sources what they are made of; the same one may be there several times
   * @param temporary the run's temporary folder
   * @param progress takes a line for each file
   * @throws InvalidInputException if a user's file cannot be loaded
   * @throws IOException if a file cannot be made
   */
  public static void write(
      Collection<DatabaseSource> sources, Path temporary, Consumer<String> progress)
      throws IOException, InterruptedException, InvalidInputException {
    if (sources.isEmpty()) {
      return;
    }
    Map<String, String> files = new LinkedHashMap<>();
    for (DatabaseSource source : sources) {
      if (!files.containsKey(source.key())) {
        progress.accept("making the database that all testees load: " + source);
        Path file = temporary.resolve("database-" + (files.size() + 1) + ".db");
        export(source, file, temporary, progress);
        files.put(source.key(), file.toString());
      }
    }
    MAPPER.writeValue(temporary.resolve(FILE).toFile(), files);
  }

  /** The file for a source; empty where a JVM generates its own. */
  static Optional<Path> find(Path temporary, DatabaseSource source) throws IOException {
    Path index = temporary.resolve(FILE);
    if (!Files.exists(index)) {
      return Optional.empty();
    }
    Map<String, String> files = MAPPER.readValue(index.toFile(), new TypeReference<>() {});
    return Optional.ofNullable(files.get(source.key())).map(Path::of);
  }

  /** The file for a source, made here where JMH was not started by the harness. */
  static Path of(Path temporary, DatabaseSource source) throws IOException, InterruptedException {
    try {
      return made(temporary, source);
    } catch (InvalidInputException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Path made(Path temporary, DatabaseSource source)
      throws IOException, InterruptedException, InvalidInputException {
    Optional<Path> found = find(temporary, source);
    if (found.isPresent()) {
      return found.get();
    }
    Path file = temporary.resolve("database-" + ProcessHandle.current().pid() + ".db");
    export(source, file, temporary, line -> {});
    return file;
  }

  /**
   * Writes one file with the bundled driver.
   *
   * @param temporary takes the testee's jar and its temporary files
   * @param log sees what the testee says
   * @throws InvalidInputException if the user's file cannot be loaded
   */
  public static void export(DatabaseSource source, Path file, Path temporary, Consumer<String> log)
      throws IOException, InterruptedException, InvalidInputException {
    Driver driver = ResolvedDrivers.find(Drivers.BUNDLED, temporary);
    List<String> options = new ArrayList<>(source.options());
    options.addAll(List.of("--driver-class", driver.className()));
    options.addAll(List.of("--export", file.toAbsolutePath().toString()));
    try {
      JvmLauncher.small(
              Drivers.classPath(driver, temporary),
              options,
              temporary.toAbsolutePath().resolve("export"))
          .run("written its database", log);
    } catch (TesteeRefusalException e) {
      throw new InvalidInputException(String.valueOf(e.getMessage()));
    }
  }
}
