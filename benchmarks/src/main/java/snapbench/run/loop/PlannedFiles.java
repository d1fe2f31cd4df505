package snapbench.run.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that every fork of a run is started with or reads: the jars on the class path, drivers
 * and what they need, databases, JDKs and programs. With one that was replaced meanwhile, a fork
 * would measure something else than those before.
 */
public final class PlannedFiles {
  private static final String ATTRIBUTES = "fileKey,size,lastModifiedTime";

  private final Map<Path, String> states = new LinkedHashMap<>();

  /** Looks at the files; those that are none, such as folders, are left out. */
  public PlannedFiles(Collection<Path> files) {
    files.stream().filter(Files::isRegularFile).forEach(file -> states.put(file, state(file)));
  }

  /** What has changed since, in a sentence; null if nothing has. */
  @Nullable String change() {
    return states.keySet().stream()
        .filter(file -> !state(file).equals(states.get(file)))
        .map(file -> file + " has changed since the run began; measure again")
        .findFirst()
        .orElse(null);
  }

  /** On Unix with the time of the last change, which nobody can set back. */
  private static String state(Path file) {
    try {
      String view =
          file.getFileSystem().supportedFileAttributeViews().contains("unix") ? "unix:ctime," : "";
      return String.valueOf(Files.readAttributes(file, view + ATTRIBUTES));
    } catch (IOException e) {
      return "unreadable: " + e;
    }
  }
}
