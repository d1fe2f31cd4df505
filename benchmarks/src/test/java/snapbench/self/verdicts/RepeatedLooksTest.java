package snapbench.self.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Looking up to four times raises no more false alarms than the design allows for one look. */
class RepeatedLooksTest {
  private static final int CELLS_OF_EACH_KIND = 40;

  @Test
  void falseAlarmsStayWithinTwoPercent() {
    Proportion alarms = RepeatedLooks.FOUR.falseAlarms(CELLS_OF_EACH_KIND);
    assertThat(alarms.of()).isGreaterThan(400);
    assertThat(alarms.share()).as("%s %s", alarms, alarms.interval()).isLessThanOrEqualTo(0.02);
  }
}
