package snapbench.host.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import snapbench.host.kernel.KernelFile;

/**
 * What Linux tells of how a process was started and what it is made of. Everything is empty where
 * it cannot be read, as on other systems.
 */
public final class ProcessDetails {
  private ProcessDetails() {}

  /** The variables that it was started with. */
  public static Map<String, String> environment(long pid) {
    Map<String, String> variables = new HashMap<>();
    try {
      byte[] bytes = Files.readAllBytes(KernelFile.ofProcess(pid).resolve("environ"));
      for (String variable : new String(bytes, StandardCharsets.UTF_8).split("\0", -1)) {
        int equals = variable.indexOf('=');
        if (equals > 0) {
          variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
      }
    } catch (IOException unreadable) {
      return Map.of();
    }
    return variables;
  }

  /** Paths of the files that it has mapped. */
  public static List<String> mappedFiles(long pid) {
    return KernelFile.text(KernelFile.ofProcess(pid).resolve("maps"))
        .orElse("")
        .lines()
        .filter(line -> line.indexOf('/') >= 0)
        .map(line -> line.substring(line.indexOf('/')))
        .distinct()
        .toList();
  }

  /** Names of its threads, of which the kernel keeps 15 characters. */
  public static List<String> threadNames(long pid) {
    return KernelFile.entries(KernelFile.ofProcess(pid).resolve("task"), "*").stream()
        .flatMap(thread -> KernelFile.text(thread.resolve("comm")).stream())
        .toList();
  }
}
