package snapbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import oshi.software.os.OperatingSystem;
import snapbench.model.Reading;
import snapbench.self.speed.Tool;

/** A probe in a process of the user nobody, which may not look into those of root. */
final class AsNobody {
  private static final String NOBODY = "65534";

  private AsNobody() {}

  static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** What nobody can read of a process; skips the test where setpriv is not installed. */
  static Reading read(long pid) throws Exception {
    assumeThat(Tool.SETPRIV.find()).as(Tool.SETPRIV.need()).isPresent();
    Path folder = Files.createTempDirectory("as-nobody");
    try {
      return read(pid, readableClassPath(folder));
    } finally {
      delete(folder);
    }
  }

  private static Reading read(long pid, String classPath) throws Exception {
    List<String> command =
        List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--inh-caps=-all",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "-cp",
            classPath,
            AsNobody.class.getName(),
            Long.toString(pid));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit code, after %s", output).isZero();
    List<Double> values = Stream.of(output.strip().split(" ", -1)).map(Double::valueOf).toList();
    return new Reading(values.get(0), values.get(1), values.get(2), values.get(3));
  }

  /** Prints one reading of the process whose id is the first argument. */
  public static void main(String[] args) {
    Reading reading = new OshiProbe(Long.parseLong(args[0])).read();
    System.out.printf(
        "%s %s %s %s%n", reading.rssKiB(), reading.swapKiB(), reading.fds(), reading.threads());
  }

  /** Copies what the probe needs, since the usual class path may lie in a home that is closed. */
  private static String readableClassPath(Path folder) throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> entries = new ArrayList<>();
    for (Class<?> needed :
        List.of(
            AsNobody.class,
            OshiProbe.class,
            OperatingSystem.class,
            org.slf4j.Logger.class,
            org.slf4j.nop.NOPServiceProvider.class)) {
      Path copy = folder.resolve(Integer.toString(entries.size()));
      copy(origin(needed), copy);
      entries.add(copy.toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Path origin(Class<?> needed) throws URISyntaxException {
    return Path.of(needed.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!file.startsWith(from.resolve("packed"))) {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
