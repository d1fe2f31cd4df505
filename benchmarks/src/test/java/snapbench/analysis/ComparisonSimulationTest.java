package snapbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The promises that are made for a comparison of ten forks on each side, kept on planted truth. */
class ComparisonSimulationTest {
  private static final long SEED = 20261123;

  @Test
  void anAlarmWithoutADifferenceIsRare() throws Exception {
    Random random = new Random(SEED);
    int alarms = 0;
    for (int i = 0; i < 1000; i++) {
      double noise = 0.01 + 0.04 * random.nextDouble();
      Outcome outcome = new ComparisonSimulation(10, noise, true).compare(1, random);
      alarms += outcome == Outcome.BETTER || outcome == Outcome.WORSE ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(50);
  }

  @Test
  void fivePercentLessAreFound() throws Exception {
    ComparisonSimulation simulation = new ComparisonSimulation(10, 0.02, true);
    assertThat(simulation.words(200, 0.95, new Random(SEED)).get(Outcome.WORSE))
        .isGreaterThanOrEqualTo(190);
  }
}
