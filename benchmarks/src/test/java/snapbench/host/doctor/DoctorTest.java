package snapbench.host.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static snapbench.host.doctor.FindingKind.ALLOCATOR_VARIABLES;
import static snapbench.host.doctor.FindingKind.CLOCK_SOURCE;
import static snapbench.host.doctor.FindingKind.CONTAINER;
import static snapbench.host.doctor.FindingKind.FREE_MEMORY;
import static snapbench.host.doctor.FindingKind.FREQUENCY_GOVERNOR;
import static snapbench.host.doctor.FindingKind.JVM_OPTIONS;
import static snapbench.host.doctor.FindingKind.LOAD_AVERAGE;
import static snapbench.host.doctor.FindingKind.MEMORY_LIMIT;
import static snapbench.host.doctor.FindingKind.NUMA;
import static snapbench.host.doctor.FindingKind.OPEN_FILES;
import static snapbench.host.doctor.FindingKind.OTHER_PROCESSES;
import static snapbench.host.doctor.FindingKind.PAGE_SIZE;
import static snapbench.host.doctor.FindingKind.PROACTIVE_RECLAIM;
import static snapbench.host.doctor.FindingKind.PROCESSOR_LIMIT;
import static snapbench.host.doctor.FindingKind.PROCESSOR_PRESSURE;
import static snapbench.host.doctor.FindingKind.RESIDENT_COUNTER;
import static snapbench.host.doctor.FindingKind.RESULTS_FILE_SYSTEM;
import static snapbench.host.doctor.FindingKind.SAME_PAGE_MERGING;
import static snapbench.host.doctor.FindingKind.STEAL_TIME;
import static snapbench.host.doctor.FindingKind.SWAP;
import static snapbench.host.doctor.FindingKind.THROTTLING;
import static snapbench.host.doctor.FindingKind.TRANSPARENT_HUGE_PAGES;
import static snapbench.host.doctor.FindingKind.TURBO;
import static snapbench.host.doctor.FindingKind.VIRTUAL_MACHINE;
import static snapbench.host.doctor.Severity.DISTORTS;
import static snapbench.host.doctor.Severity.FINE;
import static snapbench.host.doctor.Severity.PREVENTS;
import static snapbench.host.doctor.Severity.UNKNOWN;
import static snapbench.host.doctor.Severity.WORTH_KNOWING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.host.kernel.DiskSpace;

/** Machines whose files are those of real ones, in a folder. */
class DoctorTest {
  private static final String CPU = "sys/devices/system/cpu/";
  private static final String HUGE = "sys/kernel/mm/transparent_hugepage/";
  private static final String QUIET = "cpu  100 0 100 9800 0 0 0 0 0 0\ncpu0 1\ncpu1 1\n";

  /** Stands for the root of the file system. */
  @TempDir Path root;

  private final RunSize size = RunSize.ofScale(0.25, 16, Path.of("."));

  private List<Finding> examine() {
    return examine(Map.of(), () -> {});
  }

  private List<Finding> examine(Map<String, String> variables, Runnable pause) {
    return Doctor.examine(root, variables, size, pause);
  }

  private Finding find(FindingKind kind) {
    return find(kind, examine());
  }

