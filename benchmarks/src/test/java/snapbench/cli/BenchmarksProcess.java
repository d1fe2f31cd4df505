package snapbench.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import snapbench.process.JvmOptions;

/**
 * The real benchmarks.jar in a process of its own, with the tiny benchmarks in front, and with a
 * working folder and a temporary folder that nothing else uses.
 */
public final class BenchmarksProcess implements AutoCloseable {
  /** Many times what any takes: what hangs ends, and a slow machine is no failure. */
  private static final Duration LIMIT = Duration.ofMinutes(15);

  /** For {@code -p}: a testee that starts quickly, where its memory is not what is looked at. */
  static final String SMALL_TESTEE =
      "jvmArgs=-XX:+UseSerialGC -Xmx64m -Xmn8m -XX:TieredStopAtLevel=1";

  private final Path folder;
  private final Process process;
  private final BufferedReader reader;
  private final StringBuilder output = new StringBuilder();

  private BenchmarksProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** With the tiny benchmarks in front of those of the jar. */
  static BenchmarksProcess start(Path folder, String... arguments) throws IOException {
    return start(folder, withTests(jar()), arguments);
  }

  private static List<String> withTests(Path jar) {
    return List.of(
        "-cp",
        Path.of("target", "test-classes").toAbsolutePath()
            + System.getProperty("path.separator")
            + jar,
        "snapbench.cli.Main");
  }

  /** The jar alone, copied into the empty folder, as a user has it. */
  public static BenchmarksProcess startJarAlone(Path folder, String... arguments)
      throws IOException {
    Path copy = folder.resolve("benchmarks.jar");
    if (!Files.exists(copy)) {
      Files.copy(jar(), copy);
    }
    return start(folder, List.of("-jar", copy.toString()), arguments);
  }

  /** The jar alone, with a testee that starts quickly. */
  static BenchmarksProcess startWithSmallTestee(Path folder, String... arguments)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-p", SMALL_TESTEE));
    return startJarAlone(folder, all.toArray(String[]::new));
  }

  /** The tiny benchmarks with a copy of the jar, {@code benchmarks.jar} in the folder. */
  static BenchmarksProcess startWithCopy(Path folder, String... arguments) throws IOException {
    Path copy = Files.copy(jar(), folder.resolve("benchmarks.jar"));
    return start(folder, withTests(copy), arguments);
  }

  /**
   * With the tiny benchmarks in front, and less patience with a fork that gives no sign of life.
   */
  static BenchmarksProcess startImpatiently(Path folder, String... arguments) throws IOException {
    List<String> program = new ArrayList<>(List.of("-Dsnapbench.fork.graceMillis=2000"));
    program.addAll(withTests(jar()));
    return start(folder, program, arguments);
  }

  /** The jar where it was built, with a limit of its heap. */
  static BenchmarksProcess startWithHeap(Path folder, String heap, String... arguments)
      throws IOException {
    return start(folder, List.of(heap, "-jar", jar().toString()), arguments);
  }

  /** The jar alone, for a user whose home is the folder. */
  static BenchmarksProcess startWithHome(Path folder, String... arguments) throws IOException {
    return start(folder, List.of("-Duser.home=" + folder, "-jar", jar().toString()), arguments);
  }

  /** The jar where it was built, by a program that goes on and never asks what became of it. */
  static BenchmarksProcess startUnasked(Path folder, String... arguments) throws IOException {
    List<String> parent = List.of("sh", "-c", "\"$@\" & exec sleep " + LIMIT.toSeconds(), "sh");
    return start(folder, parent, List.of("-jar", jar().toString()), arguments);
  }

  private static Path jar() {
    return Path.of("target", "benchmarks.jar").toAbsolutePath();
  }

  private static BenchmarksProcess start(Path folder, List<String> program, String... arguments)
      throws IOException {
    return start(folder, List.of(), program, arguments);
  }

  private static BenchmarksProcess start(
      Path folder, List<String> parent, List<String> program, String... arguments)
      throws IOException {
    Files.createDirectories(temporary(folder));
    List<String> command = new ArrayList<>(withInterrupts());
    command.addAll(parent);
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    // a page that is used again is cheaper than one that is touched for the first time
    command.add("-Xmn8m");
    command.add("-Djava.io.tmpdir=" + temporary(folder));
    command.add("-Dsnapbench.interruption.graceMillis=" + LIMIT.toMillis());
    command.add("-Dsnapbench.interruption.limitMillis=" + LIMIT.toMillis());
    command.addAll(program);
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors(folder).toFile());
    environment(builder.environment());
    Process process = builder.start();
    CompletableFuture.delayedExecutor(LIMIT.toSeconds(), TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    return new BenchmarksProcess(folder, process);
  }

  /** Without options for every JVM, and with a cache that is not the user's. */
  static void environment(Map<String, String> environment) {
    JvmOptions.removeFrom(environment);
    environment.put(
        "XDG_CACHE_HOME", Path.of("target", "cache-of-tests").toAbsolutePath().toString());
  }

  /** A build in the background of a script ignores SIGINT, and so would what it starts. */
  private static List<String> withInterrupts() throws IOException {
    Path status = Path.of("/proc", "self", "status");
    boolean ignored =
        Files.exists(status)
            && Pattern.compile("(?m)^SigIgn:.*[2367abef]$")
                .matcher(Files.readString(status))
                .find();
    return ignored ? List.of("env", "--default-signal=INT") : List.of();
  }

  private static Path temporary(Path folder) {
    return folder.resolve("system-tmp");
  }

  private static Path errors(Path folder) {
    return folder.resolve("stderr.txt");
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Reads the output up to a line that contains a word, and returns what follows it. */
  String awaitLineWith(String word) throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      output.append(line).append('\n');
      int at = line.indexOf(word);
      if (at >= 0) {
        return line.substring(at + word.length()).strip();
      }
    }
    throw new AssertionError("no " + word + " in " + output + Files.readString(errors(folder)));
  }

  /** Waits until the errors contain a word, or the process has ended. */
  void awaitErrorsWith(String word) throws IOException {
    while (process.isAlive() && !errors().contains(word)) {
      Thread.onSpinWait();
    }
  }

  /** Waits until the system's temporary folder holds something, or the process has ended. */
  void awaitTemporaryFile() throws IOException {
    while (process.isAlive() && leftInTemporaryFolder().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  /** Ends its stdin. */
  void endOfInput() throws IOException {
    process.getOutputStream().close();
  }

  /** Interrupts it, as Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  /** Waits for the end and returns the exit code. */
  public int exitCode() throws IOException, InterruptedException {
    reader.lines().forEach(line -> output.append(line).append('\n'));
    return process.waitFor();
  }

  public String output() {
    return output.toString();
  }

  public String errors() throws IOException {
    return Files.readString(errors(folder));
  }

  /** Names of what is in the system's temporary folder. */
  public List<String> leftInTemporaryFolder() throws IOException {
    return names(temporary(folder));
  }

  /** The folder of the only run. */
  public Path run() throws IOException {
    List<String> runs = names(folder.resolve("results"));
    if (runs.size() != 1) {
      throw new AssertionError("expected one run, found " + runs);
    }
    return folder.resolve("results").resolve(runs.get(0));
  }

  /** HotSpot's own files are not ours. */
  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("hsperfdata"))
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
