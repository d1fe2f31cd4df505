package snapbench.host.kernel;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * The JVM that this runs on.
 *
 * @param version for instance {@code 17.0.15+6-Debian-1deb12u1}
 * @param vendor who made it
 * @param name for instance {@code OpenJDK 64-Bit Server VM}
 * @param arguments what it was started with, but for the class path and the program's arguments
 */
public record JavaVirtualMachine(
    String version, String vendor, String name, List<String> arguments) {
  public JavaVirtualMachine {
    arguments = List.copyOf(arguments);
  }

  /** Asks it. */
  public static JavaVirtualMachine read() {
    return new JavaVirtualMachine(
        Runtime.version().toString(),
        System.getProperty("java.vm.vendor"),
        System.getProperty("java.vm.name"),
        ManagementFactory.getRuntimeMXBean().getInputArguments());
  }
}
