package snapbench.host.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import snapbench.host.kernel.KernelFile;

/**
 * What Linux says of a process in {@code /proc/PID/status}. Every value is NaN where it is unknown:
 * on other systems, for a process that has ended, and, but for the threads, for a zombie.
 *
 * @param residentKiB resident set now (VmRSS)
 * @param residentPeakKiB highest resident set since the process started or since {@link #resetPeak}
 *     (VmHWM)
 * @param swapKiB anonymous memory that lies in swap (VmSwap)
 * @param threads threads of the process
 */
public record ProcessStatus(
    double residentKiB, double residentPeakKiB, double swapKiB, double threads) {
  private static final ProcessStatus UNKNOWN =
      new ProcessStatus(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** Reads the status of a process. */
  public static ProcessStatus read(long pid) {
    return KernelFile.text(KernelFile.ofProcess(pid).resolve("status"))
        .map(ProcessStatus::parse)
        .orElse(UNKNOWN);
  }

  /** Interprets the text of a {@code /proc/PID/status}. */
  public static ProcessStatus parse(String text) {
    return new ProcessStatus(
        KernelFile.kiB(text, "VmRSS"),
        KernelFile.kiB(text, "VmHWM"),
        KernelFile.kiB(text, "VmSwap"),
        KernelFile.count(text, "Threads"));
  }

  /**
   * Sets the highest resident set of a process back to its present one.
   *
   * @return whether that was done; false where the kernel does not offer or not permit it, and
   *     where there is no such process
   */
  public static boolean resetPeak(long pid) {
    try {
      // 5 is the command that resets the peak and touches nothing else: proc(5), clear_refs
      Files.writeString(
          KernelFile.ofProcess(pid).resolve("clear_refs"), "5", StandardOpenOption.WRITE);
      return true;
    } catch (IOException notPermitted) {
      return false;
    }
  }
}
