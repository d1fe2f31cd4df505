package snapbench.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import snapbench.host.doctor.Doctor;
import snapbench.host.doctor.Finding;
import snapbench.host.doctor.FindingKind;
import snapbench.host.doctor.RunSize;
import snapbench.host.doctor.Severity;
import snapbench.host.kernel.CommandOutput;

/** What is found on this machine, against what other programs say of it. */
@EnabledOnOs(OS.LINUX)
class DoctorLiveTest {
  private static final double KIB_PER_GIB = 1024 * 1024;

  /** What other processes may write and delete meanwhile. */
  private static final double FLUCTUATION_GIB = 3;

  private static List<Finding> findings = List.of();

  @BeforeAll
  static void examine() {
    findings = Doctor.examine(RunSize.ofScale(0.25, 16, Path.of("no", "such", "folder")));
  }

  private static Finding find(FindingKind kind) {
    return findings.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  private static String read(FindingKind kind) {
    return find(kind).read();
  }

  private static String said(String... command) {
    return CommandOutput.of(command).orElse("");
  }

  private static double freeGiB() {
    return Double.parseDouble(saidOfThisFolder("avail")) / KIB_PER_GIB;
  }

  private static String saidOfThisFolder(String field) {
    return said("df", "-k", "--output=" + field, ".")
        .lines()
        .reduce((heading, value) -> value)
        .orElseThrow()
        .strip();
  }

  /** nproc heeds variables of OpenMP and no share of the processors' time; a JVM the reverse. */
  @Test
  void agreesWithNproc() {
    int cores = Integer.parseInt(read(FindingKind.CORES).replaceFirst(", SMT .*", ""));
    String said = said("env", "-u", "OMP_NUM_THREADS", "-u", "OMP_THREAD_LIMIT", "nproc");
    boolean unlimited = read(FindingKind.PROCESSOR_LIMIT).startsWith("none");
    assertThat(cores).isBetween(unlimited ? Integer.parseInt(said) : 1, Integer.parseInt(said));
  }

  @Test
  void agreesWithProcSwaps() throws Exception {
    boolean none = Files.readAllLines(Path.of("/proc/swaps")).size() == 1;
    assertThat(read(FindingKind.SWAP).equals("none")).isEqualTo(none);
  }

  @Test
  void agreesWithDf() {
    assertThat(read(FindingKind.RESULTS_FILE_SYSTEM)).startsWith(saidOfThisFolder("fstype"));
    double before = freeGiB();
    examine();
    double after = freeGiB();
    String[] words = read(FindingKind.RESULTS_SPACE).replace(",", "").split(" ", 3);
    assertThat(Double.parseDouble(words[0]) / (words[1].equals("GiB") ? 1 : 1024))
        .isBetween(
            Math.min(before, after) - FLUCTUATION_GIB, Math.max(before, after) + FLUCTUATION_GIB);
  }

  /** HotSpot raises its own limit to the hard one. */
  @Test
  void agreesWithUlimit() {
    String hard = said("sh", "-c", "ulimit -Hn");
    assertThat(read(FindingKind.OPEN_FILES).replace(",", "")).isEqualTo(hard);
  }

  @Test
  void agreesWithGetconf() {
    String bytes = said("getconf", "PAGESIZE");
    assumeTrue(!bytes.isEmpty(), "needs the Debian package libc-bin (getconf was not found)");
    assertThat(read(FindingKind.PAGE_SIZE)).isEqualTo(Integer.parseInt(bytes) / 1024 + " KiB");
  }

  @Test
  void readsWhatEveryLinuxTells() {
    for (FindingKind kind :
        new FindingKind[] {
          FindingKind.FREE_MEMORY,
          FindingKind.OTHER_PROCESSES,
          FindingKind.LOAD_AVERAGE,
          FindingKind.STEAL_TIME,
          FindingKind.RESIDENT_COUNTER,
          FindingKind.PROPORTIONAL_SET,
          FindingKind.CLOCK_SOURCE
        }) {
      assertThat(find(kind).severity()).as(kind.label()).isNotEqualTo(Severity.UNKNOWN);
    }
  }
}
