package snapbench.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the testee in a JVM of its own.
 *
 * @param java the JVM's launcher
 * @param jvmArguments arguments of the JVM
 * @param classPath the testee's jar and the driver's
 * @param options of the testee
 * @param environment variables added to this process's own
 * @param folder its working folder and the folder of its temporary files, removed after it
 */
public record JvmLauncher(
    Path java,
    List<String> jvmArguments,
    List<Path> classPath,
    List<String> options,
    Map<String, String> environment,
    Path folder)
    implements TesteeLauncher {
  private static final String MAIN = "snapbench.testee.TesteeMain";

  /** What the testee's last line begins with, and its exit code, where it refuses something. */
  private static final String REASON = "testee: ";

  private static final int REFUSED = 2;

  public JvmLauncher {
    jvmArguments = List.copyOf(jvmArguments);
    classPath = List.copyOf(classPath);
    options = List.copyOf(options);
    environment = Map.copyOf(environment);
  }

  /** On this process's JDK, with no variables of its own. */
  public JvmLauncher(
      List<String> jvmArguments, List<Path> classPath, List<String> options, Path folder) {
    this(
        java(Path.of(System.getProperty("java.home"))),
        jvmArguments,
        classPath,
        options,
        Map.of(),
        folder);
  }

  /** For what is not measured: with a heap that suffices for a small database. */
  public static JvmLauncher small(List<Path> classPath, List<String> options, Path folder) {
    return new JvmLauncher(List.of("-XX:+UseSerialGC", "-Xmx512m"), classPath, options, folder);
  }

  /** A JDK's launcher. */
  public static Path java(Path home) {
    return home.toAbsolutePath().resolve("bin").resolve("java");
  }

  @Override
  public JvmTestee start(TesteeLimits limits, Consumer<String> log) throws IOException {
    // on whatever port is free, which the testee says when it is ready
    List<String> all = Stream.concat(Stream.of("--port", "0"), options.stream()).toList();
    return JvmTestee.start(
        new JvmLauncher(java, jvmArguments, classPath, all, environment, folder), limits, log);
  }

  /**
   * Runs a testee that has something else to do than to wait for requests to its end.
   *
   * @param what it was to do, for the message
   * @param log sees each line of its stderr, but for the reason of a refusal
   * @throws TesteeRefusalException if it refuses its options or its database
   * @throws TesteeException if it fails, with the tail of its output
   */
  public void run(String what, Consumer<String> log) throws IOException, InterruptedException {
    Consumer<String> lines =
        line -> {
          if (!line.startsWith(REASON)) {
            log.accept(line);
          }
        };
    try (ChildProcess child = ChildProcess.start(this, Map.of(), TesteeLimits.STANDARD, lines)) {
      int exitCode = child.exitCode();
      if (exitCode == REFUSED) {
        throw new TesteeRefusalException(child.lastLine().replaceFirst("^" + REASON, ""));
      }
      if (exitCode != 0) {
        throw child.death("before it had " + what);
      }
    }
  }

  @Override
  public List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(java.toString());
    line.addAll(jvmArguments);
    // no file in the temporary folder that a kill would leave behind, no mapping of it in the RSS
    line.add("-XX:-UsePerfData");
    // native libraries of the driver, dumps and snapshots go where they are removed with the testee
    line.add("-Djava.io.tmpdir=" + folder);
    // removed by the testee, too, so that it is gone even if this process is killed
    line.add("-Dsnapbench.folder=" + folder);
    // from 22 on the JVM warns of native libraries that were not allowed; 17 takes the option too
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("-cp");
    line.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    line.add(MAIN);
    line.addAll(options);
    line.add("--exit-on-eof");
    return line;
  }
}
