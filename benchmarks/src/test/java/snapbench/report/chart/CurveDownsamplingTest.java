package snapbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left of long lines and many values. */
class CurveDownsamplingTest {
  @Test
  void keepsTheExtremesOfALongLine() {
    double[] values = IntStream.range(0, 100_000).mapToDouble(i -> i % 100).toArray();
    values[54_321] = 1e6;
    values[65_432] = -1e6;
    assertThat(CurveDownsampling.ofLine(values, 300))
        .hasSizeLessThanOrEqualTo(300)
        .contains(0, 54_321, 65_432, 99_999)
        .isSorted();
    assertThat(CurveDownsampling.ofLine(values, 100_000)).hasSize(100_000);
  }

  @Test
  void keepsBothEndsOfManyValues() {
    List<Integer> sorted = IntStream.range(0, 5000).boxed().toList();
    assertThat(CurveDownsampling.ofSorted(sorted, 100)).hasSize(100).startsWith(0).endsWith(4999);
  }
}
