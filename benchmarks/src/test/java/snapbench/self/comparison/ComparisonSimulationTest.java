package snapbench.self.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import snapbench.analysis.comparison.Outcome;

/** The promises that are made for a comparison of ten forks on each side, kept on planted truth. */
class ComparisonSimulationTest {
  private static final long SEED = 20261123;

  @Test
  void anAlarmWithoutADifferenceIsRare() throws Exception {
    Random random = new Random(SEED);
    int alarms = 0;
    for (int i = 0; i < 1000; i++) {
      double noise = 0.01 + 0.04 * random.nextDouble();
      double machine = i % 2 == 0 ? 0 : 0.1;
      Outcome outcome = new ComparisonSimulation(10, noise, machine, true).compare(1, random);
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

  /** Also where other tenants of the machine slow it down by more than that, for minutes. */
  @Test
  void fivePercentLessAreFoundOnABusyMachineInTurns() throws Exception {
    ComparisonSimulation simulation = new ComparisonSimulation(20, 0.01, 0.1, true);
    assertThat(simulation.words(200, 0.95, new Random(SEED)).get(Outcome.WORSE))
        .isGreaterThanOrEqualTo(180);
  }
}
