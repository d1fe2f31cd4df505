package snapbench.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

  private final @Nullable ForkContext context;
  private final TesteeSession session;
  private final @Nullable Path ownFolder;

  private EndOfFork(
      @Nullable ForkContext context, TesteeSession session, @Nullable Path ownFolder) {
    this.context = context;
    this.session = session;
    this.ownFolder = ownFolder;
  }

  /**
   * Watches from now on.
   *
   * @param ownFolder removed at the end; null where the harness has one
   */
  static void watch(
      @Nullable ForkContext context, TesteeSession session, @Nullable Path ownFolder) {
    EndOfFork end = new EndOfFork(context, session, ownFolder);
    Runtime.getRuntime().addShutdownHook(new Thread(end::cleanUp, "end-of-fork"));
    if (context != null && isFork(context)) {
      watchHarness(context.parentPid());
    }
  }

  /**
   * Looks at a fixed pace: the JDK's own watch of a process that is no child of this one slows down
   * to a look every 5 s.
   */
  private static void watchHarness(long pid) {
    Optional<ProcessHandle> harness = ProcessHandle.of(pid);
    ScheduledExecutorService watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "harness-watch");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        watch.scheduleWithFixedDelay(
            () -> {
              if (harness.map(ProcessEnd::hasEnded).orElse(true)) {
                Runtime.getRuntime().exit(1);
              }
            },
            0,
            WATCH_PERIOD_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /**
   * Does nothing to a session that has ended. JMH may find out by itself that the harness is gone,
   * and exit before the watch does; so it is asked for here. Where it is not, JMH may have failed
   * at something else than the session, which the harness then writes instead.
   */
  private void cleanUp() {
    boolean harnessIsGone = context != null && isFork(context) && hasEnded(context.parentPid());
    session.fail(
        new TesteeException(
            harnessIsGone ? "the harness was killed in the middle of this cell" : "interrupted"));
    Path folder = context != null && harnessIsGone ? context.runFolder() : ownFolder;
    if (folder == null) {
      return;
    }
    try {
      if (folder.equals(ownFolder)) {
        FileTrees.delete(folder);
      } else {
        RunFolder.abandon(folder);
      }
    } catch (IOException e) {
      System.err.println("cannot clean up " + folder + ": " + e);
    }
  }

  private static boolean isFork(ForkContext context) {
    return context.parentPid() != ProcessHandle.current().pid();
  }

  private static boolean hasEnded(long pid) {
    return ProcessHandle.of(pid).map(ProcessEnd::hasEnded).orElse(true);
  }
}
