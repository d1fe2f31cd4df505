package snapbench.analysis.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import snapbench.analysis.LedgerCells;
import snapbench.analysis.gate.Gate;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Fork;

class CellCauseTest {
  private static final double MIB = 1024;

  private static CellCause cause(LedgerCells cells) {
    List<Fork> forks = IntStream.rangeClosed(1, 3).mapToObj(cells::cell).toList();
    return JudgedForks.of(forks, Thresholds.STANDARD).cause();
  }

  @Test
  void nothingGrows() {
    CellCause cause = cause(new LedgerCells(40, 4));

    assertThat(cause.word()).isEqualTo("none");
    assertThat(cause.findings()).isEmpty();
  }

  @Test
  void withoutLedgerThereIsNoCause() {
    CellCause cause = cause(new LedgerCells(40, 4).add("nativeLive", c -> c * MIB).withoutLedger());

    assertThat(cause.word()).isEqualTo("no ledger");
    assertThat(cause.isKnown()).isFalse();
  }

  @Test
  void memoryThatTheAllocatorKeepsInEachThreadsFirstCycle() {
    CellCause cause =
        cause(new LedgerCells(40, 16).add("nativeFree", c -> Math.min(c, 16) * 20 * MIB));

    assertThat(cause.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.cause()).isEqualTo(Cause.ALLOCATOR_RETENTION);
              assertThat(finding.isGrowing()).isFalse();
              assertThat(finding.share()).isGreaterThan(0.99);
            });
    assertThat(cause.sentences())
        .singleElement()
        .asString()
        .startsWith("ALLOCATOR_RETENTION: 327,")
        .contains(" KiB once, 100 % of what rose, is memory that had been freed");
  }

  @Test
  void aNativeLeakThatShowsInTheResidentSet() {
    CellCause cause = cause(new LedgerCells(40, 1).add("nativeLive", c -> c * MIB));

    assertThat(cause.first())
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.cause()).isEqualTo(Cause.NATIVE_LEAK);
              assertThat(finding.isHidden()).isFalse();
              assertThat(finding.kib()).isBetween(0.98 * MIB, 1.02 * MIB);
              assertThat(finding.lower()).isLessThanOrEqualTo(finding.kib());
              assertThat(finding.share()).isGreaterThan(0.97);
            });
  }

  @Test
  void aNativeLeakHiddenInMemoryThatTheAllocatorHadKept() {
    CellCause cause =
        cause(
            new LedgerCells(40, 1)
                .add("nativeLive", c -> c * MIB)
                .add("nativeFree", c -> (c == 0 ? 40 : 40 - c) * MIB));

    assertThat(cause.first())
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.cause()).isEqualTo(Cause.NATIVE_LEAK);
              assertThat(finding.isHidden()).isTrue();
            });
    assertThat(cause.sentences().get(0)).endsWith("hidden: the resident set does not show it");
  }

  @Test
  void aLeakComesBeforeARiseThatIsOver() {
    CellCause cause =
        cause(
            new LedgerCells(60, 8)
                .add("nativeFree", c -> Math.min(c, 8) * 20 * MIB)
                .add("nativeLive", c -> c * MIB));

    assertThat(cause.word()).isEqualTo("NATIVE_LEAK");
  }

  @Test
  void nativeMemoryThatRoseAndStoppedIsNoLeak() {
    CellCause cause =
        cause(new LedgerCells(40, 4).add("nativeLive", c -> Math.min(c, 4) * 20 * MIB));

    assertThat(cause.word()).isEqualTo("NATIVE_LIVE");
  }

  @Test
  void aHeapThatIsResidentFromTheStartHidesItsLeak() {
    CellCause cause = cause(new LedgerCells(40, 1).add("heapUsed", c -> c * MIB));

    assertThat(cause.word()).isEqualTo("JAVA_HEAP");
    assertThat(cause.findings().get(0).isHidden()).isTrue();
  }

  @Test
  void everyOtherOwnerThatGrows() {
    assertThat(cause(new LedgerCells(40, 1).add("directBuffers", c -> c * MIB)).word())
        .isEqualTo("DIRECT_BUFFERS");
    assertThat(cause(new LedgerCells(40, 1).add("fileMapped", c -> c * MIB)).word())
        .isEqualTo("FILE_MAPPINGS");
    assertThat(cause(new LedgerCells(40, 1).add("metaspace", c -> c * MIB)).word())
        .isEqualTo("JVM");
    assertThat(cause(new LedgerCells(40, 1).add("unattributed", c -> c * MIB)).word())
        .isEqualTo("UNKNOWN");
  }

  @Test
  void threadsAreFoundByTheirNumberThoughTheirStacksAreSmall() {
    CellCause cause =
        cause(new LedgerCells(40, 1).add("threadStacks", c -> c * 40).threadCount(c -> 20 + c));

    assertThat(cause.word()).isEqualTo("THREADS");
  }

  @Test
  void whatIsInUseComesBeforeWhatIsOnlyKept() {
    CellCause cause =
        cause(
            new LedgerCells(40, 1)
                .add("nativeFree", c -> c * MIB)
                .add("threadStacks", c -> c * 90)
                .threadCount(c -> 20 + c));

    assertThat(cause.findings())
        .extracting(CauseFinding::cause)
        .containsExactly(Cause.THREADS, Cause.ALLOCATOR_RETENTION);
  }

  @Test
  void aGateIsCrossedByItsCauseAndUndecidedWithoutLedger() throws Exception {
    LedgerCells leak = new LedgerCells(40, 1).add("nativeLive", c -> c * MIB);

    assertThat(check("NATIVE_LEAK", leak).state()).isEqualTo(Gate.State.CROSSED);
    assertThat(check("NATIVE_LEAK", leak).line()).startsWith("NATIVE_LEAK: snapshotAndDump");
    assertThat(check("java_heap", leak).state()).isEqualTo(Gate.State.KEPT);
    assertThat(check("NATIVE_LEAK", leak.withoutLedger()).state()).isEqualTo(Gate.State.UNDECIDED);
  }

  private static Gate.Check check(String condition, LedgerCells cells) throws Exception {
    Gate gate = Gate.parse(condition).get(0);
    List<Fork> forks = List.of(cells.cell(1));
    return gate.check(Gate.Measured.of(forks, Thresholds.STANDARD, null)).get(0);
  }

  @Test
  void bytesOfNobodyThatRoseAreUnknownWithTheirShare() {
    CellCause cause =
        cause(new LedgerCells(40, 16).add("unattributed", c -> Math.min(c, 16) * 20 * MIB));

    assertThat(cause.sentences())
        .singleElement()
        .asString()
        .startsWith("UNKNOWN: 327,")
        .endsWith("100 % of what rose, is memory whose owner cannot be told");
  }

  @Test
  void noOwnerOfHalfIsUnknown() {
    CellCause cause =
        cause(
            new LedgerCells(40, 1)
                .add("metaspace", c -> c * 0.3 * MIB)
                .add("fileMapped", c -> c * MIB)
                .add("javaHeap", c -> c * MIB)
                .add("unattributed", c -> c * MIB));

    assertThat(cause.word()).isEqualTo("UNKNOWN");
    assertThat(cause.sentences().get(0)).startsWith("UNKNOWN: no owner explains half: 3,");
  }
}
