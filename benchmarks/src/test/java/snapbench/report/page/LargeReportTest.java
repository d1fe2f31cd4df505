package snapbench.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many long results in a JVM of its own, with a heap of 1 GiB. */
class LargeReportTest {
  private static final int MOST_MARKS_OF_A_CHART = 4000;

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void takesAHeapOfAGibibyteAndABrowserAtEase(@TempDir Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LargeReport.class.getName(),
                    folder.toString()))
            .redirectErrorStream(true)
            .start();
    String output;
    try {
      output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    } finally {
      process.destroyForcibly();
    }
    System.out.print(output);
    String page = Files.readString(folder.resolve("report.html"));
    // each drawn value has its place in the data, and each row of a table one on the page
    assertThat(occurrences(page, "\"position\":")).isBetween(1, 10 * MOST_MARKS_OF_A_CHART);
    assertThat(occurrences(page, "<tr")).isLessThan(10_000);
    assertThat(page).contains("260 more are in the table of throughput and time only.");
  }

  private static int occurrences(String text, String part) {
    int count = 0;
    for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + 1)) {
      count++;
    }
    return count;
  }
}
