package snapbench.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessStatusTest {
  private static final long NO_PROCESS = 0x7fff_ffff;

  @Test
  void interpretsTheTextOfLinux() {
    assertThat(
            ProcessStatus.parse(
                """
                Name:\tVmRSS:	7 kB
                State:\tS (sleeping)
                VmPeak:\t 5064408 kB
                VmHWM:\t  553956 kB
                VmRSS:\t   40772 kB
                RssAnon:\t   20112 kB
                VmSwap:\t    1024 kB
                Threads:\t18
                """))
        .isEqualTo(new ProcessStatus(40772, 553956, 1024, 18));
  }

  @Test
  void aZombieHasThreadsButNoMemory() {
    assertThat(ProcessStatus.parse("Name:\tsh\nState:\tZ (zombie)\nThreads:\t1\n"))
        .isEqualTo(new ProcessStatus(Double.NaN, Double.NaN, Double.NaN, 1));
  }

  @Test
  void nothingIsKnownOfAProcessThatIsNot() {
    assertThat(ProcessStatus.read(NO_PROCESS))
        .isEqualTo(new ProcessStatus(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    assertThat(ProcessStatus.resetPeak(NO_PROCESS)).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsALiveProcess() {
    ProcessStatus status = ProcessStatus.read(ProcessHandle.current().pid());
    assertThat(status.residentKiB()).isPositive();
    assertThat(status.residentPeakKiB()).isGreaterThanOrEqualTo(status.residentKiB());
    assertThat(status.swapKiB()).isGreaterThanOrEqualTo(0);
    assertThat(status.threads()).isGreaterThan(1);
  }
}
