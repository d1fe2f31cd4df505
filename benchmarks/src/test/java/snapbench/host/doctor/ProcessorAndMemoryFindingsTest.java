package snapbench.host.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static snapbench.host.doctor.FindingKind.CLOCK_SOURCE;
import static snapbench.host.doctor.FindingKind.FREE_MEMORY;
import static snapbench.host.doctor.FindingKind.FREQUENCY_GOVERNOR;
import static snapbench.host.doctor.FindingKind.LOAD_AVERAGE;
import static snapbench.host.doctor.FindingKind.NUMA;
import static snapbench.host.doctor.FindingKind.OTHER_PROCESSES;
import static snapbench.host.doctor.FindingKind.PAGE_SIZE;
import static snapbench.host.doctor.FindingKind.PROACTIVE_RECLAIM;
import static snapbench.host.doctor.FindingKind.PROCESSOR_PRESSURE;
import static snapbench.host.doctor.FindingKind.RESIDENT_COUNTER;
import static snapbench.host.doctor.FindingKind.SAME_PAGE_MERGING;
import static snapbench.host.doctor.FindingKind.STEAL_TIME;
import static snapbench.host.doctor.FindingKind.SWAP;
import static snapbench.host.doctor.FindingKind.TRANSPARENT_HUGE_PAGES;
import static snapbench.host.doctor.FindingKind.TURBO;
import static snapbench.host.doctor.MachineFolder.find;
import static snapbench.host.doctor.Severity.DISTORTS;
import static snapbench.host.doctor.Severity.FINE;
import static snapbench.host.doctor.Severity.PREVENTS;
import static snapbench.host.doctor.Severity.UNKNOWN;
import static snapbench.host.doctor.Severity.WORTH_KNOWING;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found of processors, of their clocks and nodes, and of memory. */
class ProcessorAndMemoryFindingsTest {
  private static final String CPU = "sys/devices/system/cpu/";
  private static final String HUGE = "sys/kernel/mm/transparent_hugepage/";
  private static final String QUIET = "cpu  100 0 100 9800 0 0 0 0 0 0\ncpu0 1\ncpu1 1\n";

  @TempDir Path root;
  private MachineFolder machine;

  @BeforeEach
  void makeMachine() {
    machine = new MachineFolder(root);
  }

  @Test
  void asksEveryCoreForItsGovernor() {
    machine.has(CPU + "cpu0/cpufreq/scaling_governor", "performance\n");
    machine.has(CPU + "cpu1/cpufreq/scaling_governor", "performance\n");
    assertThat(machine.find(FREQUENCY_GOVERNOR).severity()).isEqualTo(FINE);
    machine.has(CPU + "cpu12/cpufreq/scaling_governor", "powersave\n");
    machine.has(CPU + "cpufreq/policy0/scaling_governor", "ondemand\n");
    assertThat(machine.find(FREQUENCY_GOVERNOR).read())
        .isEqualTo("performance on 2, powersave on 1 cores");
    assertThat(machine.find(FREQUENCY_GOVERNOR).severity()).isEqualTo(DISTORTS);
    assertThat(machine.find(FREQUENCY_GOVERNOR).advice())
        .startsWith("echo performance | sudo tee /sys");
  }

