package snapbench.testee.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import snapbench.testee.api.LedgerTexts;

/**
 * What HotSpot and glibc say of the process's native memory. Loaded when first asked for; a run
 * that does not ask does not carry it in its resident set.
 */
public final class NativeMemory {
  private static final String NOT_TRACKED = "Native memory tracking is not enabled";

  private final List<String> problems = new ArrayList<>();

  private NativeMemory() {}

  /** Asks both. What cannot be had is empty and said why; nothing is thrown. */
  public static LedgerTexts read() {
    NativeMemory memory = new NativeMemory();
    String tracked = memory.tracked();
    String mallocInfo = memory.mallocInfo();
    return new LedgerTexts(
        tracked, mallocInfo, ProcessMemory.heapUsedAfterCollectionKiB(), memory.problems);
  }

  private String tracked() {
    Optional<String> text =
        command("VM.native_memory detail scale=KB", "vmNativeMemory", "detail", "scale=KB");
    if (text.isEmpty()) {
      problems.add("native memory tracking: this JVM has no such command");
    } else if (text.get().startsWith(NOT_TRACKED)) {
      problems.add("native memory tracking: not enabled; needs -XX:NativeMemoryTracking=detail");
      return "";
    }
    return text.orElse("");
  }

  /** HotSpot has the command since JDK 21, on glibc only (JDK-8301749). Before, JNA calls it. */
  private String mallocInfo() {
    Optional<String> text = command("System.native_heap_info", "systemNativeHeapInfo");
    if (text.isPresent()) {
      return text.get();
    }
    try {
      return MallocInfo.read();
    } catch (LinkageError | IllegalStateException e) {
      problems.add("malloc_info: " + e);
      return "";
    }
  }

  private Optional<String> command(String line, String operation, String... arguments) {
    try {
      return DiagnosticCommands.run(line, operation, arguments);
    } catch (JMException | IllegalStateException e) {
      problems.add(operation + ": " + e);
      return Optional.empty();
    }
  }
}
