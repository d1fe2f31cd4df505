package snapbench.profile;

import org.jspecify.annotations.Nullable;
import oshi.nativefree.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;
import oshi.spi.SystemInfoProvider;
import snapbench.host.kernel.Memory;
import snapbench.host.process.ProcessStatus;
import snapbench.model.Reading;

/**
 * Reads a process through OSHI, in about a tenth of a millisecond.
 *
 * <p>OSHI itself never says that it does not know. For a process that has ended it keeps the last
 * resident set and counts 0 descriptors, for a zombie it says 0 of both, for another user's process
 * 0 descriptors. All of these are NaN here. So, then, are the descriptors of a process that really
 * has none open, which no JVM is.
 *
 * <p>The probe keeps to the process that had the pid when the probe was made: once that has ended,
 * every reading is unknown, even where the pid has been given to another.
 */
public final class OshiProbe implements ProcessProbe {
  private static final double BYTES_PER_KIB = 1024;

  private final long pid;
  private final @Nullable OSProcess process;
  private final long startTime;
  private final double swapOfMachineKiB = Memory.read().swapTotalKiB();

  /**
   * Begins to look at a process. The first probe of a JVM starts OSHI, which takes 0.1 to 0.3 s.
   *
   * @param pid its process id; if there is no such process, all readings are unknown
   */
  public OshiProbe(long pid) {
    this.pid = pid;
    this.process = Oshi.SYSTEM.getProcess(Math.toIntExact(pid));
    this.startTime = process == null ? 0 : process.getStartTime();
  }

  @Override
  public synchronized Reading read() {
    if (process == null || !process.updateAttributes() || hasEnded(process)) {
      return Reading.UNKNOWN;
    }
    return new Reading(
        positiveOrUnknown(process.getResidentMemory() / BYTES_PER_KIB),
        swapOfMachineKiB == 0 ? 0 : ProcessStatus.read(pid).swapKiB(),
        positiveOrUnknown((double) process.getOpenFiles()),
        positiveOrUnknown(process.getThreadCount()));
  }

  private boolean hasEnded(OSProcess process) {
    return switch (process.getState()) {
      case ZOMBIE, INVALID -> true;
      default -> process.getStartTime() != startTime;
    };
  }

  private static double positiveOrUnknown(double value) {
    return value > 0 ? value : Double.NaN;
  }

  /** OSHI, started by the first probe. */
  private static final class Oshi {
    static final OperatingSystem SYSTEM = start().getOperatingSystem();

    /**
     * On Linux OSHI can do without native code: it starts in half the time, unpacks no library and
     * draws no warning about native access from JDK 24 and later. Its readings are the same.
     */
    private static SystemInfoProvider start() {
      SystemInfoProvider nativeFree = new SystemInfo();
      return nativeFree.isAvailable() ? nativeFree : new oshi.SystemInfo();
    }
  }
}
