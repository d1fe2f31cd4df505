package snapbench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import snapbench.host.kernel.KernelFile;
import snapbench.host.kernel.ResidentCounter;
import snapbench.model.Metric;
import snapbench.model.OwnMemory;
import snapbench.process.JvmOptions;
import snapbench.process.Python;
import snapbench.profile.OshiProbe;
import snapbench.testee.api.LedgerTexts;

/** The resident and the proportional set of live processes, against what the kernel adds up. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class CountedAgainLiveTest {
  private static final double HEAP_KIB = 64 << 10;

  /** What a mapping's share is rounded down by, and what others start and end meanwhile. */
  private static final double ROUNDED_KIB = 2048;

  /** The most that a JVM maps of files which other processes read too. */
  private static final double FILES_KIB = 48 << 10;

  @TempDir private Path folder;

  private LedgerReader.MemoryReading ofJvm(String collector) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:NativeMemoryTracking=detail",
            collector,
            "-XX:TieredStopAtLevel=1",
            "-XX:+AlwaysPreTouch",
            "-Xms64m",
            "-Xmx64m",
            "-Djava.io.tmpdir=" + folder,
            "-Djna.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            KnownMemory.class.getName(),
            folder.resolve("mapped").toString());
    JvmOptions.removeFrom(builder.environment());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
    return read(process, () -> new OwnMemory.OfJvm(texts(process, answers)));
  }

  private static LedgerTexts texts(Process process, BufferedReader answers) throws IOException {
    process.getOutputStream().write("texts 0\n".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return new ObjectMapper().readValue(answers.readLine(), LedgerTexts.class);
  }

  /** Asks a process for what it knows. */
  private interface Asked {
    OwnMemory ask() throws IOException, InterruptedException;
  }

  private static LedgerReader.MemoryReading read(Process process, Asked asked) throws Exception {
    try {
      OshiProbe probe = new OshiProbe(process.pid());
      LedgerReader reader =
          new LedgerReader(process.pid(), () -> new SelfReport(asked.ask()), probe);
      LedgerReader.MemoryReading reading = reader.read();
      assertAddsUp(reading);
      Path rollup = KernelFile.ofProcess(process.pid()).resolve("smaps_rollup");
      assertThat(reading.value(Metric.PROCESS_PSS))
          .isCloseTo(KernelFile.kiB(Files.readString(rollup), "Pss"), within(2 * ROUNDED_KIB));
      return reading;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static void assertAddsUp(LedgerReader.MemoryReading reading) {
    double sum =
        Metric.owners().stream()
            .mapToDouble(reading::value)
            .filter(kiB -> !Double.isNaN(kiB))
            .sum();
    double lagKiB = ResidentCounter.lagKiB(reading.process().threads());
    assertThat(sum).isCloseTo(reading.process().rssKiB(), within(lagKiB));
    double again = reading.value(Metric.LEDGER_COUNTED_AGAIN);
    if (again > 0) {
      assertThat(sum - again).isCloseTo(reading.value(Metric.PROCESS_PSS), within(ROUNDED_KIB));
    }
  }

  /** ZGC maps each page of its heap at three addresses, until it is generational. */
  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void aHeapAtThreeAddressesIsCountedAgainTwice() throws Exception {
    LedgerReader.MemoryReading reading = ofJvm("-XX:+UseZGC");
    assertThat(reading.process().rssKiB()).isGreaterThan(3 * HEAP_KIB);
    assertThat(reading.value(Metric.LEDGER_JAVA_HEAP)).isCloseTo(HEAP_KIB, within(4.0));
    assertThat(reading.value(Metric.LEDGER_COUNTED_AGAIN))
        .isBetween(2 * HEAP_KIB, 2 * HEAP_KIB + FILES_KIB);
  }

  @Test
  void anOrdinaryHeapIsNotCountedAgain() throws Exception {
    LedgerReader.MemoryReading reading = ofJvm("-XX:+UseSerialGC");
    assertThat(reading.value(Metric.LEDGER_JAVA_HEAP)).isEqualTo(HEAP_KIB);
    assertThat(reading.value(Metric.LEDGER_COUNTED_AGAIN)).isZero();
    assertThat(reading.process().rssKiB() - reading.value(Metric.PROCESS_PSS))
        .isBetween(0.0, FILES_KIB);
  }

  private LedgerReader.MemoryReading ofPython(String script) throws Exception {
    Process process =
        new ProcessBuilder(Python.interpreter(), "-c", script)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
    double no = Double.NaN;
    return read(process, () -> new OwnMemory.OfProgram(no, no, no, no, no, no, no));
  }

  /** The child ends when its parent does: then nobody has the other end of its pipe. */
  private static String forking(String memory) {
    return String.join(
        "\n",
        List.of(
            "import mmap, os, sys",
            memory,
            "r, w = os.pipe()",
            "if os.fork() == 0:",
            "    os.close(w)",
            "    sum(memory[::4096])",
            "    print('ready', flush=True)",
            "    os.read(r, 1)",
            "    os._exit(0)",
            "sys.stdin.read()"));
  }

  @Test
  void whatAForkedChildHasInCommonCountsHalf() throws Exception {
    LedgerReader.MemoryReading reading = ofPython(forking("memory = b'x' * (64 << 20)"));
    assertThat(reading.value(Metric.LEDGER_COUNTED_AGAIN)).isBetween(HEAP_KIB / 2, HEAP_KIB);
    assertThat(reading.value(Metric.PROCESS_PSS)).isLessThan(reading.process().rssKiB());
  }

  @Test
  void sharedMemoryCountsHalf() throws Exception {
    LedgerReader.MemoryReading reading =
        ofPython(forking("memory = mmap.mmap(-1, 64 << 20); memory.write(b'x' * (64 << 20))"));
    assertThat(reading.value(Metric.LEDGER_COUNTED_AGAIN)).isBetween(HEAP_KIB / 2, HEAP_KIB);
  }

  @Test
  void memoryThatIsMappedTwiceCountsOnce() throws Exception {
    LedgerReader.MemoryReading reading =
        ofPython(
            String.join(
                "\n",
                List.of(
                    "import mmap, os, sys",
                    "f = os.memfd_create('twice')",
                    "os.ftruncate(f, 64 << 20)",
                    "maps = [mmap.mmap(f, 64 << 20) for i in range(2)]",
                    "for m in maps:",
                    "    for i in range(0, 64 << 20, 4096): m[i] = 1",
                    "print('ready', flush=True)",
                    "sys.stdin.read()")));
    assertThat(reading.value(Metric.LEDGER_COUNTED_AGAIN)).isBetween(HEAP_KIB, 1.25 * HEAP_KIB);
  }
}
