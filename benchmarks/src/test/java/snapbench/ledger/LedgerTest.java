package snapbench.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static snapbench.model.Metric.LEDGER_CODE_CACHE;
import static snapbench.model.Metric.LEDGER_DIRECT_BUFFERS;
import static snapbench.model.Metric.LEDGER_FILE_MAPPED;
import static snapbench.model.Metric.LEDGER_JAVA_HEAP;
import static snapbench.model.Metric.LEDGER_JVM_OTHER;
import static snapbench.model.Metric.LEDGER_METASPACE;
import static snapbench.model.Metric.LEDGER_NATIVE_FREE;
import static snapbench.model.Metric.LEDGER_NATIVE_LIVE;
import static snapbench.model.Metric.LEDGER_THREAD_STACKS;
import static snapbench.model.Metric.LEDGER_UNATTRIBUTED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.testee.api.LedgerTexts;

class LedgerTest {
  /** RSS is VmRSS, read with the texts; the heap is that of -Xms64m -XX:+AlwaysPreTouch. */
  @ParameterizedTest
  @CsvSource({
    "17-SerialGC, 248672, 65536, 22188, 8968, 1632, 20052, 207, 26409.771484375, 80679.228515625,"
        + " 23000",
    "17-G1GC, 246440, 65536, 22232, 8904, 1692, 17006, 226, 26530.0712890625, 80721.9287109375,"
        + " 23592",
    "25-SerialGC, 226004, 65536, 23636, 8388, 1528, 20199, 223, 25969.0986328125, 55156.9013671875,"
        + " 25368",
    "25-G1GC, 251396, 65536, 23572, 8452, 1596, 20713, 253, 26070.9091796875, 79303.0908203125,"
        + " 25900"
  })
  void givesEveryResidentByteOfARealTesteeOneOwner(
      String captured,
      double rss,
      double heap,
      double metaspace,
      double code,
      double stacks,
      double jvm,
      double direct,
      double live,
      double free,
      double files) {
    Ledger ledger = Ledger.of(new Captured(captured).sources());
    assertThat(ledger.totalKiB()).isEqualTo(rss);
    assertThat(ledger.kiB(LEDGER_JAVA_HEAP)).isEqualTo(heap);
    assertThat(ledger.kiB(LEDGER_METASPACE)).isEqualTo(metaspace);
    assertThat(ledger.kiB(LEDGER_CODE_CACHE)).isEqualTo(code);
    assertThat(ledger.kiB(LEDGER_THREAD_STACKS)).isEqualTo(stacks);
    assertThat(ledger.kiB(LEDGER_JVM_OTHER)).isEqualTo(jvm);
    assertThat(ledger.kiB(LEDGER_DIRECT_BUFFERS)).isEqualTo(direct);
    assertThat(ledger.kiB(LEDGER_NATIVE_LIVE)).isEqualTo(live);
    assertThat(ledger.kiB(LEDGER_NATIVE_FREE)).isEqualTo(free);
    assertThat(ledger.kiB(LEDGER_FILE_MAPPED)).isEqualTo(files);
    assertThat(ledger.kiB(LEDGER_UNATTRIBUTED)).isZero();
  }

