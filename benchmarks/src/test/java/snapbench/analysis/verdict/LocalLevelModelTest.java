package snapbench.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the 95 % interval of growth holds the true growth, which is none: with noise of
 * readings alone, and with steps that stay alone, which a few readings cannot tell from noise.
 */
class LocalLevelModelTest {
  private static final int SERIES = 1000;

  @ParameterizedTest
  @CsvSource({
    "noise,  8, 93,  98",
    "noise, 25, 94,  99",
    "noise, 80, 94, 100",
    "steps,  8, 55,  65",
    "steps, 16, 74,  83",
    "steps, 25, 84,  91",
    "steps, 41, 89,  95",
    "steps, 80, 92,  97",
  })
  void holdsTheTruthAsOftenAsTheReadmeSays(String kind, int readings, double least, double most) {
    Random random = new Random(7);
    long held =
        IntStream.range(0, SERIES).filter(i -> holdsNothing(kind, readings, random)).count();
    assertThat(100.0 * held / SERIES).isBetween(least, most);
  }

  private static boolean holdsNothing(String kind, int readings, Random random) {
    double level = 1_000_000;
    double[] cycles = new double[readings];
    double[] values = new double[readings];
    for (int i = 0; i < readings; i++) {
      double moved = 1000 * random.nextGaussian();
      level += kind.equals("steps") ? moved : 0;
      cycles[i] = i;
      values[i] = kind.equals("steps") ? level : level + moved;
    }
    GrowthEstimate growth =
        LocalLevelModel.growth(Series.of(Quantity.RSS, cycles, values), SeriesContext.ALPHA);
    return growth.lower() <= 0 && growth.upper() >= 0;
  }
}
