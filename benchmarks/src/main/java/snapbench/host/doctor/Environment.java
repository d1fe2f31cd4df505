package snapbench.host.doctor;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import snapbench.host.kernel.ContainerLimits;
import snapbench.host.kernel.DiskSpace;
import snapbench.host.kernel.JavaVirtualMachine;
import snapbench.host.kernel.Memory;
import snapbench.host.kernel.OperatingSystem;
import snapbench.host.kernel.Processor;

/**
 * The machine and the JVM that a run was measured with, as kept in {@code environment.json}. Holds
 * no name of the machine, of its user or of its network. A text that could not be read is
 * "unknown", a number NaN.
 *
 * @param time when it was read, in UTC, as ISO 8601 to the second
 * @param operatingSystem the system and its C library
 * @param processor the processor and what the kernel does with it
 * @param memory the machine's memory
 * @param limits what a container allows of it
 * @param javaVirtualMachine the JVM that drives the run, which is not the testee's
 * @param loadAverage runnable processes over the last minute, at the time of reading
 * @param temporaryFileSystem type of the file system of the temporary folder, for instance {@code
 *     tmpfs}
 * @param variables those environment variables that change how memory is allocated or how a JVM
 *     runs
 * @param findings whether the machine was fit to measure before the run, worst first
 */
public record Environment(
    String time,
    OperatingSystem operatingSystem,
    Processor processor,
    Memory memory,
    ContainerLimits limits,
    JavaVirtualMachine javaVirtualMachine,
    double loadAverage,
    String temporaryFileSystem,
    SortedMap<String, String> variables,
    List<Finding> findings) {
  private static final Pattern RELEVANT_VARIABLE =
      Pattern.compile(
          "MALLOC_.*|GLIBC_TUNABLES|_RJEM_MALLOC_CONF|MIMALLOC_.*|TCMALLOC_.*"
              + "|LD_PRELOAD|LD_LIBRARY_PATH"
              + "|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS");

  public Environment {
    variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    findings = List.copyOf(findings);
  }

  /**
   * Reads all of it; takes a quarter of a second and never throws.
   *
   * @param size what the run will need
   */
  public static Environment read(RunSize size) {
    List<Finding> findings = Doctor.examine(size);
    return read(Path.of("/"), Clock.systemUTC(), System.getenv(), findings);
  }

  /**
   * Reads all of it.
   *
   * @param root the folder that {@code proc} and {@code sys} lie in
   * @param environment all environment variables
   * @param findings what the doctor found
   */
  static Environment read(
      Path root, Clock clock, Map<String, String> environment, List<Finding> findings) {
    return new Environment(
        Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString(),
        OperatingSystem.read(root),
        Processor.read(root),
        Memory.read(root),
        ContainerLimits.read(root),
        JavaVirtualMachine.read(),
        currentLoadAverage(),
        DiskSpace.of(Path.of(System.getProperty("java.io.tmpdir"))).type(),
        relevant(environment),
        findings);
  }

  static double currentLoadAverage() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? Double.NaN : load;
  }

  static SortedMap<String, String> relevant(Map<String, String> environment) {
    SortedMap<String, String> relevant = new TreeMap<>(environment);
    relevant.keySet().removeIf(name -> !RELEVANT_VARIABLE.matcher(name).matches());
    return relevant;
  }
}