  @Test
  void givesTheAllocatorsOwnFigures() {
    Ledger ledger = Ledger.of(new Captured("17-SerialGC").sources());
    assertThat(ledger.mallocArenas()).isEqualTo(16);
    assertThat(ledger.mallocFreeKiB()).isEqualTo((5328 + 84146202) / 1024.0);
    assertThat(ledger.mallocInUseKiB()).isEqualTo((126279680 + 5435392 - 5328 - 84146202) / 1024.0);
    assertThat(ledger.mallocNotResidentKiB()).isEqualTo(1500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17-SerialGC", "17-G1GC", "25-SerialGC", "25-G1GC"})
  void withoutNativeMemoryTrackingOnlyFilesAreKnown(String captured) {
    LedgerSources all = new Captured(captured).sources();
    Ledger ledger = Ledger.of(with(all, "", all.texts().mallocInfo()));
    assertThat(ledger.totalKiB()).isEqualTo(Ledger.of(all).totalKiB());
    assertThat(ledger.residentKiB())
        .allSatisfy(
            (owner, kiB) ->
                assertThat(kiB.isNaN())
                    .as(owner.owner())
                    .isEqualTo(owner != LEDGER_FILE_MAPPED && owner != LEDGER_UNATTRIBUTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<malloc/>", "Native heap info is not available"})
  void withoutGlibcWhatIsNotTheJvmsIsUnattributed(String mallocInfo) {
    LedgerSources all = new Captured("25-G1GC").sources();
    Ledger known = Ledger.of(all);
    Ledger ledger = Ledger.of(with(all, all.texts().nativeMemory(), mallocInfo));
    assertThat(ledger.totalKiB()).isEqualTo(known.totalKiB());
    assertThat(ledger.kiB(LEDGER_JAVA_HEAP)).isEqualTo(65536);
    assertThat(ledger.kiB(LEDGER_DIRECT_BUFFERS)).isEqualTo(known.kiB(LEDGER_DIRECT_BUFFERS));
    assertThat(ledger.kiB(LEDGER_NATIVE_LIVE)).isNaN();
    assertThat(ledger.kiB(LEDGER_NATIVE_FREE)).isNaN();
    assertThat(ledger.mallocInUseKiB()).isNaN();
    assertThat(ledger.kiB(LEDGER_UNATTRIBUTED)).isGreaterThan(95_000);
  }

  /** glibc's figures of a process that has preloaded another allocator: next to nothing. */
  @Test
  void glibcThatHoldsLessThanTheJvmTookIsNotInCharge() {
    LedgerSources all = new Captured("17-SerialGC").sources();
    String idle =
        "<malloc version=\"1\"><heap nr=\"0\"></heap><total type=\"fast\" count=\"0\" size=\"0\"/>"
            + "<total type=\"rest\" count=\"1\" size=\"1000\"/><total type=\"mmap\" count=\"0\""
            + " size=\"0\"/><system type=\"current\" size=\"135168\"/></malloc>";
    Ledger ledger = Ledger.of(with(all, all.texts().nativeMemory(), idle));
    assertThat(ledger.kiB(LEDGER_NATIVE_LIVE)).isNaN();
    assertThat(ledger.mallocArenas()).isNaN();
    assertThat(ledger.totalKiB()).isEqualTo(248672);
  }

  @Test
  void aSharedMappingWhosePagesCannotBeCountedIsUnattributed() {
    LedgerSources all = new Captured("17-SerialGC").sources();
    Ledger ledger =
        Ledger.of(
            new LedgerSources(
                all.smaps(), all.texts(), (start, end, bytes) -> Double.NaN, all.libraries()));
    assertThat(ledger.totalKiB()).isEqualTo(248672);
    assertThat(ledger.kiB(LEDGER_UNATTRIBUTED)).isEqualTo(900);
  }

  @Test
  void driftIsWhatMallocOrHotSpotMovedBy() {
    LedgerTexts before = new Captured("17-SerialGC").sources().texts();
    assertThat(Ledger.driftKiB(before, before)).isZero();
    assertThat(
            Ledger.driftKiB(
                before,
                new LedgerTexts(
                    before.nativeMemory(),
                    before.mallocInfo().replace("\"84146202\"", "\"83121178\""),
                    Double.NaN,
                    List.of())))
        .isEqualTo((84146202 - 83121178) / 1024.0);
    assertThat(
            Ledger.driftKiB(
                before,
                new LedgerTexts(
                    before.nativeMemory().replaceFirst("malloc=\\d+KB", "malloc=99999KB"),
                    before.mallocInfo(),
                    Double.NaN,
                    List.of())))
        .isGreaterThan(90_000);
    LedgerTexts ofHotSpot = new LedgerTexts(before.nativeMemory(), "", Double.NaN, List.of());
    assertThat(Ledger.driftKiB(ofHotSpot, ofHotSpot)).isZero();
  }

  @Test
  void driftIsUnknownWhereNothingIsSaidOrOnlyOnce() {
    LedgerTexts all = new Captured("17-SerialGC").sources().texts();
    LedgerTexts nothing = new LedgerTexts("", "", Double.NaN, List.of());
    LedgerTexts ofMalloc = new LedgerTexts("", all.mallocInfo(), Double.NaN, List.of());
    LedgerTexts ofHotSpot = new LedgerTexts(all.nativeMemory(), "", Double.NaN, List.of());
    assertThat(Ledger.driftKiB(nothing, nothing)).isNaN();
    assertThat(Ledger.driftKiB(all, ofMalloc)).isNaN();
    assertThat(Ledger.driftKiB(ofMalloc, all)).isNaN();
    assertThat(Ledger.driftKiB(all, ofHotSpot)).isNaN();
  }

  @Test
  void nothingIsKnownOfAProcessThatCannotBeRead() {
    assertThat(Ledger.unknown().totalKiB()).isNaN();
    assertThat(Ledger.unknown().kiB(LEDGER_JAVA_HEAP)).isNaN();
  }

  @Test
  void refusesATextThatIsNotSmaps() {
    LedgerTexts none = new LedgerTexts("", "", Double.NaN, List.of());
    assertThatThrownBy(
            () ->
                Ledger.of(
                    new LedgerSources(
                        "no smaps\n", none, (start, end, bytes) -> 0, path -> List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no smaps");
  }

  private static LedgerSources with(LedgerSources all, String nativeMemory, String mallocInfo) {
    return new LedgerSources(
        all.smaps(),
        new LedgerTexts(nativeMemory, mallocInfo, Double.NaN, List.of()),
        all.pages(),
        all.libraries());
  }
}
