package snapbench.host.installed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import snapbench.host.kernel.KernelFile;

/**
 * A shared library that may or may not be installed on this machine.
 *
 * @param fileNames names it goes by, the preferred one first
 * @param debianPackage the Debian package that brings it
 */
public record SharedLibrary(List<String> fileNames, String debianPackage) {
  /** Debian has a folder for each architecture, for instance {@code x86_64-linux-gnu}. */
  private static final String MULTIARCH = "*-linux-gnu*";

  public SharedLibrary {
    fileNames = List.copyOf(fileNames);
  }

  /**
   * The library, where LD_LIBRARY_PATH of this process or the distribution puts it; empty where it
   * is not installed.
   */
  public Optional<Path> find() {
    return find(Path.of("/"), Objects.requireNonNullElse(System.getenv("LD_LIBRARY_PATH"), ""));
  }

  Optional<Path> find(Path root, String libraryPath) {
    Stream<Path> ofUser =
        Stream.of(libraryPath.split(":", -1)).filter(each -> !each.isEmpty()).map(Path::of);
    Stream<Path> ofSystem =
        Stream.of("usr/local/lib", "usr/lib64", "usr/lib", "lib64", "lib")
            .map(root::resolve)
            .flatMap(
                each ->
                    Stream.concat(Stream.of(each), KernelFile.entries(each, MULTIARCH).stream()));
    return Stream.concat(ofUser, ofSystem)
        .flatMap(folder -> fileNames.stream().map(folder::resolve))
        .filter(Files::isReadable)
        .findFirst();
  }

  /** What to tell a user who lacks it. */
  public String need() {
    return "needs the Debian package "
        + debianPackage
        + " ("
        + fileNames.get(0)
        + " was not found)";
  }
}
