package snapbench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import snapbench.profile.Metric;
import snapbench.profile.OshiProbe;
import snapbench.profile.ProcessProbe;
import snapbench.testee.api.LedgerTexts;

/** The ledger of a live JVM, against amounts that are known by other means. */
@Timeout(60)
class LedgerReaderTest {
  private static final double MIB = 1024;

  /** The collector, the compiler and the reading itself move some memory of their own. */
  private static final double NOISE_KIB = 2048;

  @TempDir Path folder;

  private Process process;
  private BufferedReader answers;
  private ProcessProbe probe;
  private LedgerReader reader;

  @BeforeEach
  void start() throws Exception {
    Path driver;
    try (Stream<Path> packed = Files.list(Path.of("target", "classes", "packed"))) {
      driver =
          packed.filter(path -> path.toString().contains("sqlite-jdbc")).findFirst().orElseThrow();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:NativeMemoryTracking=detail",
            "-XX:+UseSerialGC",
            "-Xms128m",
            "-Xmx128m",
            "-Djava.io.tmpdir=" + folder,
            "-Djna.tmpdir=" + folder,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator + driver,
            KnownMemory.class.getName(),
            folder.resolve("mapped").toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    probe = new OshiProbe(process.pid());
    reader = new LedgerReader(process.pid(), () -> new SelfReport.OfJvm(texts()), probe);
    tell("garbage 100");
    tell("sqlite 1");
    tell("close 0");
    read();
  }

  @AfterEach
  void stop() throws Exception {
    probe.close();
    process.destroyForcibly().waitFor();
  }

  @Test
  void everyByteHasOneOwner() throws Exception {
    LedgerReader.Reading reading = read();
    assertThat(owners(reading).values()).allMatch(kiB -> kiB >= 0);
    assertThat(sum(reading)).isEqualTo(reading.process().rssKiB());
    assertThat(reading.value(Metric.LEDGER_UNATTRIBUTED))
        .isLessThanOrEqualTo(0.03 * reading.process().rssKiB());
  }

  @Test
  void theHeapIsWhatWasTouchedOfIt() throws Exception {
    assertGrowth(Metric.LEDGER_JAVA_HEAP, 32 * MIB, "heap 32");
  }

  @Test
  void directBuffersAreTheirSize() throws Exception {
    assertGrowth(Metric.LEDGER_DIRECT_BUFFERS, 24 * MIB, "direct 24");
  }

  @Test
  void aMappedFileIsItsSize() throws Exception {
    assertGrowth(Metric.LEDGER_FILE_MAPPED, 16 * MIB, "file 16");
  }

  /** Each of them takes at least the pages that its recursion went through. */
  @Test
  void threadsHaveTheirStacks() throws Exception {
    double before = read().value(Metric.LEDGER_THREAD_STACKS);
    tell("threads 50");
    LedgerReader.Reading after = read();
    assertThat((after.value(Metric.LEDGER_THREAD_STACKS) - before) / 50).isBetween(16.0, 256.0);
    assertThat(after.process().threads()).isGreaterThanOrEqualTo(50);
    assertThat(sum(after)).isEqualTo(after.process().rssKiB());
  }

  /** Whatever the allocator keeps or gives back in between. */
  @Test
  void whatSqliteTakesIsLiveUntilItIsClosed() throws Exception {
    LedgerReader.Reading before = read();
    tell("sqlite 40");
    LedgerReader.Reading full = read();
    assertThat(growth(before, full, Metric.LEDGER_NATIVE_LIVE))
        .as("257 pages of 4 KiB a row, and what SQLite keeps beside each page")
        .isBetween(40 * 257 * 4.0, 40 * 257 * 4.0 * 1.1);
    tell("close 0");
    LedgerReader.Reading closed = read();
    assertThat(growth(before, closed, Metric.LEDGER_NATIVE_LIVE)).isCloseTo(0, within(NOISE_KIB));
    tell("sqlite 40");
    LedgerReader.Reading again = read();
    assertThat(growth(closed, again, Metric.LEDGER_NATIVE_LIVE))
        .isCloseTo(growth(before, full, Metric.LEDGER_NATIVE_LIVE), within(NOISE_KIB));
    assertThat(sum(again)).isEqualTo(again.process().rssKiB());
  }

  /** As on a system without glibc and with a JVM that is not HotSpot. */
  @Test
  void whatTheProcessDoesNotTellIsUnattributed() throws Exception {
    LedgerTexts nothing = new LedgerTexts("", "", Double.NaN, List.of("a fake"));
    LedgerReader.Reading reading =
        new LedgerReader(process.pid(), () -> new SelfReport.OfJvm(nothing), probe).read();
    assertThat(reading.process().rssKiB()).isPositive();
    assertThat(reading.value(Metric.LEDGER_JAVA_HEAP)).isNaN();
    assertThat(reading.value(Metric.MALLOC_IN_USE)).isNaN();
    assertThat(reading.value(Metric.LEDGER_FILE_MAPPED) + reading.value(Metric.LEDGER_UNATTRIBUTED))
        .isEqualTo(reading.process().rssKiB());
  }

  private void assertGrowth(Metric owner, double kiB, String command) throws Exception {
    LedgerReader.Reading before = read();
    tell(command);
    LedgerReader.Reading after = read();
    assertThat(growth(before, after, owner)).isCloseTo(kiB, within(NOISE_KIB));
    // the JVM's compilers take and give back some megabytes meanwhile
    assertThat(after.process().rssKiB() - before.process().rssKiB())
        .isCloseTo(kiB, within(4 * NOISE_KIB));
    assertThat(sum(after)).isEqualTo(after.process().rssKiB());
  }

  private LedgerReader.Reading read() throws Exception {
    tell("collect 0");
    return reader.read();
  }

  private static double growth(
      LedgerReader.Reading before, LedgerReader.Reading after, Metric metric) {
    return after.value(metric) - before.value(metric);
  }

  private static Map<Metric, Double> owners(LedgerReader.Reading reading) {
    Map<Metric, Double> owners = new EnumMap<>(reading.metrics());
    owners.keySet().removeIf(metric -> !metric.label().startsWith("ledger."));
    return owners;
  }

  private static double sum(LedgerReader.Reading reading) {
    return owners(reading).values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private LedgerTexts texts() throws IOException {
    return new ObjectMapper().readValue(ask("texts 0"), LedgerTexts.class);
  }

  private void tell(String line) throws IOException {
    assertThat(ask(line)).isEqualTo("done");
  }

  private String ask(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return String.valueOf(answers.readLine());
  }
}
