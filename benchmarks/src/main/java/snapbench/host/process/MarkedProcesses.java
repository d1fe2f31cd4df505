package snapbench.host.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import snapbench.host.kernel.KernelFile;

/**
 * Processes that can be told by a variable of their environment, which those that they start
 * inherit, also where whoever started them is gone. On Linux alone; elsewhere there are none.
 */
public final class MarkedProcesses {
  private MarkedProcesses() {}

  /** Those that have not ended and whose environment, when they began, held the variable. */
  public static List<ProcessHandle> with(String name, String value) {
    String entry = name + "=" + value;
    return KernelFile.entries(Path.of("/proc"), "[0-9]*").stream()
        .filter(folder -> holds(folder, entry))
        .flatMap(folder -> ProcessHandle.of(Long.parseLong("" + folder.getFileName())).stream())
        .filter(process -> !ProcessEnd.hasEnded(process))
        .toList();
  }

  private static boolean holds(Path folder, String entry) {
    return KernelFile.text(folder.resolve("environ")).stream()
        .flatMap(text -> Stream.of(text.split("\0")))
        .anyMatch(entry::equals);
  }
}
