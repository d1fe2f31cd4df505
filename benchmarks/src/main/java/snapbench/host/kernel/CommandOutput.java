package snapbench.host.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a short command says, standard output and standard error together. */
public final class CommandOutput {
  private static final int TIMEOUT_SECONDS = 5;

  private CommandOutput() {}

  /**
   * Runs a command, whatever its exit code; empty where it cannot be started, says nothing, or does
   * not end within 5 seconds.
   */
  public static Optional<String> of(String... command) {
    try {
      return output(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }

  private static Optional<String> output(Process process) throws IOException {
    try {
      process.getOutputStream().close();
      CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> drain(process));
      return Optional.of(text.get(TIMEOUT_SECONDS, TimeUnit.SECONDS).strip())
          .filter(said -> !said.isEmpty());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException silent) {
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String drain(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
