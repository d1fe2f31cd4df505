package snapbench.driver;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import snapbench.model.Parameter;

/**
 * Hands the drivers that were resolved before the first measurement to JMH's forks, in a file of
 * the run's temporary folder, so that forks resolve, unpack and hash nothing.
 */
public final class ResolvedDrivers {
  private static final String FILE = "drivers.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ResolvedDrivers() {}

  /**
   * Writes them, and the bundled one, which is unpacked into the folder and with which a run makes
   * its databases.
   *
   * @param drivers by the parameter's value as given
   * @param temporary the run's temporary folder
   */
  public static void write(Map<String, Driver> drivers, Path temporary) throws IOException {
    Map<String, Driver> all = new LinkedHashMap<>(drivers);
    all.put(Drivers.BUNDLED, resolve(Drivers.BUNDLED, temporary));
    Files.createDirectories(temporary);
    MAPPER.writeValue(temporary.resolve(FILE).toFile(), all);
  }

  /**
   * Finds a driver in the file; one that is not in it is resolved here.
   *
   * @param name the parameter's value as given
   * @param temporary the run's temporary folder
   * @throws IOException if there is no such driver, or the file or a jar cannot be read
   */
  public static Driver find(String name, Path temporary) throws IOException {
    Path file = temporary.resolve(FILE);
    if (Files.exists(file)) {
      Map<String, Driver> drivers = MAPPER.readValue(file.toFile(), new TypeReference<>() {});
      Driver driver = drivers.get(name);
      if (driver != null) {
        return driver;
      }
    }
    return resolve(Parameter.decoded(name), temporary);
  }

  private static Driver resolve(String name, Path temporary) throws IOException {
    try (DriverResolver resolver = new DriverResolver(line -> {})) {
      return resolver.resolve(name, temporary);
    } catch (DriverException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
