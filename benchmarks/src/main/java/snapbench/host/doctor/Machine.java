package snapbench.host.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import snapbench.host.kernel.ContainerLimits;
import snapbench.host.kernel.KernelFile;
import snapbench.host.kernel.LoadSample;
import snapbench.host.kernel.ProcessorTimes;

/**
 * What the checks look at.
 *
 * @param root the folder that {@code proc} and {@code sys} lie in
 * @param variables all environment variables
 * @param size what the run needs
 * @param before what was used before a short time
 * @param after and after it
 */
record Machine(
    Path root, Map<String, String> variables, RunSize size, LoadSample before, LoadSample after) {
  Machine {
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
  }

  /** The text of a file of the kernel's. */
  Optional<String> text(String file) {
    return KernelFile.text(root.resolve(file));
  }

  /** The same, or "unknown". */
  String textOrUnknown(String file) {
    return KernelFile.textOrUnknown(root.resolve(file));
  }

  /** The number that a file of the kernel's holds; NaN if none. */
  double number(String file) {
    return text(file).map(KernelFile::number).orElse(Double.NaN);
  }

  /** Whether there is such a file. */
  boolean has(String file) {
    return Files.exists(root.resolve(file));
  }

  /** Entries of a folder of the kernel's whose name matches, in no particular order. */
  List<Path> entries(String folder, String glob) {
    return KernelFile.entries(root.resolve(folder), glob);
  }

  /** Logical cores that this JVM may use. */
  int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Logical cores for which glibc makes arenas: those it may run on, whatever its share. */
  int arenaCores() {
    return ContainerLimits.read(root).countOfAllowedCores(cores());
  }

  /** What the processors did in the time between. */
  ProcessorTimes lately() {
    return after.processors().since(before.processors());
  }

  /** The share of all cores that others used in the time between, from 0 to 1; NaN if unknown. */
  double othersShare() {
    double others = lately().busy() - (after.ownTicks() - before.ownTicks());
    return Math.max(0, others) / lately().total();
  }
}
