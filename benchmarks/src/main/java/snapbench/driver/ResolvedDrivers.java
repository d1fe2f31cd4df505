package snapbench.driver;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands the drivers that were resolved before the first measurement to JMH's forks, in a file of
 * the run's temporary folder, so that forks resolve nothing.
 */
public final class ResolvedDrivers {
  private static final String FILE = "drivers.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ResolvedDrivers() {}

  /**
   * A driver as the file has it; a path is text, since JSON knows no paths.
   *
   * @param name as in {@link Driver}
   * @param jars as in {@link Driver}
   * @param sha256 as in {@link Driver}
   * @param checksum as in {@link Driver}
   * @param className as in {@link Driver}
   */
  record Entry(
      String name, List<String> jars, String sha256, Driver.Checksum checksum, String className) {
    static Entry of(Driver driver) {
      return new Entry(
          driver.name(),
          driver.jars().stream().map(Path::toString).toList(),
          driver.sha256(),
          driver.checksum(),
          driver.className());
    }

    Driver toDriver() {
      List<Path> paths = new ArrayList<>();
      jars.forEach(jar -> paths.add(Path.of(jar)));
      return new Driver(name, paths, sha256, checksum, className);
    }
  }

  /**
   * Writes them.
   *
   * @param drivers by the name that was given
   * @param folder the run's temporary folder
   */
  public static void write(Map<String, Driver> drivers, Path folder) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    drivers.forEach((name, driver) -> entries.put(name, Entry.of(driver)));
    Files.createDirectories(folder);
    MAPPER.writeValue(folder.resolve(FILE).toFile(), entries);
  }

  /**
   * Finds a driver in the file; one that is not in it, as the bundled one, is resolved here.
   *
   * @param name as given
   * @param folder the run's temporary folder
   * @param packed takes the bundled driver's jar
   * @throws DriverException if there is no such driver
   * @throws IOException if the file or a jar cannot be read
   */
  public static Driver find(String name, Path folder, Path packed)
      throws IOException, DriverException {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      Map<String, Entry> entries = MAPPER.readValue(file.toFile(), new TypeReference<>() {});
      Entry entry = entries.get(name);
      if (entry != null) {
        return entry.toDriver();
      }
    }
    try (DriverResolver resolver = new DriverResolver(line -> {})) {
      return resolver.resolve(name, packed);
    }
  }
}
