package snapbench.host.doctor;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import snapbench.host.kernel.LoadSample;

/** Whether this machine is fit to measure: everything that is looked at before a run. */
public final class Doctor {
  /** Long enough for 20 ticks on each core, short enough to wait for before each run. */
  private static final long INTERVAL_MILLIS = 200;

  private static final List<Function<Machine, Finding>> CHECKS =
      List.of(
          MemoryCheck::free,
          MemoryCheck::limit,
          DiskCheck::resultsSpace,
          DiskCheck::temporarySpace,
          DiskCheck::fileSystem,
          FrequencyCheck::governor,
          FrequencyCheck::turbo,
          LoadCheck::otherProcesses,
          LoadCheck::loadAverage,
          LoadCheck::pressure,
          LoadCheck::stealTime,
          ProcessorLimitCheck::limit,
          ProcessorLimitCheck::throttling,
          SwapCheck::check,
          HugePageCheck::check,
          VariableCheck::ofTheJvm,
          VariableCheck::ofAllocators,
          ReclaimCheck::check,
          KernelMemoryCheck::samePageMerging,
          KernelMemoryCheck::residentCounter,
          KernelMemoryCheck::proportionalSet,
          KernelMemoryCheck::pageSize,
          ProcessorCheck::clock,
          VirtualizationCheck::virtualMachine,
          VirtualizationCheck::container,
          ProcessorCheck::cores,
          ProcessorCheck::numa,
          PermissionCheck::openFiles,
          PermissionCheck::performanceCounters);

  private Doctor() {}

  /**
   * Looks at everything; takes a quarter of a second and never throws.
   *
   * @param size what the run will need
   * @return a finding of each kind, worst first
   */
  public static List<Finding> examine(RunSize size) {
    return examine(Path.of("/"), System.getenv(), size, Doctor::pause);
  }

  /**
   * Looks at everything.
   *
   * @param root the folder that {@code proc} and {@code sys} lie in
   * @param variables all environment variables
   * @param pause lets a short time pass
   */
  static List<Finding> examine(
      Path root, Map<String, String> variables, RunSize size, Runnable pause) {
    LoadSample before = LoadSample.read(root);
    pause.run();
    Machine machine = new Machine(root, variables, size, before, LoadSample.read(root));
    return CHECKS.stream()
        .map(check -> check.apply(machine))
        .sorted(Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::kind))
        .toList();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
