package snapbench.profile;

import java.util.concurrent.TimeUnit;
import snapbench.model.Reading;

/**
 * Counts the descriptors and threads that stay. Some are there for a moment only: HotSpot opens the
 * control group's files to see how much memory is left before it adds a compiler thread ({@code
 * CompileBroker::possibly_add_compiler_threads}), and the kernel ends a thread after whoever waited
 * for its end goes on. So where there are more than in the reading before, the process is read
 * again, for {@value #LONGEST_MILLIS} ms at most, and the least counts: what leaks is in all of
 * them. The resident set is that of the first of these readings.
 */
public final class SteadyProbe implements ProcessProbe {
  private static final int LONGEST_MILLIS = 15;

  private final ProcessProbe probe;
  private double fds;
  private double threads;

  /** Over another probe. */
  public SteadyProbe(ProcessProbe probe) {
    this.probe = probe;
  }

  @Override
  public synchronized Reading read() {
    Reading first = probe.read();
    Reading least = first;
    for (int pause = 1, sum = 1;
        sum <= LONGEST_MILLIS && hasMore(least);
        pause *= 2, sum += pause) {
      try {
        TimeUnit.MILLISECONDS.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      Reading next = probe.read();
      least =
          new Reading(
              first.rssKiB(),
              first.swapKiB(),
              Math.min(least.fds(), next.fds()),
              Math.min(least.threads(), next.threads()));
    }
    fds = least.fds();
    threads = least.threads();
    return least;
  }

  private boolean hasMore(Reading reading) {
    return reading.fds() > fds || reading.threads() > threads;
  }
}
