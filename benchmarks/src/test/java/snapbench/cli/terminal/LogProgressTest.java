package snapbench.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import snapbench.run.progress.RunStatus;

class LogProgressTest {
  private static final RunStatus STATUS =
      new RunStatus(
          2,
          5,
          "dump live",
          1,
          1,
          new RunStatus.Phase(false, 3, 20),
          "RSS 700 MiB",
          "0.5 ops/s",
          "00:01:00 left");

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private long nowSeconds;
  private final LogProgress progress =
      new LogProgress(
          new PrintStream(log, true, StandardCharsets.UTF_8),
          () -> TimeUnit.SECONDS.toNanos(nowSeconds));

  @Test
  void saysOnceInThirtySecondsHowFarItIs() {
    progress.begin(() -> STATUS);
    for (nowSeconds = 5; nowSeconds <= 70; nowSeconds += 5) {
      progress.update();
      progress.iterationEnded();
    }
    progress.end();
    nowSeconds = 200;
    progress.iterationEnded();
    String line =
        "# Progress: cell 2 of 5, dump live, iteration 3 of 20, 00:01:00 left, RSS 700 MiB,"
            + " 0.5 ops/s\n";
    assertThat(log.toString(StandardCharsets.UTF_8)).isEqualTo(line + line);
  }
}
