package snapbench.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import snapbench.files.FileTrees;
import snapbench.files.OwnJvm;

/**
 * Which class of a jar is the SQLite driver: the first that the jar declares as a service and that
 * accepts SQLite's URLs. The classes are loaded in a process of their own ({@link DriverTrial}),
 * within a time limit, since whoever made the jar decides what they do.
 */
final class DriverClass {
  private static final String SERVICES = "META-INF/services/java.sql.Driver";
  private static final String WELL_KNOWN = "org.sqlite.JDBC";

  /** Milliseconds; a system property, for a slow machine. */
  private static final String LIMIT = "snapbench.driver.trialMillis";

  private static final long STANDARD_LIMIT_MILLIS = 60_000;
  private static final int ANSWER_BYTES = 65_536;

  private DriverClass() {}

  /**
   * Finds the driver's class.
   *
   * @param name the driver's name, for the message
   * @param jars the driver's jar first
   * @throws DriverException if the jar has none
   */
  static String find(String name, List<Path> jars) throws IOException {
    Path jar = jars.get(0);
    List<String> candidates = List.copyOf(candidates(name, jar));
    List<String> failures = new ArrayList<>();
    if (!candidates.isEmpty()) {
      String secret = secret();
      for (String line : trial(name, secret, jars, candidates).split("\n", -1)) {
        if (line.startsWith(secret + DriverTrial.ACCEPTS)) {
          return candidates.get(Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)));
        }
        if (line.startsWith(secret + DriverTrial.FAILS)) {
          failures.add(line.substring((secret + DriverTrial.FAILS).length()));
        }
      }
      if (failures.size() < candidates.size()) {
        failures.add(candidates.get(failures.size()) + " ended the process that loaded it");
      }
      failures.removeIf(String::isEmpty);
    }
    String reasons = failures.isEmpty() ? "" : " (" + String.join("; ", failures) + ")";
    throw new DriverException(
        "driver %s: %s has no SQLite driver%s; choose a jar whose %s, or class %s, accepts jdbc:sqlite:"
            .formatted(name, jar, reasons, SERVICES, WELL_KNOWN));
  }

  /**
   * The class that the jar declares, without a trial: for a jar of ours.
   *
   * @throws DriverException if there is none
   */
  static String declared(String name, Path jar) throws IOException, DriverException {
    return candidates(name, jar).stream()
        .findFirst()
        .orElseThrow(
            () -> new DriverException("driver %s: %s has no %s".formatted(name, jar, SERVICES)));
  }

  private static String secret() {
    byte[] random = new byte[DriverTrial.SECRET_BYTES / 2];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** What the process says within the limit. */
  private static String trial(String name, String secret, List<Path> jars, List<String> candidates)
      throws IOException, DriverException {
    Path folder = Files.createTempDirectory("snapbench-driver-");
    Process process = null;
    try {
      process = start(folder, jars, candidates);
      InputStream stdout = process.getInputStream();
      CompletableFuture<String> answer = new CompletableFuture<>();
      Thread reader = new Thread(() -> answer.complete(beginning(stdout)), "driver-trial");
      reader.setDaemon(true);
      reader.start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(secret.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException ended) {
        // without an answer
      }
      long limitMillis = Long.getLong(LIMIT, STANDARD_LIMIT_MILLIS);
      if (!process.waitFor(limitMillis, TimeUnit.MILLISECONDS)) {
        throw new DriverException(
            String.format(
                Locale.ROOT,
                "driver %s: %s took more than %.1f s to load; choose another jar, or -D%s=MILLIS",
                name,
                jars.get(0),
                limitMillis / 1e3,
                LIMIT));
      }
      return answer.completeOnTimeout("", 1, TimeUnit.SECONDS).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while loading driver " + name, e);
    } finally {
      if (process != null) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().completeOnTimeout(process, 2, TimeUnit.SECONDS).join();
      }
      FileTrees.delete(folder);
    }
  }

  /** What it prints first; whoever prints more waits for the end of the limit. */
  private static String beginning(InputStream stdout) {
    try {
      return new String(stdout.readNBytes(ANSWER_BYTES), StandardCharsets.UTF_8);
    } catch (IOException closed) {
      return "";
    }
  }

  private static Process start(Path folder, List<Path> jars, List<String> candidates)
      throws IOException {
    List<String> options =
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + folder);
    List<String> arguments = new ArrayList<>(List.of(Integer.toString(jars.size())));
    jars.forEach(jar -> arguments.add(jar.toAbsolutePath().toString()));
    arguments.addAll(candidates);
    List<String> line = OwnJvm.command(options, DriverTrial.class.getName(), arguments);
    return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static Set<String> candidates(String name, Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Set<String> candidates = new LinkedHashSet<>();
      ZipEntry services = zip.getEntry(SERVICES);
      if (services != null) {
        // closing the archive closes the stream
        new String(zip.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceAll("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .forEach(candidates::add);
      }
      if (zip.getEntry(WELL_KNOWN.replace('.', '/') + ".class") != null) {
        candidates.add(WELL_KNOWN);
      }
      return candidates;
    } catch (ZipException e) {
      throw new DriverException(
          "driver %s: %s is not a jar: %s".formatted(name, jar, e.getMessage()), e);
    }
  }
}
