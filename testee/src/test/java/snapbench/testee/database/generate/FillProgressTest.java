package snapbench.testee.database.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillProgressTest {
  private final List<String> lines = new ArrayList<>();
  private long nowNanos = Long.MAX_VALUE - 1_000_000_000L; // nanoTime may overflow at any time
  private final FillProgress progress =
      new FillProgress("filling", 1_000, "rows", lines::add, () -> nowNanos);

  @Test
  void saysNothingOfWhatTakesLessThanTwoSeconds() {
    advance(500, 1.9);
    assertThat(lines).isEmpty();
  }

  @Test
  void saysOnceASecondHowFarItIs() {
    advance(400, 2.0);
    advance(100, 0.5);
    advance(100, 0.5);
    advance(400, 7);
    assertThat(lines)
        .containsExactly(
            "filling: 40 % of 1000 rows",
            "filling: 60 % of 1000 rows", "filling: 100 % of 1000 rows");
  }

  private void advance(long amount, double seconds) {
    nowNanos += (long) (seconds * 1e9);
    progress.advance(amount);
  }
}
