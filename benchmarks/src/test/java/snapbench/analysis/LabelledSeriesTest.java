package snapbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import snapbench.analysis.verdict.Judgement;

/** The judge agrees with a person on real series, and is not led astray by noise or lost rows. */
class LabelledSeriesTest {
  static List<LabelledSeries> measured() throws IOException {
    return LabelledFiles.read().stream().filter(each -> !each.doubtful()).toList();
  }

  static Stream<LabelledSeries> noisy() throws IOException {
    return variants(Variants::noisy);
  }

  static Stream<LabelledSeries> thinned() throws IOException {
    return variants(Variants::thinned);
  }

  static Stream<LabelledSeries> cut() throws IOException {
    return variants(Variants::cut);
  }

  private static Stream<LabelledSeries> variants(Function<LabelledSeries, List<LabelledSeries>> how)
      throws IOException {
    return LabelledFiles.seed(LabelledFiles.read()).stream()
        .flatMap(each -> how.apply(each).stream());
  }

  @ParameterizedTest
  @MethodSource("measured")
  void callsItAsAPersonDoes(LabelledSeries labelled) {
    check(labelled);
  }

  @ParameterizedTest
  @MethodSource("noisy")
  void callsItTheSameUnderNoise(LabelledSeries labelled) {
    check(labelled);
  }

  @ParameterizedTest
  @MethodSource("thinned")
  void callsItTheSameOrNothingWithEverySecondRow(LabelledSeries labelled) {
    check(labelled);
  }

  @ParameterizedTest
  @MethodSource("cut")
  void callsItTheSameOrNothingWithoutItsFirstRows(LabelledSeries labelled) {
    check(labelled);
  }

  private static void check(LabelledSeries labelled) {
    Judgement judgement = labelled.judge();
    assertThat(judgement.verdict()).as(judgement.reason()).isIn(labelled.accepted());
    assertThat(judgement.reason()).isNotBlank();
  }
}
