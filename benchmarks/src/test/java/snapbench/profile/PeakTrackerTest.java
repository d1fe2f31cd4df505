package snapbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import snapbench.host.kernel.ResidentCounter;
import snapbench.model.Reading;

@Timeout(300)
class PeakTrackerTest {
  private static final double MIB = 1024;

  /** Far longer than the test: only the first and the last sample are taken. */
  private static final int HARDLY_EVER = 60_000;

  /** Above the highest id that Linux gives. */
  private static final long NO_PROCESS = 0x7fff_ffff;

  @Test
  @EnabledOnOs(OS.LINUX)
  void seesMemoryThatWasTakenAndFreedBetweenTwoSamples() throws Exception {
    try (ObedientProcess process = ObedientProcess.start();
        PeakTracker tracker =
            new PeakTracker(process.pid(), new OshiProbe(process.pid()), HARDLY_EVER)) {
      ProcessProbe probe = new OshiProbe(process.pid());
      Reading before = probe.read();
      double filesKiB = process.kernelKiB("RssFile");
      tracker.start();
      process.touchMiB(50);
      process.release();
      Peak peak = tracker.stop();
      double slackKiB = Math.abs(process.kernelKiB("RssFile") - filesKiB) + lagKiB(before);
      assertThat(peak.rssKiB() - before.rssKiB())
          .isBetween(49 * MIB - slackKiB, 53 * MIB + slackKiB);
      assertThat(probe.read().rssKiB() - before.rssKiB()).isLessThan(3 * MIB + slackKiB);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void forgetsTheIterationBefore() throws Exception {
    try (ObedientProcess process = ObedientProcess.start();
        PeakTracker tracker =
            new PeakTracker(process.pid(), new OshiProbe(process.pid()), HARDLY_EVER)) {
      ProcessProbe probe = new OshiProbe(process.pid());
      tracker.start();
      process.touchMiB(50);
      process.open(200);
      Reading taken = probe.read();
      tracker.observe(taken);
      process.release();
      process.closeFiles(200);
      Peak first = tracker.stop();
      tracker.start();
      Peak second = tracker.stop();
      assertThat(second.rssKiB()).isLessThan(first.rssKiB() - 45 * MIB + lagKiB(taken));
      assertThat(second.fds()).isEqualTo(first.fds() - 200);
    }
  }

  /** By which the difference of two readings may be off. */
  private static double lagKiB(Reading reading) {
    return 2 * ResidentCounter.lagKiB(reading.threads());
  }

  @Test
  void takesTheHighestSampleWhereTheKernelKeepsNoPeak() throws Exception {
    Readings probe = new Readings(reading(100, 7), reading(900, 9), Reading.UNKNOWN);
    try (PeakTracker tracker = new PeakTracker(NO_PROCESS, probe, 1)) {
      tracker.start();
      probe.awaitThatAllWereTaken();
      assertThat(tracker.stop()).isEqualTo(new Peak(900, 9));
    }
  }

  @Test
  void knowsNothingOfAProcessThatIsNot() {
    try (PeakTracker tracker =
        new PeakTracker(NO_PROCESS, new OshiProbe(NO_PROCESS), HARDLY_EVER)) {
      tracker.start();
      assertThat(tracker.stop()).isEqualTo(new Peak(Double.NaN, Double.NaN));
    }
  }

  @Test
  void aSamplerThatFailsIsNotPassedOverInSilence() {
    Readings exhausted = new Readings();
    try (PeakTracker tracker = new PeakTracker(NO_PROCESS, exhausted, 1)) {
      tracker.start();
      assertThatThrownBy(tracker::stop).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void mustBeStartedOnceBeforeItIsStopped() {
    try (PeakTracker tracker =
        new PeakTracker(NO_PROCESS, new OshiProbe(NO_PROCESS), HARDLY_EVER)) {
      assertThatThrownBy(tracker::stop).isInstanceOf(IllegalStateException.class);
      tracker.start();
      assertThatThrownBy(tracker::start).isInstanceOf(IllegalStateException.class);
    }
  }

  private static Reading reading(double rssKiB, double fds) {
    return new Reading(rssKiB, 0, fds, 1);
  }

  /** A probe that says what it was told to, and from then on the last of it. */
  private static final class Readings implements ProcessProbe {
    private final Deque<Reading> readings;
    private final CountDownLatch left;

    Readings(Reading... readings) {
      this.readings = new ArrayDeque<>(List.of(readings));
      this.left = new CountDownLatch(readings.length);
    }

    @Override
    public synchronized Reading read() {
      left.countDown();
      return readings.size() > 1 ? readings.remove() : readings.element();
    }

    void awaitThatAllWereTaken() throws InterruptedException {
      assertThat(left.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }
}
