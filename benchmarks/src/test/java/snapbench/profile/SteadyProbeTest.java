package snapbench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import snapbench.model.Reading;

/** What a process has for a moment only does not count. */
class SteadyProbeTest {
  private final Deque<Reading> readings = new ArrayDeque<>();
  private final ProcessProbe probe = new SteadyProbe(readings::remove);

  private Reading reading(double fds, double threads) {
    return new Reading(1000 - readings.size(), 0, fds, threads);
  }

  private void counts(double... fds) {
    DoubleStream.of(fds).forEach(each -> readings.add(reading(each, 20)));
  }

  private List<Double> fds(int times) {
    return DoubleStream.generate(() -> probe.read().fds()).limit(times).boxed().toList();
  }

  @Test
  void aDescriptorForAMomentDoesNotCount() {
    counts(11, 11, 11, 11, 11, 12, 11, 11);
    assertThat(fds(3)).containsExactly(11.0, 11.0, 11.0);
    assertThat(readings).isEmpty();
  }

  @Test
  void theFirstReadingIsSteadyToo() {
    counts(13, 12, 11, 12, 11, 11);
    assertThat(fds(2)).containsExactly(11.0, 11.0);
  }

  @Test
  void whatStaysCounts() {
    counts(11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12);
    assertThat(fds(3)).containsExactly(11.0, 12.0, 12.0);
    assertThat(readings).isEmpty();
  }

  @Test
  void aThreadThatIsAboutToEndDoesNotCountAndTheResidentSetIsThatOfTheFirst() {
    for (int threads : new int[] {21, 21, 21, 21, 21, 22, 22, 21, 21}) {
      readings.add(reading(11, threads));
    }
    assertThat(probe.read()).isEqualTo(new Reading(1000, 0, 11, 21));
    assertThat(probe.read()).isEqualTo(new Reading(995, 0, 11, 21));
  }

  @Test
  void unknownStaysUnknown() {
    readings.add(Reading.UNKNOWN);
    assertThat(probe.read()).isEqualTo(Reading.UNKNOWN);
    assertThat(readings).isEmpty();
  }
}
