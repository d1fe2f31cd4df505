package snapbench.files;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** This program's own JVM and classes, to be started again in another process. */
public final class OwnJvm {
  private OwnJvm() {}

  /** The folder of its JDK. */
  public static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  /** The jars and folders of its class path, absolute. */
  public static List<Path> classPath() {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getProperty("java.class.path"))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .toList();
  }

  /**
   * A command line.
   *
   * @param options of the JVM
   * @param main the name of a class of this program
   */
  public static List<String> command(List<String> options, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(home().resolve("bin").resolve("java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(
        classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    return Stream.of(command, List.of(main), arguments).flatMap(List::stream).toList();
  }
}
