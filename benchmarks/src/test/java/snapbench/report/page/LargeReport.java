package snapbench.report.page;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import snapbench.report.Report;
import snapbench.report.model.Attachment;
import snapbench.results.folder.Run;

/** Makes a page of 500 results with 1,000 iterations each; run in a JVM with a small heap. */
final class LargeReport {
  private static final int RESULTS = 500;
  private static final int ITERATIONS = 1000;

  private LargeReport() {}

  /** Writes into the folder that is given, and prints how long the page took. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path json = folder.resolve("jmh-result.json");
    write(json);
    long start = System.nanoTime();
    Report report =
        Report.of(Run.read(json))
            .withAttachments(
                List.of(
                    new Attachment("jmh-result.json", "application/json", Files.readString(json))));
    Files.writeString(folder.resolve("report.html"), Page.html(List.of(report)));
    System.out.printf(
        Locale.ROOT,
        "%d results with %d iterations each: %.1f s%n",
        RESULTS,
        ITERATIONS,
        (System.nanoTime() - start) / 1e9);
  }

  private static void write(Path json) throws IOException {
    Random random = new Random(1);
    try (Writer out = Files.newBufferedWriter(json)) {
      for (int i = 0; i < RESULTS; i++) {
        out.write(i == 0 ? "[" : ",\n");
        out.write(
            "{\"benchmark\": \"org.example.Many.work\", \"mode\": \"avgt\", \"params\": {\"n\": \""
                + i
                + "\"}, \"primaryMetric\": {\"score\": 10.5, \"scoreError\": 0.1,"
                + " \"scoreUnit\": \"ms/op\", \"rawData\": [[");
        for (int k = 0; k < ITERATIONS; k++) {
          out.write((k == 0 ? "" : ", ") + (10 + random.nextDouble()));
        }
        out.write("]]}, \"secondaryMetrics\": {}}");
      }
      out.write("]\n");
    }
  }
}
