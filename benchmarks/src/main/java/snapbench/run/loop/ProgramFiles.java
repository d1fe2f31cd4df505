package snapbench.run.loop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The jars on the class path, from which every fork is started anew. Forks of a jar that was built
 * again meanwhile would be measured with another program than those before.
 */
final class ProgramFiles {
  private final Map<Path, String> states = new LinkedHashMap<>();

  /** Looks at the jars of a class path. */
  ProgramFiles(String classPath) {
    Stream.of(classPath.split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .forEach(jar -> states.put(jar, state(jar)));
  }

  /** What has changed since, in a sentence; null if nothing has. */
  @Nullable String change() {
    return states.keySet().stream()
        .filter(jar -> !state(jar).equals(states.get(jar)))
        .map(jar -> jar + " has changed since the run began; measure again")
        .findFirst()
        .orElse(null);
  }

  private static String state(Path jar) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
      return attributes.fileKey() + " " + attributes.lastModifiedTime() + " " + attributes.size();
    } catch (IOException e) {
      return "unreadable: " + e;
    }
  }
}