  @Test
  void knowsTurboOfIntelAndOfOthers() {
    machine.has(CPU + "cpu0/cpufreq/boost", "1\n");
    assertThat(machine.find(TURBO).advice()).contains("/cpu*/cpufreq/boost");
    machine.has(CPU + "cpufreq/boost", "0\n");
    assertThat(machine.find(TURBO).severity()).isEqualTo(FINE);
    machine.has(CPU + "intel_pstate/no_turbo", "0\n");
    assertThat(machine.find(TURBO).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(machine.find(TURBO).read()).isEqualTo("on");
    assertThat(machine.find(TURBO).advice())
        .isEqualTo("echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo");
  }

  private static String stat(int pid, String name, int user, int system) {
    return "%d (%s) S 1 2 3 0 -1 4194560 1 2 3 4 %d %d 0 0 20 0 1 0 5 6 7"
        .formatted(pid, name, user, system);
  }

  @Test
  void namesWhoElseUsesTheProcessorNow() {
    machine.has("proc/stat", QUIET);
    machine.has("proc/self/stat", stat(77, "java", 10, 10));
    machine.has("proc/77/stat", stat(77, "java", 10, 10));
    machine.has("proc/8/stat", stat(8, "a (very) odd name", 100, 0));
    machine.has("proc/9/stat", stat(9, "idle", 5, 5));
    List<Finding> findings =
        machine.examine(
            Map.of(),
            () -> {
              machine.has("proc/stat", "cpu  125 0 110 9861 0 0 0 4 0 0\ncpu0 1\ncpu1 1\n");
              machine.has("proc/self/stat", stat(77, "java", 15, 10));
              machine.has("proc/77/stat", stat(77, "java", 15, 10));
              machine.has("proc/8/stat", stat(8, "a (very) odd name", 120, 5));
            });
    assertThat(find(OTHER_PROCESSES, findings).read())
        .isEqualTo("30.0 % of all cores: a (very) odd name (pid 8) 50.0 % of a core");
    assertThat(find(OTHER_PROCESSES, findings).severity()).isEqualTo(DISTORTS);
    assertThat(find(STEAL_TIME, findings).read()).isEqualTo("4.0 % now, 0.0 % since boot");
    assertThat(find(STEAL_TIME, findings).severity()).isEqualTo(DISTORTS);
  }

  @Test
  void doesNotTakeALoadThatIsOverForOneThatDistorts() {
    machine.has("proc/loadavg", "3.50 1.00 0.50 1/88 3549\n");
    machine.has(
        "proc/pressure/cpu", "some avg10=41.00 avg60=13.37 avg300=31.18 total=8846989983\n");
    machine.has("proc/stat", QUIET);
    machine.has("proc/self/stat", stat(77, "java", 10, 10));
    List<Finding> quiet =
        machine.examine(Map.of(), () -> machine.has("proc/stat", QUIET.replace("9800", "9900")));
    assertThat(find(LOAD_AVERAGE, quiet).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(find(LOAD_AVERAGE, quiet).read()).isEqualTo("3.50 on 2 cores");
    assertThat(find(PROCESSOR_PRESSURE, quiet).severity()).isEqualTo(WORTH_KNOWING);
    machine.has("proc/stat", QUIET);
    List<Finding> busy =
        machine.examine(Map.of(), () -> machine.has("proc/stat", QUIET.replace("100 0", "150 0")));
    assertThat(find(LOAD_AVERAGE, busy).severity()).isEqualTo(DISTORTS);
    assertThat(find(PROCESSOR_PRESSURE, busy).severity()).isEqualTo(DISTORTS);
  }

  @Test
  void tellsSwapThatIsThereFromSwapInUse() {
    String heading = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";
    machine.has("proc/swaps", heading);
    assertThat(machine.find(SWAP).read()).isEqualTo("none");
    machine.has("proc/swaps", heading + "/dev/zram0 partition\t8388604\t\t0\t\t100\n");
    machine.has("proc/sys/vm/swappiness", "60\n");
    assertThat(machine.find(SWAP).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(machine.find(SWAP).read())
        .isEqualTo("8.0 GiB (with zram, which is memory), nothing in use, swappiness 60");
    machine.has("proc/swaps", heading + "/swap.img file\t2097148\t\t20480\t\t-2\n");
    assertThat(machine.find(SWAP).severity()).isEqualTo(DISTORTS);
    assertThat(machine.find(SWAP).read()).isEqualTo("2.0 GiB, 20 MiB in use, swappiness 60");
    machine.has("proc/self/cgroup", "0::/\n");
    machine.has("sys/fs/cgroup/memory.swap.max", "0\n");
    assertThat(machine.find(SWAP).severity()).isEqualTo(FINE);
  }

  @Test
  void knowsHugePagesOfAllSizes() {
    machine.has(HUGE + "enabled", "[always] madvise never\n");
    machine.has(HUGE + "defrag", "always defer [defer+madvise] madvise never\n");
    assertThat(machine.find(TRANSPARENT_HUGE_PAGES).severity()).isEqualTo(DISTORTS);
    assertThat(machine.find(TRANSPARENT_HUGE_PAGES).read())
        .isEqualTo("always, defrag defer+madvise");
    machine.has(HUGE + "hugepages-64kB/enabled", "always inherit madvise [never]\n");
    machine.has(HUGE + "hugepages-2048kB/enabled", "always [inherit] madvise never\n");
    assertThat(machine.find(TRANSPARENT_HUGE_PAGES).read())
        .startsWith("always (pages of 2048 KiB)");
    machine.has(HUGE + "enabled", "always [madvise] never\n");
    assertThat(machine.find(TRANSPARENT_HUGE_PAGES).severity()).isEqualTo(FINE);
    machine.has(HUGE + "hugepages-64kB/enabled", "[always] inherit madvise never\n");
    assertThat(machine.find(TRANSPARENT_HUGE_PAGES).severity()).isEqualTo(DISTORTS);
  }

  @Test
  void comparesFreeMemoryWithWhatScaleAndThreadsNeed() {
    machine.has("proc/meminfo", "MemTotal: 24684100 kB\nMemAvailable:   24000000 kB\n");
    assertThat(machine.find(FREE_MEMORY).severity()).isEqualTo(FINE);
    machine.has("proc/meminfo", "MemTotal: 24684100 kB\nMemAvailable:   800000 kB\n");
    assertThat(machine.find(FREE_MEMORY).severity()).isEqualTo(PREVENTS);
    assertThat(machine.find(FREE_MEMORY).read()).startsWith("781 MiB available, the run may need ");
    assertThat(machine.find(FREE_MEMORY).advice())
        .endsWith("measure -p snapshot=file, which keeps no snapshot in memory");
  }

  @Test
  void countsNoMoreSnapshotsThanGlibcHasArenas() {
    RunSize full = RunSize.ofScale(1, 1024, Path.of("."));
    assertThat(full.memoryKiB(2) / 1024 / 1024).isBetween(9.0, 11.0);
    assertThat(full.memoryKiB(4)).isGreaterThan(1.8 * full.memoryKiB(2));
    assertThat(RunSize.ofScale(1, 1, Path.of(".")).memoryKiB(2) / 1024 / 1024).isLessThan(2);
    assertThat(full.diskKiB() / 1024 / 1024).isBetween(0.9, 1.1);
  }

  @Test
  void knowsSlowClocksAndSeveralNodes() {
    machine.has("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet\n");
    assertThat(machine.find(CLOCK_SOURCE).severity()).isEqualTo(DISTORTS);
    machine.has("sys/devices/system/clocksource/clocksource0/current_clocksource", "kvm-clock\n");
    assertThat(machine.find(CLOCK_SOURCE).severity()).isEqualTo(FINE);
    machine.has("sys/devices/system/node/online", "0-1\n");
    assertThat(machine.find(NUMA).severity()).isEqualTo(WORTH_KNOWING);
    machine.has("sys/devices/system/node/online", "0\n");
    assertThat(machine.find(NUMA).severity()).isEqualTo(FINE);
  }

  @Test
  void saysWhatToCompareWherePagesCountAgain() {
    assertThat(machine.find(FindingKind.PROPORTIONAL_SET).severity()).isEqualTo(UNKNOWN);
    machine.has("proc/self/status", "VmRSS: 4000 kB\n");
    Finding without = machine.find(FindingKind.PROPORTIONAL_SET);
    assertThat(without.severity()).isEqualTo(WORTH_KNOWING);
    assertThat(without.distorts()).contains("counts pages again", "ZGC before JDK 23");
    assertThat(without.advice()).contains("-XX:+UseSerialGC");
    machine.has("proc/self/smaps_rollup", "00400000-7ffd ---p 0 00:00 0 [rollup]\nPss: 1234 kB\n");
    assertThat(machine.find(FindingKind.PROPORTIONAL_SET).severity()).isEqualTo(FINE);
    assertThat(machine.find(FindingKind.PROPORTIONAL_SET).read()).contains("compare process.pss");
  }

  @Test
  void knowsWhatTheKernelDoesWithMemory() {
    machine.has("proc/meminfo", "MemAvailable: 24000000 kB\n");
    machine.has("sys/kernel/mm/ksm/run", "1\n");
    machine.has("proc/sys/kernel/osrelease", "6.8.0-45-generic\n");
    assertThat(machine.find(SAME_PAGE_MERGING).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(machine.find(RESIDENT_COUNTER).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(machine.find(RESIDENT_COUNTER).read()).startsWith("off by ").contains("Linux 6.8.0");
    assertThat(machine.find(PROACTIVE_RECLAIM).severity()).isEqualTo(FINE);
    String monitor = "sys/kernel/mm/damon/admin/kdamonds/0/";
    machine.has(monitor + "state", "off\n");
    machine.has(monitor + "contexts/0/schemes/0/action", "pageout\n");
    assertThat(machine.find(PROACTIVE_RECLAIM).severity()).isEqualTo(FINE);
    machine.has(monitor + "state", "on\n");
    assertThat(machine.find(PROACTIVE_RECLAIM).read())
        .isEqualTo("DAMON is on with pageout, there is no swap");
    machine.has("proc/swaps", "Filename\n/dev/sda2 partition 2097148 0 -2\n");
    assertThat(machine.find(PROACTIVE_RECLAIM).severity()).isEqualTo(DISTORTS);
  }

  @Test
  void readsThePageSizeOfTheAuxiliaryVector() throws Exception {
    ByteBuffer words = ByteBuffer.allocate(48).order(ByteOrder.nativeOrder());
    Arrays.stream(new long[] {16, 0xbfebfbff, 6, 65536, 0, 0}).forEach(words::putLong);
    Files.createDirectories(root.resolve("proc/self"));
    Files.write(root.resolve("proc/self/auxv"), words.array());
    assertThat(machine.find(PAGE_SIZE).read()).isEqualTo("64 KiB");
    assertThat(machine.find(PAGE_SIZE).severity()).isEqualTo(WORTH_KNOWING);
  }
}
