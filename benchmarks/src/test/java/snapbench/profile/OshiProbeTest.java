package snapbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import snapbench.host.Zombie;
import snapbench.host.kernel.ResidentCounter;
import snapbench.host.process.ProcessStatus;
import snapbench.model.Reading;

@EnabledOnOs(value = OS.LINUX, disabledReason = "compares with Linux's /proc")
@Timeout(300)
class OshiProbeTest {
  /** How far a reading may be from the kernel's. */
  private static final double TOLERANCE_KIB = 64;

  /** What the read JVM may take or give back of its own accord between two commands. */
  private static final double JVM_STIRRING_KIB = 1000;

  @Test
  void readsWhatTheKernelSaysWhileMemoryAndFilesAreTakenAndFreed() throws Exception {
    Random random = new Random(4);
    try (ObedientProcess process = ObedientProcess.start()) {
      ProcessProbe probe = new OshiProbe(process.pid());
      for (int step = 0; step < 25; step++) {
        int mib = 1 + random.nextInt(64);
        int files = 1 + random.nextInt(500);
        Reading before = requireAsTheKernelSays(probe, process);
        double ownBefore = before.rssKiB() - process.kernelKiB("RssFile");
        process.touchMiB(mib);
        process.open(files);
        Reading taken = requireAsTheKernelSays(probe, process);
        double ownTaken = taken.rssKiB() - process.kernelKiB("RssFile");
        double slackKiB = JVM_STIRRING_KIB + 2 * ResidentCounter.lagKiB(taken.threads());
        assertThat(ownTaken - ownBefore).isCloseTo(mib * 1024.0, within(slackKiB));
        assertThat(taken.fds()).isGreaterThanOrEqualTo(files);
        process.release();
        process.closeFiles(files);
        Reading freed = requireAsTheKernelSays(probe, process);
        double ownFreed = freed.rssKiB() - process.kernelKiB("RssFile");
        assertThat(ownFreed).isCloseTo(ownBefore, within(slackKiB));
        assertThat(taken.fds() - freed.fds()).isEqualTo(files);
      }
    }
  }

  /** The process rests, yet its JVM may stir: so the kernel is asked before and after. */
  private static Reading requireAsTheKernelSays(ProcessProbe probe, ObedientProcess process)
      throws IOException {
    double rssBefore = process.kernelKiB("VmRSS");
    Reading reading = probe.read();
    double rssAfter = process.kernelKiB("VmRSS");
    assertThat(reading.rssKiB())
        .isBetween(
            Math.min(rssBefore, rssAfter) - TOLERANCE_KIB,
            Math.max(rssBefore, rssAfter) + TOLERANCE_KIB);
    assertThat(reading.fds()).isEqualTo(entries(process.pid(), "fd"));
    assertThat(reading.threads()).isEqualTo(entries(process.pid(), "task"));
    assertThat(reading.swapKiB()).isGreaterThanOrEqualTo(0);
    return reading;
  }

  @Test
  void knowsNothingOfAProcessThatHasEnded() throws Exception {
    try (ObedientProcess process = ObedientProcess.start()) {
      ProcessProbe early = new OshiProbe(process.pid());
      assertThat(early.read().rssKiB()).isPositive();
      process.kill();
      assertThat(early.read()).isEqualTo(Reading.UNKNOWN);
      assertThat(new OshiProbe(process.pid()).read()).isEqualTo(Reading.UNKNOWN);
    }
  }

  @Test
  void knowsNothingOfAZombie() throws Exception {
    try (Zombie zombie = Zombie.make()) {
      assertThat(new OshiProbe(zombie.handle().pid()).read()).isEqualTo(Reading.UNKNOWN);
    }
  }

  @Test
  void knowsAllButTheDescriptorsOfAnotherUsersProcess() throws Exception {
    Reading reading =
        AsNobody.isRoot()
            ? AsNobody.read(ProcessHandle.current().pid())
            : new OshiProbe(anotherUsersProcess()).read();
    assertThat(reading.rssKiB()).isPositive();
    assertThat(reading.threads()).isPositive();
    assertThat(reading.fds()).isNaN();
  }

  private static long anotherUsersProcess() {
    String ownName = ProcessHandle.current().info().user().orElse("");
    var other =
        ProcessHandle.allProcesses()
            .filter(process -> !process.info().user().orElse(ownName).equals(ownName))
            .mapToLong(ProcessHandle::pid)
            // threads of the kernel have no memory of their own
            .filter(pid -> ProcessStatus.read(pid).residentKiB() > 0)
            .findFirst();
    assumeThat(other).as("needs a process of another user").isPresent();
    return other.getAsLong();
  }

  private static double entries(long pid, String folder) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(pid), folder))) {
      return entries.count();
    }
  }
}
