package snapbench.cli.terminal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import snapbench.run.progress.ProgressView;
import snapbench.run.progress.RunStatus;

/** Shows how far a run is on the last line of a terminal, which it updates every second. */
final class TerminalProgress implements ProgressView {
  private final StatusLine terminal;
  private final int width;
  private final ScheduledExecutorService seconds =
      Executors.newSingleThreadScheduledExecutor(TerminalProgress::daemon);
  private volatile @Nullable Supplier<RunStatus> status;

  /** With the terminal and its columns. */
  TerminalProgress(StatusLine terminal, int width) {
    this.terminal = terminal;
    this.width = width;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "progress");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void begin(Supplier<RunStatus> ofRun) {
    status = ofRun;
    var unused = seconds.scheduleAtFixedRate(this::update, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void update() {
    Supplier<RunStatus> known = status;
    if (known != null) {
      terminal.show(known.get().line(width));
    }
  }

  @Override
  public void iterationEnded() {
    update();
  }

  @Override
  public void end() {
    status = null;
    seconds.shutdownNow();
    terminal.erase();
  }
}
