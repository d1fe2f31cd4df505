package snapbench.run.loop;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run in order when the process is told to end (Ctrl-C, SIGTERM): asks JMH's fork to end,
 * gives it a moment to write down what it measured, lets the run save everything, leaves no process
 * behind, and makes 130 the exit code.
 */
public final class Interruption implements AutoCloseable {
  /** The exit code of a run that was told to end. */
  public static final int EXIT_CODE = 130;

  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final Duration LIMIT = Duration.ofMillis(4_500);
  private static final long POLL_MILLIS = 50;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::endRun, "interruption");
  private final long graceNanos = nanos("snapbench.interruption.graceMillis", GRACE);
  private final long limitNanos = nanos("snapbench.interruption.limitMillis", LIMIT);
  private volatile boolean requested;
  private @Nullable Thread working;

  private volatile Runnable cleanUp = () -> {};

  private Interruption() {}

  /** A system property, for a slow machine. */
  private static long nanos(String property, Duration otherwise) {
    return TimeUnit.MILLISECONDS.toNanos(Long.getLong(property, otherwise.toMillis()));
  }

  /** Begins to listen. */
  public static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** What to do instead, should the run not save everything and clean up in time. */
  public void cleanUpWith(Runnable instead) {
    cleanUp = instead;
  }

  /** Whether the process was told to end. */
  public boolean isRequested() {
    return requested;
  }

  /** Says that the calling thread does the work itself, so that it must be interrupted to end. */
  public synchronized void workHere() {
    working = Thread.currentThread();
  }

  /** Says that it does not any more; from then on an interrupt would only hinder it from saving. */
  synchronized void workElsewhere() {
    if (working != null) {
      working = null;
      Thread.interrupted();
    }
  }

  private synchronized void interruptWork() {
    if (working != null) {
      working.interrupt();
    }
  }

  /** Says that everything is saved and cleaned up. */
  @Override
  public void close() {
    closed.countDown();
    if (requested) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException justTold) {
      // the hook runs already, finds the run closed and ends the process
    }
  }

  private void endRun() {
    requested = true;
    Set<ProcessHandle> ours = new HashSet<>();
    long start = System.nanoTime();
    try {
      boolean saved = false;
      while (!saved && System.nanoTime() - start < limitNanos) {
        askToEnd(ours, System.nanoTime() - start > graceNanos);
        saved = closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
      }
      ours.forEach(ProcessHandle::destroyForcibly);
      if (!saved) {
        cleanUp.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }

  private void askToEnd(Set<ProcessHandle> ours, boolean forcibly) {
    // before it finds a process ended that it works with
    interruptWork();
    ProcessHandle.current().descendants().forEach(ours::add);
    if (forcibly) {
      ours.forEach(ProcessHandle::destroyForcibly);
    } else {
      ProcessHandle.current().children().forEach(ProcessHandle::destroy);
    }
  }
}
