package snapbench.testee;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import snapbench.testee.api.Protocol;
import snapbench.testee.api.Ready;

/** A testee in a process of its own, as the tests start it. */
final class RunningTestee implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final Ready ready;
  private final @Nullable String token;

  private RunningTestee(Process process, Ready ready, @Nullable String token) {
    this.process = process;
    this.ready = ready;
    this.token = token;
  }

  static ProcessBuilder command(Path folder, String... arguments) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Xmn8m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath(),
                TesteeMain.class.getName()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    // of which the JVM would tell in a line of its own
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
        .forEach(builder.environment()::remove);
    return builder;
  }

  /** Starts one that tracks its native memory and has JNA, as for the ledger. */
  static RunningTestee startForLedger(Path folder, String... jvmArguments) throws IOException {
    ProcessBuilder builder = command(folder, withDefaults());
    List<String> line = new ArrayList<>(builder.command());
    line.addAll(1, List.of(jvmArguments));
    line.add(1, "-XX:NativeMemoryTracking=detail");
    line.add(1, "-Djna.tmpdir=" + folder);
    int classPath = line.indexOf("-cp") + 1;
    line.set(classPath, line.get(classPath) + File.pathSeparator + onClassPath(".*jna-jpms[^/]*$"));
    return await(builder.command(line), null);
  }

  /** A driver of which the build keeps a jar for the tests. */
  static Path oldDriver(String version) {
    return Path.of("target", "drivers", "sqlite-jdbc-" + version + ".jar").toAbsolutePath();
  }

  /** Starts one with another driver than the bundled one. */
  static RunningTestee startWith(Path driver, Path folder, String... arguments) throws IOException {
    ProcessBuilder builder = command(folder, withDefaults(arguments));
    List<String> line = new ArrayList<>(builder.command());
    int classPath = line.indexOf("-cp") + 1;
    line.set(
        classPath,
        line.get(classPath).replaceAll("[^" + File.pathSeparator + "]*sqlite-jdbc[^/]*$", "")
            + driver);
    return await(builder.command(line), null);
  }

  /** Starts one with more options of the JVM's. */
  static RunningTestee startWithOptions(List<String> options, Path folder, String... arguments)
      throws IOException {
    ProcessBuilder builder = command(folder, withDefaults(arguments));
    builder.command().addAll(1, options);
    return await(builder, null);
  }

  private static String[] withDefaults(String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of("--port", "0", "--scale", "0.005", "--threads", "3", "--exit-on-eof"));
    all.addAll(List.of(arguments));
    return all.toArray(String[]::new);
  }

  /** What the testee has in production: its classes, its JSON library and, last, a driver. */
  private static String classPath() {
    return onClassPath(".*(target.classes|jackson-[^/]*|sqlite-jdbc-[^/]*)$");
  }

  private static String onClassPath(String pattern) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.matches(pattern))
        .sorted(Comparator.comparing(entry -> entry.contains("sqlite-jdbc")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Starts one with a small database and waits for its READY line. */
  static RunningTestee start(Path folder, @Nullable String token, String... arguments)
      throws IOException {
    ProcessBuilder builder = command(folder, withDefaults(arguments));
    if (token != null) {
      builder.environment().put(Protocol.TOKEN_VARIABLE, token);
    }
    return await(builder, token);
  }

  private static RunningTestee await(ProcessBuilder builder, @Nullable String token)
      throws IOException {
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader stdout = process.inputReader(StandardCharsets.UTF_8);
    String line = stdout.readLine();
    if (line == null || !line.startsWith(Ready.PREFIX)) {
      end(process);
      throw new IOException("not ready: " + line);
    }
    Ready ready = JSON.std.beanFrom(Ready.class, line.substring(Ready.PREFIX.length()));
    return new RunningTestee(process, ready, token);
  }

  Ready ready() {
    return ready;
  }

  HttpResponse<String> request(String method, String path)
      throws IOException, InterruptedException {
    return request(method, path, token);
  }

  HttpResponse<String> request(String method, String path, @Nullable String bearer)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ready.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Closes its stdin and waits for its end; its exit code. */
  int endOfInput() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("alive 60 s after the end of its stdin");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    end(process);
  }

  /** Returns once it is gone, and with it what would write into a folder that is being removed. */
  private static void end(Process process) {
    process.destroyForcibly().onExit().join();
  }
}
