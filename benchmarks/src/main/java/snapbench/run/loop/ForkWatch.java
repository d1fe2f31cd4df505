package snapbench.run.loop;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ends a fork that gives no sign of life, for instance since it was stopped: JMH waits for it
 * without limit, and the limits of the fork itself do not hold where it does not run.
 */
final class ForkWatch implements AutoCloseable {
  /** A system property, in milliseconds, for tests. */
  private static final String GRACE_MILLIS = "snapbench.fork.graceMillis";

  private static final Duration GRACE = Duration.ofMinutes(1);
  private static final int LOOKS = 20;

  private final Timer timer = new Timer("fork-watch", true);
  private final Duration limit;
  private final Supplier<Object> signs;
  private final Set<ProcessHandle> others;
  private @Nullable Object last;
  private long sinceNanos = System.nanoTime();
  private volatile boolean hasEndedIt;

  /**
   * Watches the next child of this process.
   *
   * @param silence how long a fork that works may give no sign
   * @param signs changes with each sign of life
   */
  ForkWatch(Duration silence, Supplier<Object> signs) {
    this.limit = silence.plus(Duration.ofMillis(Long.getLong(GRACE_MILLIS, GRACE.toMillis())));
    this.signs = signs;
    this.others = ProcessHandle.current().children().collect(Collectors.toSet());
    long period = Math.max(1, limit.toMillis() / LOOKS);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            look();
          }
        },
        period,
        period);
  }

  private void look() {
    Object now = signs.get();
    if (!Objects.equals(now, last)) {
      last = now;
      sinceNanos = System.nanoTime();
    } else if (System.nanoTime() - sinceNanos > limit.toNanos()) {
      hasEndedIt = true;
      ProcessHandle.current()
          .children()
          .filter(child -> !others.contains(child))
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Why the fork was ended, in a sentence; null if it was not. */
  @Nullable String reason() {
    return hasEndedIt
        ? "the fork gave no sign of life for " + limit.toSeconds() + " s and was killed"
        : null;
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
