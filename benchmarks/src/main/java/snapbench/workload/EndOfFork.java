package snapbench.workload;

import java.io.IOException;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import snapbench.files.FileTrees;
import snapbench.host.process.ProcessEnd;
import snapbench.process.TesteeException;
import snapbench.results.folder.ForkContext;
import snapbench.results.folder.RunFolder;

/**
 * However this JVM ends, its testee ends with it and the fork's file is written. JMH's fork would
 * notice the end of the harness only at its next word to it, up to an iteration later; so it
 * watches the harness's process.
 */
final class EndOfFork {
  private static final long WATCH_PERIOD_MILLIS = 250;

  private final ForkContext context;
  private final TesteeSession session;
  private final boolean isAlone;

  /** The harness, or this process where JMH does not fork; empty if it has ended. */
  private final Optional<ProcessHandle> harness;

  private EndOfFork(ForkContext context, TesteeSession session, boolean isAlone) {
    this.context = context;
    this.session = session;
    this.isAlone = isAlone;
    this.harness = ProcessHandle.of(context.parentPid());
  }

  /**
   * Watches from now on.
   *
   * @param isAlone whether there is no harness, and the folder is removed at the end
   */
  static void watch(ForkContext context, TesteeSession session, boolean isAlone) {
    EndOfFork end = new EndOfFork(context, session, isAlone);
    Runtime.getRuntime().addShutdownHook(new Thread(end::cleanUp, "end-of-fork"));
    if (context.parentPid() != ProcessHandle.current().pid()) {
      end.watchHarness();
    }
  }

  /**
   * Looks at a fixed pace: the JDK's own watch of a process that is no child of this one slows down
   * to a look every 5 s.
   */
  private void watchHarness() {
    TimerTask look =
        new TimerTask() {
          @Override
          public void run() {
            if (harnessHasEnded()) {
              Runtime.getRuntime().exit(1);
            }
          }
        };
    new Timer("harness-watch", true).schedule(look, 0, WATCH_PERIOD_MILLIS);
  }

  private boolean harnessHasEnded() {
    return harness.map(ProcessEnd::hasEnded).orElse(true);
  }

  /**
   * Does nothing to a session that has ended. JMH may find out by itself that the harness is gone,
   * and exit before the watch does; so it is asked for here. Where it is not, JMH may have failed
   * at something else than the session, which the harness then writes instead.
   */
  private void cleanUp() {
    boolean harnessIsGone = harnessHasEnded();
    session.fail(
        new TesteeException(
            harnessIsGone ? "the harness was killed in the middle of this cell" : "interrupted"));
    try {
      if (isAlone) {
        FileTrees.delete(context.runFolder());
      } else if (harnessIsGone) {
        RunFolder.abandon(context.runFolder());
      }
    } catch (IOException e) {
      System.err.println("cannot clean up " + context.runFolder() + ": " + e);
    }
  }
}
