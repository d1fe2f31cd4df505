package snapbench.run.loop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The jars on the class path, from which every fork is started anew. Forks of a jar that was built
 * again meanwhile would be measured with another program than those before.
 */
final class ProgramFiles {
  /** A jar as it was. */
  private record Jar(Path path, String state) {}

  private final List<Jar> jars = new ArrayList<>();

  /** Looks at the jars of a class path. */
  ProgramFiles(String classPath) {
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isRegularFile(path)) {
        jars.add(new Jar(path, state(path)));
      }
    }
  }

  /** What has changed since, in a sentence; null if nothing has. */
  @Nullable String change() {
    for (Jar jar : jars) {
      if (!state(jar.path()).equals(jar.state())) {
        return jar.path() + " has changed since the run began; measure again";
      }
    }
    return null;
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
