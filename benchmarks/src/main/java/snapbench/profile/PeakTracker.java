package snapbench.profile;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import snapbench.host.process.ProcessStatus;
import snapbench.model.Metric;
import snapbench.model.Reading;

/**
 * Follows the highest resident set and the most descriptors of a process between {@link #start} and
 * {@link #stop}, for instance within one iteration.
 *
 * <p>On Linux the kernel itself keeps the highest resident set (VmHWM), which is reset at the start
 * and misses nothing. Of descriptors no system keeps a peak, and of the resident set not all do or
 * let it be reset: so a daemon thread also samples, and a peak shorter than its period may be
 * missed.
 */
public final class PeakTracker implements AutoCloseable {
  private static final AtomicBoolean SAMPLING_TOLD = new AtomicBoolean();

  private final long pid;
  private final ProcessProbe probe;
  private final int periodMillis;
  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(PeakTracker::daemon);
  private Peak peak = Peak.UNKNOWN;
  private @Nullable ScheduledFuture<?> sampling;
  private boolean peakReset;

  /**
   * Prepares to follow a process.
   *
   * @param pid its process id
   * @param probe what to sample it with
   * @param periodMillis milliseconds between samples, at least 1
   */
  public PeakTracker(long pid, ProcessProbe probe, int periodMillis) {
    this.pid = pid;
    this.probe = probe;
    this.periodMillis = periodMillis;
  }

  /**
   * Forgets what was, and begins.
   *
   * @throws IllegalStateException if it has begun already
   */
  public synchronized void start() {
    if (sampling != null) {
      throw new IllegalStateException("the peak is being followed already");
    }
    peakReset = ProcessStatus.resetPeak(pid);
    if (!peakReset) {
      tellThatPeaksAreSamples();
    }
    peak = Peak.UNKNOWN;
    sampling = sampler.scheduleWithFixedDelay(this::sample, 0, periodMillis, TimeUnit.MILLISECONDS);
  }

  /** Takes note of a reading that was taken for another purpose. */
  public synchronized void observe(Reading reading) {
    peak = peak.or(reading.rssKiB(), reading.fds());
  }

  /**
   * Takes a last sample and ends.
   *
   * @return the highest values since the start
   * @throws IllegalStateException if it has not begun, or if the sampling thread failed
   */
  public synchronized Peak stop() {
    ScheduledFuture<?> running = sampling;
    if (running == null) {
      throw new IllegalStateException("the peak is not being followed; start first");
    }
    sample();
    sampling = null;
    running.cancel(false);
    requireUnfailed(running);
    return peakReset ? peak.or(ProcessStatus.read(pid).residentPeakKiB(), Double.NaN) : peak;
  }

  /** Ends the sampling thread. */
  @Override
  public void close() {
    sampler.shutdownNow();
  }

  private synchronized void sample() {
    if (sampling != null) {
      observe(probe.read());
    }
  }

  private static void requireUnfailed(ScheduledFuture<?> cancelled) {
    try {
      cancelled.get();
    } catch (CancellationException expected) {
      // the sampling ran until it was cancelled
    } catch (ExecutionException e) {
      throw new IllegalStateException("sampling the process failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellThatPeaksAreSamples() {
    if (SAMPLING_TOLD.compareAndSet(false, true)) {
      System.err.printf(
          "%s is the highest of samples taken every %d ms: no peak of it is kept that may be"
              + " reset%n",
          Metric.PROCESS_RSS_PEAK.label(), periodMillis);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "process-sampler");
    thread.setDaemon(true);
    return thread;
  }
}
