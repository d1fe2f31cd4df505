package snapbench.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Programs that can be started. */
public final class Executables {
  private Executables() {}

  /** A program as the PATH of this process finds it; empty where it is not installed. */
  public static Optional<Path> find(String name) {
    return find(name, System.getenv("PATH"));
  }

  /**
   * A program as a PATH finds it; empty if none of its folders has it.
   *
   * @param path the variable's value; null where it is not set
   */
  public static Optional<Path> find(String name, @Nullable String path) {
    return Stream.of((path == null ? "" : path).split(Pattern.quote(File.pathSeparator), -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
        .filter(Executables::canBeStarted)
        .findFirst();
  }

  /** Whether a path is that of a file that may be executed. */
  public static boolean canBeStarted(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }
}
