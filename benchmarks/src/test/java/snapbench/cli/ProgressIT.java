package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.self.speed.Tool;

/** What a run shows on a terminal, which script(1) lends to it, and what is in a log. */
class ProgressIT {
  private static final Tool SCRIPT = new Tool("script", "bsdutils");
  private static final String ARGUMENTS = "TinyBenchmark.succeeding -p tokens=10,20 -i 2";

  @TempDir Path folder;

  @Test
  void showsAStatusOnATerminalOfWhichNothingIsLeft() throws Exception {
    assumeTrue(SCRIPT.find().isPresent(), SCRIPT.need());
    String sent = onATerminal();
    assertThat(sent).contains("1/2 succeeding, tokens=10 | ", "2/2 succeeding, tokens=20 | ");
    assertThat(sent).contains(" | iteration 2/2 | ");
    String screen = sent.replace("\r\n", "\n").replaceAll("(?md)^.*\r\u001b\\[K", "");
    assertThat(screen)
        .doesNotContain(" | ")
        .contains("# Run progress: cell 2 of 2, ETA ", "Iteration   2: ", "Results are in ");
  }

  private String onATerminal() throws IOException, InterruptedException {
    Path temporary = Files.createDirectories(folder.resolve("system-tmp"));
    String java = ProcessHandle.current().info().command().orElseThrow();
    String classPath =
        Path.of("target", "test-classes").toAbsolutePath()
            + ":"
            + Path.of("target", "benchmarks.jar").toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder(
                SCRIPT.find().orElseThrow().toString(),
                "-qec",
                "stty cols 120 && '%s' -XX:TieredStopAtLevel=1 -Djava.io.tmpdir='%s' -cp '%s' snapbench.cli.Main %s"
                    .formatted(java, temporary, classPath, ARGUMENTS),
                "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    BenchmarksProcess.environment(builder.environment());
    builder.environment().put("TERM", "xterm");
    Process process = builder.start();
    CompletableFuture.delayedExecutor(15, TimeUnit.MINUTES).execute(process::destroyForcibly);
    process.getOutputStream().close();
    String sent = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(sent).isZero();
    return sent;
  }

  @Test
  void writesPlainLinesIntoALog() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(folder, (ARGUMENTS + " -f 0").split(" "))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.errors()).isZero();
      assertThat(benchmarks.output())
          .contains("# Run progress: cell 1 of 2, ETA ", "# Run progress: cell 2 of 2, ETA ")
          .doesNotContain("\r", "\u001b", " | ");
    }
  }
}
