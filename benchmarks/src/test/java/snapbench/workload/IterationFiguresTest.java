package snapbench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import snapbench.model.Metric;
import snapbench.model.Reading;
import snapbench.profile.Peak;

class IterationFiguresTest {
  private static final LedgerReader.MemoryReading LAST =
      new LedgerReader.MemoryReading(new Reading(5000, 0, 14, 20), Map.of());

  private static Map<Metric, Double> figures(Peak peak) {
    return new IterationFigures().with(LAST, peak);
  }

  @Test
  void nothingIsHigherThanThePeak() {
    assertThat(figures(new Peak(4000, 13)))
        .containsEntry(Metric.PROCESS_RSS_PEAK, 5000.0)
        .containsEntry(Metric.PROCESS_FDS_PEAK, 14.0);
    assertThat(figures(new Peak(6000, 15)))
        .containsEntry(Metric.PROCESS_RSS_PEAK, 6000.0)
        .containsEntry(Metric.PROCESS_FDS_PEAK, 15.0);
  }

  @Test
  void beforeTheFirstCycleThereIsNoPeak() {
    assertThat(figures(Peak.UNKNOWN)).containsEntry(Metric.PROCESS_RSS_PEAK, Double.NaN);
  }
}
