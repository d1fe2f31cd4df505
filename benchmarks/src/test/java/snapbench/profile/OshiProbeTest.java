package snapbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
  /** How far a reading may be from the kernel's. */
  private static final double TOLERANCE_KIB = 64;

  /** What the read JVM may take or give back of its own accord between two commands. */
  private static final double JVM_STIRRING_KIB = 1000;

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
        assertThat(taken.rssKiB() - before).isCloseTo(mib * 1024.0, within(JVM_STIRRING_KIB));
        assertThat(taken.fds()).isGreaterThanOrEqualTo(files);
        process.release();
        process.closeFiles(files);
        ProcessReading freed = requireAsTheKernelSays(probe, process.pid());
        assertThat(freed.rssKiB()).isCloseTo(before, within(JVM_STIRRING_KIB));
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
    // the program that takes the shell's place never asks what became of the shell's child
    Process parent = new ProcessBuilder("sh", "-c", "sleep 60 & echo $!; exec sleep 61").start();
    try (BufferedReader output = parent.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      await(parent.pid(), "Name:\tsleep");
      child.destroyForcibly();
      await(child.pid(), "State:\tZ");
      try (ProcessProbe probe = new OshiProbe(child.pid())) {
        assertThat(probe.read()).isEqualTo(ProcessReading.UNKNOWN);
      }
    } finally {
      parent.descendants().forEach(ProcessHandle::destroyForcibly);
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

  private static void await(long pid, String status) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!Files.readString(proc(pid, "status")).contains(status)) {
      assertThat(System.nanoTime()).as("waited in vain for %s", status).isLessThan(deadline);
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
