package snapbench.host.kernel;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The operating system. A text that could not be read is "unknown".
 *
 * @param name for instance {@code Linux}
 * @param version of the distribution, for instance {@code Debian GNU/Linux 12 (bookworm)}; where
 *     there is none, of the system
 * @param architecture of the processor, in Java's words, for instance {@code amd64}
 * @param kernel release of the kernel, for instance {@code 6.1.0-18-amd64}
 * @param libc name and version of the C library, for instance {@code glibc 2.36}
 */
public record OperatingSystem(
    String name, String version, String architecture, String kernel, String libc) {
  private static final Pattern PRETTY_NAME = Pattern.compile("(?m)^PRETTY_NAME=\"?([^\"\\n]+)");
  private static final Pattern MUSL_VERSION =
      Pattern.compile("(?s)musl libc.*?Version ([0-9][^\\s]*)");

  /** Reads all of it, from the folder that {@code proc} and {@code sys} lie in. */
  public static OperatingSystem read(Path root) {
    String release = System.getProperty("os.version");
    return new OperatingSystem(
        System.getProperty("os.name"),
        KernelFile.find(root.resolve("etc/os-release"), PRETTY_NAME).orElse(release),
        System.getProperty("os.arch"),
        KernelFile.text(root.resolve("proc/sys/kernel/osrelease")).orElse(release),
        cLibrary());
  }

  private static String cLibrary() {
    // getconf knows this name in glibc only; musl's ldd prints its version and fails
    return CommandOutput.of("getconf", "GNU_LIBC_VERSION")
        .filter(text -> text.startsWith("glibc "))
        .or(() -> CommandOutput.of("ldd", "--version").flatMap(OperatingSystem::parseMusl))
        .orElse(KernelFile.UNKNOWN);
  }

  /** Finds musl's version in what its {@code ldd} prints. */
  public static Optional<String> parseMusl(String text) {
    return KernelFile.find(MUSL_VERSION, text).map(version -> "musl " + version);
  }
}
