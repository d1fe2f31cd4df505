package snapbench.self.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;
import snapbench.results.Cells;
import snapbench.self.verdicts.Proportion;

/** Verdicts are counted by the truth. */
class CalibrationTest {
  private static final PlantedLeak SMALL = new PlantedLeak("native:1%", Quantity.RSS, 500);
  private static final PlantedLeak MIDDLE = new PlantedLeak("native:2%", Quantity.RSS, 1000);
  private static final PlantedLeak GREAT = new PlantedLeak("native:4%", Quantity.RSS, 2000);

  @Test
  void foundIsWhatGrowsOfWhatWasPlanted() {
    Calibration calibration =
        Calibration.of(
            join(
                trials("file", SMALL, Quantity.RSS, 3, Verdict.GROWING),
                trials("file", SMALL, Quantity.RSS, 1, Verdict.INCONCLUSIVE),
                trials("file", SMALL, Quantity.DESCRIPTORS, 4, Verdict.FLAT)));

    assertThat(calibration.planted())
        .singleElement()
        .satisfies(
            counts -> {
              assertThat(counts.quantity()).isEqualTo(Quantity.RSS);
              assertThat(counts.growing()).isEqualTo(new Proportion(3, 4));
              assertThat(counts.count(Verdict.INCONCLUSIVE)).isEqualTo(1);
              assertThat(counts.medianGrowth()).isEqualTo(7);
            });
  }

  @Test
  void falseAlarmsAreCleanForksThatGrowOfAllKindsTogether() {
    Calibration calibration =
        Calibration.of(
            join(
                trials("file", PlantedLeak.NONE, Quantity.RSS, 19, Verdict.FLAT),
                trials("file", PlantedLeak.NONE, Quantity.RSS, 1, Verdict.GROWING),
                trials("memory", PlantedLeak.NONE, Quantity.RSS, 20, Verdict.PLATEAU),
                trials("memory", PlantedLeak.NONE, Quantity.THREADS, 20, Verdict.FLAT),
                trials("memory", GREAT, Quantity.RSS, 20, Verdict.GROWING)));

    assertThat(calibration.falseAlarms(Quantity.RSS, 30)).isEqualTo(new Proportion(1, 40));
    assertThat(calibration.falseAlarms(Quantity.THREADS, 30)).isEqualTo(new Proportion(0, 20));
    assertThat(calibration.falseAlarms(Quantity.RSS, 10)).isEqualTo(new Proportion(0, 0));
    assertThat(calibration.clean()).hasSize(3);
  }

  @Test
  void theSmallestLeakIsFoundAsAllGreaterOnesAre() {
    Calibration calibration =
        Calibration.of(
            join(
                trials("file", SMALL, Quantity.RSS, 20, Verdict.GROWING),
                trials("file", MIDDLE, Quantity.RSS, 18, Verdict.GROWING),
                trials("file", MIDDLE, Quantity.RSS, 2, Verdict.FLAT),
                trials("file", GREAT, Quantity.RSS, 19, Verdict.GROWING),
                trials("file", GREAT, Quantity.RSS, 1, Verdict.FLAT),
                trials("memory", GREAT, Quantity.RSS, 18, Verdict.GROWING),
                trials("memory", GREAT, Quantity.RSS, 2, Verdict.FLAT)));

    assertThat(calibration.smallestFound("file", "native", 30)).isEqualTo(GREAT);
    assertThat(calibration.smallestFound("memory", "native", 30)).isNull();
    assertThat(calibration.smallestFound("file", "fd", 30)).isNull();
    assertThat(calibration.leakKinds()).containsExactly("native");
  }

  @Test
  void aForkIsJudgedAfterPartsOfItsCyclesToo() {
    double[] rssKiB = IntStream.rangeClosed(0, 30).mapToDouble(i -> 100_000 + 5_000 * i).toArray();
    Fork cell = Cells.measured(1, "snapshotAndDump", 1, Map.of("threads", "4"), rssKiB);

    List<Trial> trials = Trial.of(cell, "memory", GREAT, List.of(5, 30, 40));

    assertThat(trials)
        .filteredOn(trial -> trial.judgement().quantity().equals(Quantity.RSS))
        .extracting(Trial::cycles, trial -> trial.judgement().verdict(), Trial::planted)
        .containsExactly(tuple(5, Verdict.INCONCLUSIVE, GREAT), tuple(30, Verdict.GROWING, GREAT));
    assertThat(trials)
        .filteredOn(trial -> trial.judgement().quantity().equals(Quantity.DESCRIPTORS))
        .extracting(trial -> trial.judgement().verdict())
        .containsExactly(Verdict.INCONCLUSIVE, Verdict.FLAT);
  }

  @Test
  void onlyWhatLeaksHasASize() {
    assertThatThrownBy(() -> new PlantedLeak("none", null, 1)).hasMessage("none of 1.0 per cycle");
  }

  @SafeVarargs
  private static List<Trial> join(List<Trial>... trials) {
    List<Trial> all = new ArrayList<>();
    for (List<Trial> each : trials) {
      all.addAll(each);
    }
    return all;
  }

  private static List<Trial> trials(
      String kind, PlantedLeak planted, Quantity quantity, int forks, Verdict verdict) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < forks; i++) {
      trials.add(new Trial(kind, planted, 30, judgement(quantity, verdict)));
    }
    return trials;
  }

  private static Judgement judgement(Quantity quantity, Verdict verdict) {
    return new Judgement(
        quantity,
        verdict,
        "for a test",
        new GrowthEstimate(7, 6, 8, 10, 30),
        10,
        5,
        30,
        31,
        100,
        200,
        List.of(),
        0,
        0,
        Double.NaN);
  }
}
