package snapbench.driver;

import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Says every two seconds what is being waited for; nothing about what takes less. */
final class DownloadProgress extends AbstractTransferListener {
  private static final long PERIOD_MILLIS = 2_000;
  private static final double BYTES_PER_MB = 1e6;

  private final Consumer<String> progress;
  private volatile String transfer = "";

  DownloadProgress(Consumer<String> progress) {
    this.progress = progress;
  }

  /** Something that may take a while. */
  interface Step<T> {
    T take() throws DriverException;
  }

  <T> T during(String what, Step<T> step) throws DriverException {
    long start = System.nanoTime();
    TimerTask line =
        new TimerTask() {
          @Override
          public void run() {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            progress.accept("%s, %d s%s".formatted(what, seconds, transfer));
          }
        };
    Timer timer = new Timer("driver-progress", true);
    timer.scheduleAtFixedRate(line, PERIOD_MILLIS, PERIOD_MILLIS);
    try {
      return step.take();
    } finally {
      timer.cancel();
      transfer = "";
    }
  }

  @Override
  public void transferProgressed(TransferEvent event) {
    String name = event.getResource().getResourceName();
    transfer =
        String.format(
            Locale.ROOT,
            " (%s, %.1f MB)",
            name.substring(name.lastIndexOf('/') + 1),
            event.getTransferredBytes() / BYTES_PER_MB);
  }
}
