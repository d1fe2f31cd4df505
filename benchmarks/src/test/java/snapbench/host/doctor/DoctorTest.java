package snapbench.host.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static snapbench.host.doctor.FindingKind.ALLOCATOR_VARIABLES;
import static snapbench.host.doctor.FindingKind.CLOCK_SOURCE;
import static snapbench.host.doctor.FindingKind.CONTAINER;
import static snapbench.host.doctor.FindingKind.FREQUENCY_GOVERNOR;
import static snapbench.host.doctor.FindingKind.JVM_OPTIONS;
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
import static snapbench.host.doctor.FindingKind.STEAL_TIME;
import static snapbench.host.doctor.FindingKind.SWAP;
import static snapbench.host.doctor.FindingKind.THROTTLING;
import static snapbench.host.doctor.FindingKind.TRANSPARENT_HUGE_PAGES;
import static snapbench.host.doctor.FindingKind.TURBO;
import static snapbench.host.doctor.FindingKind.VIRTUAL_MACHINE;
import static snapbench.host.doctor.MachineFolder.find;
import static snapbench.host.doctor.Severity.DISTORTS;
import static snapbench.host.doctor.Severity.FINE;
import static snapbench.host.doctor.Severity.PREVENTS;
import static snapbench.host.doctor.Severity.UNKNOWN;
import static snapbench.host.doctor.Severity.WORTH_KNOWING;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.host.kernel.DiskSpace;

/** What is found around a run: container, virtual machine, limits, variables, files, disks. */
class DoctorTest {
  @TempDir Path root;
  private MachineFolder machine;

  @BeforeEach
  void makeMachine() {
    machine = new MachineFolder(root);
  }

  @Test
  void findsOneOfEachKindWorstFirstAndUnknownWhereNothingCanBeRead() {
    List<Finding> findings = machine.examine();
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
  void knowsLimitsOfVersion2WhereverTheyAre() {
    machine.has("proc/self/cgroup", "0::/kubepods/pod/c\n");
    machine.has("sys/fs/cgroup/kubepods/memory.max", "2147483648\n");
    machine.has("sys/fs/cgroup/kubepods/memory.current", "1879048192\n");
    machine.has("sys/fs/cgroup/kubepods/memory.stat", "anon 1\ninactive_file 268435456\n");
    machine.has("sys/fs/cgroup/kubepods/pod/c/memory.max", "max\n");
    machine.has("sys/fs/cgroup/kubepods/pod/c/cpu.max", "150000 100000\n");
    machine.has("sys/fs/cgroup/kubepods/pod/cpu.stat", "usage_usec 5\nnr_throttled 7\n");
    machine.has("sys/fs/cgroup/kubepods/pod/c/cpu.stat", "usage_usec 5\nnr_throttled 3\n");
    List<Finding> findings =
        machine.examine(
            Map.of(),
            () ->
                machine.has(
                    "sys/fs/cgroup/kubepods/pod/cpu.stat", "usage_usec 9\nnr_throttled 9\n"));
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
    machine.has("proc/self/cgroup", "4:memory:/docker/0a1b\n3:cpu,cpuacct:/docker/0a1b\n");
    machine.has("sys/fs/cgroup/memory/docker/0a1b/memory.limit_in_bytes", "34359738368\n");
    machine.has("sys/fs/cgroup/memory/docker/0a1b/memory.usage_in_bytes", "2147483648\n");
    machine.has("sys/fs/cgroup/memory/docker/0a1b/memory.stat", "total_inactive_file 1073741824\n");
    machine.has("sys/fs/cgroup/cpu/docker/0a1b/cpu.stat", "nr_periods 9\nnr_throttled 4\n");
    machine.has("sys/fs/cgroup/cpu/docker/0a1b/cpu.cfs_quota_us", "-1\n");
    assertThat(machine.find(MEMORY_LIMIT).read()).startsWith("31.0 GiB left of 32.0 GiB");
    assertThat(machine.find(MEMORY_LIMIT).severity()).isEqualTo(WORTH_KNOWING);
    assertThat(machine.find(PROCESSOR_LIMIT).severity()).isEqualTo(FINE);
    assertThat(machine.find(THROTTLING).severity()).isEqualTo(WORTH_KNOWING);
  }

  @Test
  void tellsVirtualMachinesFromRealOnes() {
    machine.has("proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu tsc\n");
    machine.has("sys/class/dmi/id/sys_vendor", "Dell Inc.\n");
    machine.has("sys/class/dmi/id/product_name", "PowerEdge R740\n");
    assertThat(machine.find(VIRTUAL_MACHINE).read()).isEqualTo("no, Dell Inc. PowerEdge R740");
    machine.has("proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu hypervisor tsc\n");
    machine.has("sys/class/dmi/id/sys_vendor", "QEMU\n");
    machine.has("sys/class/dmi/id/product_name", "Standard PC (Q35 + ICH9, 2009)\n");
    assertThat(machine.find(VIRTUAL_MACHINE).read())
        .isEqualTo("yes, QEMU Standard PC (Q35 + ICH9, 2009)");
    assertThat(machine.find(VIRTUAL_MACHINE).severity()).isEqualTo(WORTH_KNOWING);
  }

  /** On ARM there is no flag. */
  @Test
  void knowsAVirtualMachineByItsProductToo() {
    machine.has("proc/cpuinfo", "processor\t: 0\nFeatures\t: fp asimd\n");
    machine.has("sys/class/dmi/id/sys_vendor", "KubeVirt\n");
    machine.has("sys/class/dmi/id/product_name", "KVM Virtual Machine\n");
    assertThat(machine.find(VIRTUAL_MACHINE).severity()).isEqualTo(WORTH_KNOWING);
  }

  @Test
  void knowsContainersByTheirMarks() {
    machine.has("proc/self/cgroup", "0::/\n");
    assertThat(machine.find(CONTAINER).severity()).isEqualTo(FINE);
    assertThat(find(CONTAINER, machine.examine(Map.of("container", "podman"), () -> {})).read())
        .isEqualTo("podman");
    machine.has(".dockerenv", "");
    assertThat(machine.find(CONTAINER).read()).isEqualTo("docker");
    machine.has("run/systemd/container", "systemd-nspawn\n");
    assertThat(machine.find(CONTAINER).read()).isEqualTo("systemd-nspawn");
  }

  @Test
  void namesVariablesThatTheTesteeInherits() {
    List<Finding> findings =
        machine.examine(
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
    assertThat(machine.find(JVM_OPTIONS).severity()).isEqualTo(FINE);
  }

  @Test
  void knowsHowManyFilesMayBeOpen() {
    String limits = "Limit  Soft Limit  Hard Limit  Units\nMax open files            %s  9 files\n";
    machine.has("proc/self/limits", limits.formatted("unlimited"));
    assertThat(machine.find(OPEN_FILES).severity()).isEqualTo(FINE);
    machine.has("proc/self/limits", limits.formatted("256"));
    assertThat(machine.find(OPEN_FILES).severity()).isEqualTo(WORTH_KNOWING);
    machine.has("proc/self/limits", limits.formatted("32"));
    assertThat(machine.find(OPEN_FILES).severity()).isEqualTo(PREVENTS);
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
