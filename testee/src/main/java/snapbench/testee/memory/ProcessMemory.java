package snapbench.testee.memory;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import javax.management.JMException;
import snapbench.testee.api.MemoryReport;

/**
 * This JVM's memory. The management classes are loaded when first asked for, so that a run that
 * does not ask does not carry them in its resident set.
 */
public final class ProcessMemory {
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

  /**
   * Java heap in use at the end of the last garbage collection, as the collector noted it: at any
   * later time each thread that allocated adds a buffer of its own (TLAB) of some 700 KiB, first of
   * all those that the collection itself wakes up. NaN if a collector does not tell.
   */
  static double heapUsedAfterCollectionKiB() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .mapToDouble(usage -> usage == null ? Double.NaN : kib(usage.getUsed()))
        .sum();
  }

  /**
   * Has the C library return free memory to the system, by HotSpot's diagnostic command {@code
   * System.trim_native_heap} (JDK 17.0.9 and later, glibc only; JDK-8269345).
   *
   * @return what the command says it did, or empty where this JVM does not have it
   * @throws JMException if the command fails
   */
  public static Optional<String> trim() throws JMException {
    return DiagnosticCommands.run("System.trim_native_heap", "systemTrimNativeHeap");
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
