package snapbench.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Hands the controls that were built before the first measurement to JMH's forks, in a file of the
 * run's temporary folder, so that no fork compiles anything.
 */
public final class BuiltControls {
  private static final String FILE = "controls.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private BuiltControls() {}

  /**
   * Builds controls, and keeps why one could not be built.
   *
   * @param names {@code c}, {@code go}
   * @param folder the run's temporary folder
   * @param progress takes a line for what takes time
   */
  public static void write(Collection<String> names, Path folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    Map<String, Built> controls = new LinkedHashMap<>();
    for (String name : names) {
      try {
        controls.put(name, Control.of(name).build(cacheFolder(), progress));
      } catch (ControlException e) {
        progress.accept(String.valueOf(e.getMessage()));
        // without a command, and with the reason for a description
        controls.put(name, new Built(List.of(), String.valueOf(e.getMessage())));
      }
    }
    Files.createDirectories(folder);
    MAPPER.writeValue(folder.resolve(FILE).toFile(), controls);
  }

  /**
   * Finds a control in the file; one that is not in it is built here.
   *
   * @throws ControlException if it could not be built
   */
  public static Built find(String name, Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      Map<String, Built> controls = MAPPER.readValue(file.toFile(), new TypeReference<>() {});
      Built known = controls.get(name);
      if (known != null && known.command().isEmpty()) {
        throw new ControlException(known.description());
      }
      if (known != null) {
        return known;
      }
    }
    return Control.of(name).build(cacheFolder(), line -> {});
  }

  /** Where the user's programs keep what they can make again (XDG Base Directory Specification). */
  public static Path cacheFolder() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("snapbench").resolve("controls");
  }
}
