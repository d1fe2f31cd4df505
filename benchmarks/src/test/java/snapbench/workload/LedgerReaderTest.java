package snapbench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import snapbench.driver.Drivers;
import snapbench.host.kernel.ResidentCounter;
import snapbench.model.Metric;
import snapbench.model.OwnMemory;
import snapbench.process.JvmOptions;
import snapbench.profile.OshiProbe;
import snapbench.profile.ProcessProbe;
import snapbench.testee.api.LedgerTexts;

/** The ledger of a live JVM, against amounts that are known by other means. */
@Timeout(300)
class LedgerReaderTest {
  private static final double MIB = 1024;

  /**
   * A huge page, which the kernel may give the heap for a small one, and far more than the
   * collector, the compiler C1 and the reading itself move.
   */
  private static final double NOISE_KIB = 2048;

  @TempDir private static Path folder;

  /** One for all tests, which look at differences. */
  private static Process process;

  private static BufferedReader answers;
  private static ProcessProbe probe;
  private static LedgerReader reader;

  @BeforeAll
  static void start() throws Exception {
    String jar = "sqlite-jdbc-" + Drivers.bundledVersion() + ".jar";
    Path driver = Path.of("target", "classes", "packed", jar);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:NativeMemoryTracking=detail",
            "-XX:+UseSerialGC",
            // the compiler C2 takes megabytes whenever it has something to do
            "-XX:TieredStopAtLevel=1",
            "-Xms128m",
            "-Xmx128m",
            "-Djava.io.tmpdir=" + folder,
            "-Djna.tmpdir=" + folder,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator + driver,
            KnownMemory.class.getName(),
            folder.resolve("mapped").toString());
    JvmOptions.removeFrom(builder.environment());
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    probe = new OshiProbe(process.pid());
    reader =
        new LedgerReader(process.pid(), () -> new SelfReport(new OwnMemory.OfJvm(texts())), probe);
    tell("garbage 100");
    tell("sqlite 1");
    tell("close 0");
    reader.read();
  }

  @AfterAll
  static void stop() throws Exception {
    process.destroyForcibly().waitFor();
  }

  @Test
  void everyByteHasOneOwner() throws Exception {
    LedgerReader.MemoryReading reading = reader.read();
    assertThat(owners(reading).values()).allMatch(kiB -> kiB >= 0);
    assertIsResidentSet(sum(reading), reading);
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
    double before = reader.read().value(Metric.LEDGER_THREAD_STACKS);
    tell("threads 50");
    LedgerReader.MemoryReading after = reader.read();
    assertThat((after.value(Metric.LEDGER_THREAD_STACKS) - before) / 50).isBetween(16.0, 256.0);
    assertThat(after.process().threads()).isGreaterThanOrEqualTo(50);
    assertIsResidentSet(sum(after), after);
  }

  /**
   * Whatever the allocator keeps or gives back in between. A row takes 257 pages of 4 KiB, and
   * SQLite keeps something beside each page.
   */
  @Test
  void whatSqliteTakesIsLiveUntilItIsClosed() throws Exception {
    LedgerReader.MemoryReading before = reader.read();
    tell("sqlite 40");
    LedgerReader.MemoryReading full = reader.read();
    assertLiveGrowth(before, full, 40 * 257 * 4.0, 40 * 257 * 4.0 * 1.1);
    tell("close 0");
    LedgerReader.MemoryReading closed = reader.read();
    assertLiveGrowth(before, closed, -NOISE_KIB, NOISE_KIB);
    tell("sqlite 40");
    LedgerReader.MemoryReading again = reader.read();
    assertLiveGrowth(full, again, -NOISE_KIB, NOISE_KIB);
    assertIsResidentSet(sum(again), again);
  }

  private static void assertLiveGrowth(
      LedgerReader.MemoryReading before,
      LedgerReader.MemoryReading after,
      double least,
      double most) {
    assertThat(growth(before, after, Metric.LEDGER_NATIVE_LIVE))
        .isBetween(least - missedLiveKiB(after), most + missedLiveKiB(before));
  }

  /**
   * How much too low live memory may be. What HotSpot took of malloc's arenas and never wrote to is
   * taken off free memory that is resident and, where there is less of that, off live memory.
   */
  private static double missedLiveKiB(LedgerReader.MemoryReading reading) {
    return reading.value(Metric.LEDGER_NATIVE_FREE) > 0
        ? 0
        : reading.value(Metric.MALLOC_NOT_RESIDENT);
  }

  /** As on a system without glibc and with a JVM that is not HotSpot. */
  @Test
  void whatTheProcessDoesNotTellIsUnattributed() throws Exception {
    LedgerTexts nothing = new LedgerTexts("", "", Double.NaN, List.of("a fake"));
    LedgerReader.MemoryReading reading =
        new LedgerReader(process.pid(), () -> new SelfReport(new OwnMemory.OfJvm(nothing)), probe)
            .read();
    assertThat(reading.process().rssKiB()).isPositive();
    assertThat(reading.value(Metric.LEDGER_JAVA_HEAP)).isNaN();
    assertThat(reading.value(Metric.MALLOC_IN_USE)).isNaN();
    assertIsResidentSet(
        reading.value(Metric.LEDGER_FILE_MAPPED) + reading.value(Metric.LEDGER_UNATTRIBUTED),
        reading);
  }

  private static void assertIsResidentSet(double kiB, LedgerReader.MemoryReading reading) {
    assertThat(kiB).isCloseTo(reading.process().rssKiB(), within(lagKiB(reading)));
  }

  private static double lagKiB(LedgerReader.MemoryReading reading) {
    return ResidentCounter.lagKiB(reading.process().threads());
  }

  private static void assertGrowth(Metric owner, double kiB, String command) throws Exception {
    LedgerReader.MemoryReading before = reader.read();
    tell(command);
    LedgerReader.MemoryReading after = reader.read();
    assertThat(growth(before, after, owner)).isCloseTo(kiB, within(NOISE_KIB));
    // malloc may give back meanwhile what it kept free
    assertThat(after.process().rssKiB() - before.process().rssKiB())
        .isCloseTo(kiB, within(4 * NOISE_KIB + 2 * lagKiB(after)));
    assertIsResidentSet(sum(after), after);
  }

  private static double growth(
      LedgerReader.MemoryReading before, LedgerReader.MemoryReading after, Metric metric) {
    return after.value(metric) - before.value(metric);
  }

  private static Map<Metric, Double> owners(LedgerReader.MemoryReading reading) {
    Map<Metric, Double> owners = new EnumMap<>(reading.metrics());
    owners.keySet().removeIf(metric -> !metric.label().startsWith("ledger."));
    return owners;
  }

  private static double sum(LedgerReader.MemoryReading reading) {
    return owners(reading).values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * After a collection, so that the garbage of each text finds the young generation, which was
   * touched at the start, empty: no collection copies any of it to where no page was touched yet.
   */
  private static LedgerTexts texts() throws IOException {
    tell("collect 0");
    return new ObjectMapper().readValue(ask("texts 0"), LedgerTexts.class);
  }

  private static void tell(String line) throws IOException {
    assertThat(ask(line)).isEqualTo("done");
  }

  private static String ask(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return String.valueOf(answers.readLine());
  }
}
