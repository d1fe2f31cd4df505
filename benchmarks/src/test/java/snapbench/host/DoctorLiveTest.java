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

/** What is found on this machine, against what other programs say of it. */
@EnabledOnOs(OS.LINUX)
class DoctorLiveTest {
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

  @Test
  void agreesWithNproc() {
    assertThat(read(FindingKind.CORES)).startsWith(said("nproc") + ", SMT ");
  }

  @Test
  void agreesWithProcSwaps() throws Exception {
    boolean none = Files.readAllLines(Path.of("/proc/swaps")).size() == 1;
    assertThat(read(FindingKind.SWAP).equals("none")).isEqualTo(none);
  }

  @Test
  void agreesWithDf() {
    String gibibytes = said("df", "-BG", "--output=avail,fstype", ".");
    String[] fields = gibibytes.lines().skip(1).findFirst().orElseThrow().strip().split("G +", 2);
    assertThat(read(FindingKind.RESULTS_FILE_SYSTEM)).startsWith(fields[1]);
    double free = Double.parseDouble(read(FindingKind.RESULTS_SPACE).replaceAll("[ ,].*", ""));
    boolean gibi = read(FindingKind.RESULTS_SPACE).contains("GiB free");
    assertThat(gibi ? free : free / 1024)
        .isBetween(Double.parseDouble(fields[0]) - 3, Double.parseDouble(fields[0]) + 3);
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
          FindingKind.CLOCK_SOURCE
        }) {
      assertThat(find(kind).severity()).as(kind.label()).isNotEqualTo(Severity.UNKNOWN);
    }
  }
}