  private static Finding find(FindingKind kind, List<Finding> findings) {
    return findings.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  private void has(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void findsOneOfEachKindWorstFirstAndUnknownWhereNothingCanBeRead() {
    List<Finding> findings = examine();
    assertThat(findings).extracting(Finding::kind).containsExactlyInAnyOrder(FindingKind.values());
    assertThat(findings.stream().map(Finding::severity).toList())
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
    assertThat(findings)
        .filteredOn(finding -> finding.severity() == UNKNOWN)
        .extracting(Finding::kind)
        .contains(FREQUENCY_GOVERNOR, TURBO, SWAP, STEAL_TIME, OTHER_PROCESSES, VIRTUAL_MACHINE)
        .contains(TRANSPARENT_HUGE_PAGES, CLOCK_SOURCE, NUMA, PAGE_SIZE, RESIDENT_COUNTER)
        .contains(PROCESSOR_PRESSURE, PROCESSOR_LIMIT, THROTTLING, CONTAINER, PROACTIVE_RECLAIM);
    assertThat(findings)
        .filteredOn(finding -> finding.severity().compareTo(WORTH_KNOWING) >= 0)
        .allSatisfy(finding -> assertThat(finding.advice()).isNotEmpty())
        .allSatisfy(finding -> assertThat(finding.distorts()).isNotEmpty());
  }

  @Test
  void asksEveryCoreForItsGovernor() {
    has(CPU + "cpu0/cpufreq/scaling_governor", "performance\n");
    has(CPU + "cpu1/cpufreq/scaling_governor", "performance\n");
    assertThat(find(FREQUENCY_GOVERNOR).severity()).isEqualTo(FINE);
    has(CPU + "cpu12/cpufreq/scaling_governor", "powersave\n");
    has(CPU + "cpufreq/policy0/scaling_governor", "ondemand\n");
    assertThat(find(FREQUENCY_GOVERNOR).read()).isEqualTo("performance on 2, powersave on 1 cores");
    assertThat(find(FREQUENCY_GOVERNOR).severity()).isEqualTo(DISTORTS);
    assertThat(find(FREQUENCY_GOVERNOR).advice()).startsWith("echo performance | sudo tee /sys");
  }

  @Test
  void knowsTurboOfIntelAndOfOthers() {
    has(CPU + "cpu0/cpufreq/boost", "1\n");
    assertThat(find(TURBO).advice()).contains("/cpu*/cpufreq/boost");
    has(CPU + "cpufreq/boost", "0\n");
    assertThat(find(TURBO).severity()).isEqualTo(FINE);
    has(CPU + "intel_pstate/no_turbo", "0\n");
    assertThat(find(TURBO).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(find(TURBO).read()).isEqualTo("on");
    assertThat(find(TURBO).advice())
        .isEqualTo("echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo");
  }

  private static String stat(int pid, String name, int user, int system) {
    return "%d (%s) S 1 2 3 0 -1 4194560 1 2 3 4 %d %d 0 0 20 0 1 0 5 6 7"
        .formatted(pid, name, user, system);
  }

  @Test
  void namesWhoElseUsesTheProcessorNow() {
    has("proc/stat", QUIET);
    has("proc/self/stat", stat(77, "java", 10, 10));
    has("proc/77/stat", stat(77, "java", 10, 10));
    has("proc/8/stat", stat(8, "a (very) odd name", 100, 0));
    has("proc/9/stat", stat(9, "idle", 5, 5));
    List<Finding> findings =
        examine(
            Map.of(),
            () -> {
              has("proc/stat", "cpu  125 0 110 9861 0 0 0 4 0 0\ncpu0 1\ncpu1 1\n");
              has("proc/self/stat", stat(77, "java", 15, 10));
              has("proc/77/stat", stat(77, "java", 15, 10));
              has("proc/8/stat", stat(8, "a (very) odd name", 120, 5));
            });
    assertThat(find(OTHER_PROCESSES, findings).read())
        .isEqualTo("30.0 % of all cores: a (very) odd name (pid 8) 50.0 % of a core");
    assertThat(find(OTHER_PROCESSES, findings).severity()).isEqualTo(DISTORTS);
    assertThat(find(STEAL_TIME, findings).read()).isEqualTo("4.0 % now, 0.0 % since boot");
    assertThat(find(STEAL_TIME, findings).severity()).isEqualTo(DISTORTS);
  }

  @Test
  void doesNotTakeALoadThatIsOverForOneThatDistorts() {
    has("proc/loadavg", "3.50 1.00 0.50 1/88 3549\n");
    has("proc/pressure/cpu", "some avg10=41.00 avg60=13.37 avg300=31.18 total=8846989983\n");
    has("proc/stat", QUIET);
    has("proc/self/stat", stat(77, "java", 10, 10));
    List<Finding> quiet = examine(Map.of(), () -> has("proc/stat", QUIET.replace("9800", "9900")));
    assertThat(find(LOAD_AVERAGE, quiet).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(find(LOAD_AVERAGE, quiet).read()).isEqualTo("3.50 on 2 cores");
    assertThat(find(PROCESSOR_PRESSURE, quiet).severity()).isEqualTo(WORTH_KNOWING);
    has("proc/stat", QUIET);
    List<Finding> busy = examine(Map.of(), () -> has("proc/stat", QUIET.replace("100 0", "150 0")));
    assertThat(find(LOAD_AVERAGE, busy).severity()).isEqualTo(DISTORTS);
    assertThat(find(PROCESSOR_PRESSURE, busy).severity()).isEqualTo(DISTORTS);
  }

  @Test
  void tellsSwapThatIsThereFromSwapInUse() {
    String heading = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";
    has("proc/swaps", heading);
    assertThat(find(SWAP).read()).isEqualTo("none");
    has("proc/swaps", heading + "/dev/zram0 partition\t8388604\t\t0\t\t100\n");
    has("proc/sys/vm/swappiness", "60\n");
    assertThat(find(SWAP).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(find(SWAP).read())
        .isEqualTo("8.0 GiB (with zram, which is memory), nothing in use, swappiness 60");
    has("proc/swaps", heading + "/swap.img file\t2097148\t\t20480\t\t-2\n");
    assertThat(find(SWAP).severity()).isEqualTo(DISTORTS);
    assertThat(find(SWAP).read()).isEqualTo("2.0 GiB, 20 MiB in use, swappiness 60");
    has("proc/self/cgroup", "0::/\n");
    has("sys/fs/cgroup/memory.swap.max", "0\n");
    assertThat(find(SWAP).severity()).isEqualTo(FINE);
  }

  @Test
  void knowsHugePagesOfAllSizes() {
    has(HUGE + "enabled", "[always] madvise never\n");
    has(HUGE + "defrag", "always defer [defer+madvise] madvise never\n");
    assertThat(find(TRANSPARENT_HUGE_PAGES).severity()).isEqualTo(DISTORTS);
    assertThat(find(TRANSPARENT_HUGE_PAGES).read()).isEqualTo("always, defrag defer+madvise");
    has(HUGE + "hugepages-64kB/enabled", "always inherit madvise [never]\n");
    has(HUGE + "hugepages-2048kB/enabled", "always [inherit] madvise never\n");
    assertThat(find(TRANSPARENT_HUGE_PAGES).read()).startsWith("always (pages of 2048 KiB)");
    has(HUGE + "enabled", "always [madvise] never\n");
    assertThat(find(TRANSPARENT_HUGE_PAGES).severity()).isEqualTo(FINE);
    has(HUGE + "hugepages-64kB/enabled", "[always] inherit madvise never\n");
    assertThat(find(TRANSPARENT_HUGE_PAGES).severity()).isEqualTo(DISTORTS);
  }

  @Test
  void comparesFreeMemoryWithWhatScaleAndThreadsNeed() {
    has("proc/meminfo", "MemTotal: 24684100 kB\nMemAvailable:   24000000 kB\n");
    assertThat(find(FREE_MEMORY).severity()).isEqualTo(FINE);
    has("proc/meminfo", "MemTotal: 24684100 kB\nMemAvailable:   800000 kB\n");
    assertThat(find(FREE_MEMORY).severity()).isEqualTo(PREVENTS);
    assertThat(find(FREE_MEMORY).read()).startsWith("781 MiB available, the run may need ");
    assertThat(find(FREE_MEMORY).advice())
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
  void knowsLimitsOfVersion2WhereverTheyAre() {
    has("proc/self/cgroup", "0::/kubepods/pod/c\n");
    has("sys/fs/cgroup/kubepods/memory.max", "2147483648\n");
    has("sys/fs/cgroup/kubepods/memory.current", "1879048192\n");
    has("sys/fs/cgroup/kubepods/memory.stat", "anon 1\ninactive_file 268435456\n");
    has("sys/fs/cgroup/kubepods/pod/c/memory.max", "max\n");
    has("sys/fs/cgroup/kubepods/pod/c/cpu.max", "150000 100000\n");
    has("sys/fs/cgroup/kubepods/pod/cpu.stat", "usage_usec 5\nnr_throttled 7\n");
    has("sys/fs/cgroup/kubepods/pod/c/cpu.stat", "usage_usec 5\nnr_throttled 3\n");
    List<Finding> findings =
        examine(
            Map.of(),
            () -> has("sys/fs/cgroup/kubepods/pod/cpu.stat", "usage_usec 9\nnr_throttled 9\n"));
    assertThat(find(MEMORY_LIMIT, findings).severity()).isEqualTo(PREVENTS);
    assertThat(find(MEMORY_LIMIT, findings).read()).startsWith("512 MiB left of 2.0 GiB");
    assertThat(find(PROCESSOR_LIMIT, findings).read()).startsWith("1.50 cores");
    assertThat(find(PROCESSOR_LIMIT, findings).severity()).isEqualTo(DISTORTS);
    assertThat(find(THROTTLING, findings).read()).startsWith("9 times").contains("2 of them");
    assertThat(find(THROTTLING, findings).severity()).isEqualTo(DISTORTS);
    assertThat(find(CONTAINER, findings).severity()).isEqualTo(WORTH_KNOWING);
  }

  @Test
  void knowsLimitsOfVersion1() {
    has("proc/self/cgroup", "4:memory:/docker/0a1b\n3:cpu,cpuacct:/docker/0a1b\n");
    has("sys/fs/cgroup/memory/docker/0a1b/memory.limit_in_bytes", "34359738368\n");
    has("sys/fs/cgroup/memory/docker/0a1b/memory.usage_in_bytes", "2147483648\n");
    has("sys/fs/cgroup/memory/docker/0a1b/memory.stat", "total_inactive_file 1073741824\n");
    has("sys/fs/cgroup/cpu/docker/0a1b/cpu.stat", "nr_periods 9\nnr_throttled 4\n");
    has("sys/fs/cgroup/cpu/docker/0a1b/cpu.cfs_quota_us", "-1\n");
    assertThat(find(MEMORY_LIMIT).read()).startsWith("31.0 GiB left of 32.0 GiB");
    assertThat(find(MEMORY_LIMIT).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(find(PROCESSOR_LIMIT).severity()).isEqualTo(FINE);
    assertThat(find(THROTTLING).severity()).isEqualTo(WORTH_KNOWING);
  }

  @Test
  void tellsVirtualMachinesFromRealOnes() {
    has("proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu tsc\n");
    has("sys/class/dmi/id/sys_vendor", "Dell Inc.\n");
    has("sys/class/dmi/id/product_name", "PowerEdge R740\n");
    assertThat(find(VIRTUAL_MACHINE).read()).isEqualTo("no, Dell Inc. PowerEdge R740");
    has("proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu hypervisor tsc\n");
    has("sys/class/dmi/id/sys_vendor", "QEMU\n");
    has("sys/class/dmi/id/product_name", "Standard PC (Q35 + ICH9, 2009)\n");
    assertThat(find(VIRTUAL_MACHINE).read()).isEqualTo("yes, QEMU Standard PC (Q35 + ICH9, 2009)");
    assertThat(find(VIRTUAL_MACHINE).severity()).isEqualTo(WORTH_KNOWING);
  }

  /** On ARM there is no flag. */
  @Test
  void knowsAVirtualMachineByItsProductToo() {
    has("proc/cpuinfo", "processor\t: 0\nFeatures\t: fp asimd\n");
    has("sys/class/dmi/id/sys_vendor", "KubeVirt\n");
    has("sys/class/dmi/id/product_name", "KVM Virtual Machine\n");
    assertThat(find(VIRTUAL_MACHINE).severity()).isEqualTo(WORTH_KNOWING);
  }

  @Test
  void knowsContainersByTheirMarks() {
    has("proc/self/cgroup", "0::/\n");
    assertThat(find(CONTAINER).severity()).isEqualTo(FINE);
    assertThat(find(CONTAINER, examine(Map.of("container", "podman"), () -> {})).read())
        .isEqualTo("podman");
    has(".dockerenv", "");
    assertThat(find(CONTAINER).read()).isEqualTo("docker");
    has("run/systemd/container", "systemd-nspawn\n");
    assertThat(find(CONTAINER).read()).isEqualTo("systemd-nspawn");
  }

  @Test
  void knowsSlowClocksAndSeveralNodes() {
    has("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet\n");
    assertThat(find(CLOCK_SOURCE).severity()).isEqualTo(DISTORTS);
    has("sys/devices/system/clocksource/clocksource0/current_clocksource", "kvm-clock\n");
    assertThat(find(CLOCK_SOURCE).severity()).isEqualTo(FINE);
    has("sys/devices/system/node/online", "0-1\n");
    assertThat(find(NUMA).severity()).isEqualTo(WORTH_KNOWING);
    has("sys/devices/system/node/online", "0\n");
    assertThat(find(NUMA).severity()).isEqualTo(FINE);
  }

  @Test
  void namesVariablesThatTheTesteeInherits() {
    List<Finding> findings =
        examine(
            Map.of(
                "JAVA_TOOL_OPTIONS", "-Xmx1g",
                "LD_PRELOAD", "libjemalloc.so.2",
                "MALLOC_ARENA_MAX", "1",
                "SECRET", "secret"),
            () -> {});
    assertThat(find(JVM_OPTIONS, findings).read()).isEqualTo("JAVA_TOOL_OPTIONS=-Xmx1g");
    assertThat(find(ALLOCATOR_VARIABLES, findings).read())
        .isEqualTo("LD_PRELOAD=libjemalloc.so.2 MALLOC_ARENA_MAX=1");
    assertThat(find(ALLOCATOR_VARIABLES, findings).advice())
        .isEqualTo("unset LD_PRELOAD MALLOC_ARENA_MAX");
    assertThat(find(JVM_OPTIONS).severity()).isEqualTo(FINE);
  }

  @Test
  void saysWhatToCompareWherePagesCountAgain() {
    assertThat(find(FindingKind.PROPORTIONAL_SET).severity()).isEqualTo(UNKNOWN);
    has("proc/self/status", "VmRSS: 4000 kB\n");
    Finding without = find(FindingKind.PROPORTIONAL_SET);
    assertThat(without.severity()).isEqualTo(WORTH_KNOWING);
    assertThat(without.distorts()).contains("counts pages again", "ZGC before JDK 23");
    assertThat(without.advice()).contains("-XX:+UseSerialGC");
    has("proc/self/smaps_rollup", "00400000-7ffd ---p 0 00:00 0 [rollup]\nPss: 1234 kB\n");
    assertThat(find(FindingKind.PROPORTIONAL_SET).severity()).isEqualTo(FINE);
    assertThat(find(FindingKind.PROPORTIONAL_SET).read()).contains("compare process.pss");
  }

  @Test
  void knowsWhatTheKernelDoesWithMemory() {
    has("proc/meminfo", "MemAvailable: 24000000 kB\n");
    has("sys/kernel/mm/ksm/run", "1\n");
    has("proc/sys/kernel/osrelease", "6.8.0-45-generic\n");
    assertThat(find(SAME_PAGE_MERGING).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(find(RESIDENT_COUNTER).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(find(RESIDENT_COUNTER).read()).startsWith("off by ").contains("Linux 6.8.0");
    assertThat(find(PROACTIVE_RECLAIM).severity()).isEqualTo(FINE);
    String monitor = "sys/kernel/mm/damon/admin/kdamonds/0/";
    has(monitor + "state", "off\n");
    has(monitor + "contexts/0/schemes/0/action", "pageout\n");
    assertThat(find(PROACTIVE_RECLAIM).severity()).isEqualTo(FINE);
    has(monitor + "state", "on\n");
    assertThat(find(PROACTIVE_RECLAIM).read())
        .isEqualTo("DAMON is on with pageout, there is no swap");
    has("proc/swaps", "Filename\n/dev/sda2 partition 2097148 0 -2\n");
    assertThat(find(PROACTIVE_RECLAIM).severity()).isEqualTo(DISTORTS);
  }

  @Test
  void readsThePageSizeOfTheAuxiliaryVector() throws Exception {
    ByteBuffer words = ByteBuffer.allocate(48).order(ByteOrder.nativeOrder());
    Arrays.stream(new long[] {16, 0xbfebfbff, 6, 65536, 0, 0}).forEach(words::putLong);
    Files.createDirectories(root.resolve("proc/self"));
    Files.write(root.resolve("proc/self/auxv"), words.array());
    assertThat(find(PAGE_SIZE).read()).isEqualTo("64 KiB");
    assertThat(find(PAGE_SIZE).severity()).isEqualTo(WORTH_KNOWING);
  }

  @Test
  void knowsHowManyFilesMayBeOpen() {
    String limits = "Limit  Soft Limit  Hard Limit  Units\nMax open files            %s  9 files\n";
    has("proc/self/limits", limits.formatted("unlimited"));
    assertThat(find(OPEN_FILES).severity()).isEqualTo(FINE);
    has("proc/self/limits", limits.formatted("256"));
    assertThat(find(OPEN_FILES).severity()).isEqualTo(WORTH_KNOWING);
    has("proc/self/limits", limits.formatted("32"));
    assertThat(find(OPEN_FILES).severity()).isEqualTo(PREVENTS);
  }

  @Test
  void knowsDisksThatAreMemoryOrFullOrFarAway() {
    assertThat(DiskCheck.fileSystem(new DiskSpace(1, "tmpfs")).severity()).isEqualTo(DISTORTS);
    assertThat(DiskCheck.fileSystem(new DiskSpace(1, "nfs4")).severity()).isEqualTo(DISTORTS);
    assertThat(DiskCheck.fileSystem(new DiskSpace(1, "ext4")).severity()).isEqualTo(FINE);
    assertThat(DiskCheck.fileSystem(new DiskSpace(1, "unknown")).severity()).isEqualTo(UNKNOWN);
    DiskSpace full = new DiskSpace(1024, "ext4");
    assertThat(DiskCheck.space(RESULTS_FILE_SYSTEM, full, 2048, "").severity()).isEqualTo(PREVENTS);
    assertThat(DiskCheck.space(RESULTS_FILE_SYSTEM, full, 512, "").severity()).isEqualTo(FINE);
  }
}
