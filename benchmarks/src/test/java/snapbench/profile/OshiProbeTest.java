package snapbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "compares with Linux's /proc")
@Timeout(60)
class OshiProbeTest {
  private static final double TOLERANCE_KIB = 64;

  @Test
  void readsWhatTheKernelSaysWhileMemoryAndFilesAreTakenAndFreed() throws Exception {
    Random random = new Random(4);
    try (ObedientProcess process = ObedientProcess.start();
        ProcessProbe probe = new OshiProbe(process.pid())) {
      for (int step = 0; step < 25; step++) {
        int mib = 1 + random.nextInt(64);
        int files = 1 + random.nextInt(500);
        double before = requireAsTheKernelSays(probe, process.pid()).rssKiB();
        process.touchMiB(mib);
        process.open(files);
        ProcessReading taken = requireAsTheKernelSays(probe, process.pid());
        assertThat(taken.rssKiB() - before).isBetween(mib * 1024 - 300.0, mib * 1024 + 2000.0);
        assertThat(taken.fds()).isGreaterThanOrEqualTo(files);
        process.release();
        process.closeFiles(files);
        ProcessReading freed = requireAsTheKernelSays(probe, process.pid());
        assertThat(freed.rssKiB()).isLessThan(before + 2000.0);
        assertThat(taken.fds() - freed.fds()).isEqualTo(files);
      }
    }
  }

  /** The process rests, yet its JVM may stir: so the kernel is asked before and after. */
  private static ProcessReading requireAsTheKernelSays(ProcessProbe probe, long pid)
      throws IOException {
    double rssBefore = vmRssKiB(pid);
    ProcessReading reading = probe.read();
    double rssAfter = vmRssKiB(pid);
    assertThat(reading.rssKiB())
        .isBetween(
            Math.min(rssBefore, rssAfter) - TOLERANCE_KIB,
            Math.max(rssBefore, rssAfter) + TOLERANCE_KIB);
    assertThat(reading.fds()).isEqualTo(entries(proc(pid, "fd")));
    assertThat(reading.threads()).isEqualTo(entries(proc(pid, "task")));
    assertThat(reading.swapKiB()).isGreaterThanOrEqualTo(0);
    return reading;
  }

  @Test
  void knowsNothingOfAProcessThatHasEnded() throws Exception {
    try (ObedientProcess process = ObedientProcess.start();
        ProcessProbe early = new OshiProbe(process.pid())) {
      assertThat(early.read().rssKiB()).isPositive();
      process.kill();
      assertThat(early.read()).isEqualTo(ProcessReading.UNKNOWN);
      try (ProcessProbe late = new OshiProbe(process.pid())) {
        assertThat(late.read()).isEqualTo(ProcessReading.UNKNOWN);
      }
    }
  }

  @Test
  void knowsNothingOfAZombie() throws Exception {
    // the shell's child ends at once; the program that takes the shell's place never asks for it
    Process parent =
        new ProcessBuilder("sh", "-c", "sh -c 'exit 0' & echo $!; exec sleep 60").start();
    try (BufferedReader output = parent.inputReader(StandardCharsets.UTF_8)) {
      long zombie = Long.parseLong(output.readLine());
      awaitZombie(zombie);
      try (ProcessProbe probe = new OshiProbe(zombie)) {
        assertThat(probe.read()).isEqualTo(ProcessReading.UNKNOWN);
      }
    } finally {
      parent.destroyForcibly().waitFor();
    }
  }

  @Test
  void knowsAllButTheDescriptorsOfAnotherUsersProcess() throws Exception {
    ProcessReading reading =
        AsNobody.isRoot()
            ? AsNobody.read(ProcessHandle.current().pid())
            : new OshiProbe(anotherUsersProcess()).read();
    assertThat(reading.rssKiB()).isPositive();
    assertThat(reading.threads()).isPositive();
    assertThat(reading.fds()).isNaN();
  }

  private static long anotherUsersProcess() {
    String ownName = ProcessHandle.current().info().user().orElse("");
    var others =
        ProcessHandle.allProcesses()
            .filter(process -> !process.info().user().orElse(ownName).equals(ownName))
            .toList();
    assumeThat(others).as("needs a process of another user").isNotEmpty();
    return others.get(0).pid();
  }

  private static void awaitZombie(long pid) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!Files.readString(proc(pid, "status")).contains("State:\tZ")) {
      assertThat(System.nanoTime()).as("the child did not become a zombie").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static double vmRssKiB(long pid) throws IOException {
    return Files.readAllLines(proc(pid, "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static double entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }

  private static Path proc(long pid, String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }
}
