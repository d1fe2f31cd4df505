package snapbench.self.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Verdict;

/** Verdicts are counted as right or wrong by the truth. */
class ConfusionTest {
  private static final Confusion CONFUSION =
      new Confusion(
          Map.of(
              SyntheticKind.WHITE_NOISE,
              examined(SyntheticKind.WHITE_NOISE, 0, Verdict.GROWING, Verdict.FLAT),
              SyntheticKind.RAMP_EQUAL,
              examined(SyntheticKind.RAMP_EQUAL, 0, Verdict.PLATEAU, Verdict.INCONCLUSIVE),
              SyntheticKind.LINEAR_02,
              examined(SyntheticKind.LINEAR_02, 1, Verdict.FLAT, Verdict.GROWING, Verdict.GROWING),
              SyntheticKind.COUNT_LEAK,
              examined(SyntheticKind.COUNT_LEAK, 1, Verdict.INCONCLUSIVE),
              SyntheticKind.LONG_SAWTOOTH,
              examined(SyntheticKind.LONG_SAWTOOTH, 1, Verdict.GROWING)));

  @Test
  void falseAlarmsAreThoseOfFlatAndPlateauKinds() {
    assertThat(CONFUSION.falseGrowing()).isEqualTo(new Proportion(1, 4));
    assertThat(CONFUSION.falseGrowing(SyntheticKind.RAMP_EQUAL)).isEqualTo(new Proportion(0, 2));
  }

  @Test
  void whatMustBeFoundIsCountedForMemoryAndForCounts() {
    assertThat(CONFUSION.found(false)).isEqualTo(new Proportion(2, 3));
    assertThat(CONFUSION.found(true)).isEqualTo(new Proportion(0, 1));
    assertThat(CONFUSION.growingCalled(Verdict.FLAT)).isEqualTo(new Proportion(1, 4));
  }

  @Test
  void aWrongVerdictIsKnown() {
    assertThat(CONFUSION.examined().get(SyntheticKind.LINEAR_02))
        .extracting(Examined::wrong)
        .containsExactly(true, false, false);
    assertThat(CONFUSION.examined().get(SyntheticKind.COUNT_LEAK))
        .extracting(Examined::wrong)
        .containsExactly(true);
    assertThat(CONFUSION.examined().get(SyntheticKind.LONG_SAWTOOTH))
        .extracting(Examined::wrong)
        .containsExactly(true);
  }

  /** All intervals are half a KiB to either side of the offset, over all 40 cycles. */
  @Test
  void anIntervalIsCheckedWhereGrowthIsStraight() {
    assertThat(CONFUSION.covered(SyntheticKind.WHITE_NOISE)).isEqualTo(new Proportion(2, 2));
    assertThat(CONFUSION.covered(SyntheticKind.LINEAR_02)).isEqualTo(new Proportion(0, 3));
    assertThat(CONFUSION.covered(SyntheticKind.RAMP_EQUAL).of()).isZero();
  }

  @Test
  void anotherThresholdIsNoticed() {
    assertThat(CONFUSION.otherThresholds()).isEqualTo(9);
  }

  private static List<Examined> examined(SyntheticKind kind, double offset, Verdict... verdicts) {
    return IntStream.range(0, verdicts.length)
        .mapToObj(i -> new Examined(i, kind.series(40, 1, i), judgement(verdicts[i], offset)))
        .toList();
  }

  private static Judgement judgement(Verdict verdict, double offset) {
    GrowthEstimate growth = new GrowthEstimate(offset, offset - 0.5, offset + 0.5, 0, 40);
    return new Judgement(
        Quantity.RSS, verdict, "as told", growth, 1, -1, 40, 41, 1, 1, List.of(), 0, 0, 1);
  }
}
