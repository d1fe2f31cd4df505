package snapbench.testee.memory;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import javax.management.JMException;
import snapbench.testee.api.MemoryReport;

/**
 * This JVM's memory. The management classes are loaded when first asked for, so that a run that
 * does not ask does not carry them in its resident set.
 */
public final class ProcessMemory {
  private static volatile double heapUsedAfterCollectionKiB = Double.NaN;

  private ProcessMemory() {}

  /** What the JVM says of its memory now. */
  public static MemoryReport read() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    MemoryUsage heap = memory.getHeapMemoryUsage();
    MemoryUsage nonHeap = memory.getNonHeapMemoryUsage();
    return new MemoryReport(
        kib(heap.getUsed()),
        kib(heap.getCommitted()),
        kib(nonHeap.getUsed()),
        kib(nonHeap.getCommitted()),
        bufferPoolKiB("direct"),
        bufferPoolKiB("mapped"),
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  /** Runs one full garbage collection. */
  public static void collect() {
    System.gc();
    // at once: later each thread that allocates adds a buffer of its own (TLAB), of some 700 KiB
    Runtime runtime = Runtime.getRuntime();
    heapUsedAfterCollectionKiB = kib(runtime.totalMemory() - runtime.freeMemory());
  }

  /** Java heap in use right after the last {@link #collect}; NaN if there was none. */
  static double heapUsedAfterCollectionKiB() {
    return heapUsedAfterCollectionKiB;
  }

  /**
   * Has the C library return free memory to the system, by HotSpot's diagnostic command {@code
   * System.trim_native_heap} (JDK 17.0.9 and later, glibc only; JDK-8269345).
   *
   * @return what the command says it did, or empty where this JVM does not have it
   * @throws JMException if the command fails
   */
  public static Optional<String> trim() throws JMException {
    Optional<String> direct =
        DirectCommands.find().flatMap(commands -> commands.run("System.trim_native_heap"));
    return direct.isPresent() ? direct : DiagnosticCommands.run("systemTrimNativeHeap");
  }

  private static double bufferPoolKiB(String name) {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals(name))
        .mapToDouble(pool -> kib(pool.getMemoryUsed()))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double kib(long bytes) {
    return bytes < 0 ? Double.NaN : bytes / 1024.0;
  }
}
