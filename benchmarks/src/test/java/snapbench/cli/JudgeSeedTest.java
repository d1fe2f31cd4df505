package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.analysis.verdict.Judge;

/** {@code judge} on the table of the original report, as its file is, and on plain lines. */
class JudgeSeedTest {
  @TempDir Path folder;
  private JudgeRunner runner;

  @BeforeEach
  void makeRunner() {
    runner = new JudgeRunner(folder);
  }

  private static String seed() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            Judge.class.getResourceAsStream("/snapbench/analysis/seed-rss-kib.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void callsTheColumnsAsTheReportsAuthorDid() throws Exception {
    assertThat(runner.judge(seed(), "")).as(runner.err()).isZero();
    assertThat(runner.out())
        .containsPattern("\n  windows-memory +(GROWING|INCONCLUSIVE) ")
        .containsPattern("\n  linux-memory +GROWING ")
        .containsPattern("\n  linux-file +FLAT ")
        .containsPattern("\n  linux-snapshot-only +PLATEAU ")
        .containsPattern("\n  linux-dump-live +FLAT ")
        .contains("over iterations 5 to 20", "until iteration 11", "quiet for 9 iterations")
        .doesNotContain("cycle");
  }

  @Test
  void theGateNamesTheColumnThatGrows() throws Exception {
    assertThat(runner.judge(seed(), "--unit KiB --fail-on GROWING")).isEqualTo(3);
    assertThat(runner.err())
        .containsPattern("crossed: linux-memory: GROWING, \\+[0-9,.]+ KiB per iteration \\[\\+")
        .doesNotContain("linux-file", "linux-dump-live", "linux-snapshot-only");
  }

  @Test
  void aConstantIsFlatAndALineGrows() throws Exception {
    String rows =
        IntStream.range(0, 40)
            .mapToObj(i -> i + ";600'000;" + (12 + i) + "\n")
            .collect(Collectors.joining("", "hour;rss (KiB);fds\n", ""));
    assertThat(runner.judge(rows, "")).as(runner.err()).isZero();
    assertThat(runner.out())
        .containsPattern("\n  rss \\(KiB\\)  FLAT ")
        .containsPattern("\n  fds        GROWING +\\+1 per hour ")
        .containsPattern("over hours \\d+ to 39, the whole interval")
        .doesNotContain("cycle");
  }
}
