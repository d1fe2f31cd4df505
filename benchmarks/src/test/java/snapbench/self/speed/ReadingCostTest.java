package snapbench.self.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadingCostTest {
  @Test
  void measuresTheProbeBesidePsAndLsof() throws Exception {
    ReadingCost cost = ReadingCost.ofIdleProcess(3);
    assertThat(cost.turns()).isEqualTo(3);
    assertThat(cost.probe().medianMillis()).isPositive();
    assertThat(cost.probeFirst().medianMillis()).isPositive();
    assertThat(cost.probeFirstCpuMillis()).isPositive();
    assertThat(cost.probe().p90Millis()).isGreaterThanOrEqualTo(cost.probe().medianMillis());
    assumeThat(cost.missing()).isEmpty();
    assertThat(cost.tools().medianMillis()).isPositive();
    assertThat(cost.summary(1, 100)).contains("one reading: median ", "ps and lsof: median ");
  }

  @Test
  void addsUpAllReadingsOfARun() {
    assertThat(cost(0.25).percentOfCore(10, 100)).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void saysWhatToInstallWhereTheToolsAreMissing() {
    assertThat(cost(0.25).summary(1, 100)).contains("ps and lsof: not measured: needs this");
  }

  @Test
  void refusesAProcessThatIsNot() {
    assertThatThrownBy(() -> ReadingCost.of(0x7fff_ffff, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pid=2147483647 is not a process that can be read");
  }

  private static ReadingCost cost(double cpuMillis) {
    return new ReadingCost(
        1,
        new TimeQuantiles(1, 2),
        new TimeQuantiles(3, 4),
        cpuMillis,
        TimeQuantiles.ofNanos(new long[0]),
        "needs this");
  }
}
