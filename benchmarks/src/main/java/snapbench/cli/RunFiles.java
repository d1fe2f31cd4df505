package snapbench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import snapbench.analysis.Thresholds;
import snapbench.report.Attachment;
import snapbench.report.ConsoleRenderer;
import snapbench.report.MarkdownRenderer;
import snapbench.report.Report;
import snapbench.report.page.HtmlRenderer;
import snapbench.results.InvalidInputException;
import snapbench.results.JsonFiles;
import snapbench.results.Run;
import snapbench.results.RunFolder;
import snapbench.results.SeriesCsv;

/** The files of a run that are made of what was measured, and the report on the console. */
final class RunFiles {
  private static final String PAGE = "report.html";

  private final List<Report> reports;
  private final GateChecks checks;

  private RunFiles(List<Report> reports, GateChecks checks) {
    this.reports = List.copyOf(reports);
    this.checks = checks;
  }

  /** Reads what was measured back from the run's folder and writes the other files into it. */
  static RunFiles write(RunFolder folder, Thresholds thresholds, RunComparison asked)
      throws IOException, InvalidInputException {
    Run run = Run.read(folder.path());
    SeriesCsv.write(
        folder.file("series.csv"), run.cells(), cell -> VerdictColumns.of(cell, thresholds));
    RunComparison.Result compared = asked.of(run, thresholds);
    Report main = Report.of(run, thresholds).withAttachments(attachments(folder));
    List<Report> reports = Stream.of(main, compared.report()).flatMap(Stream::ofNullable).toList();
    String markdown =
        reports.stream().map(MarkdownRenderer::render).collect(Collectors.joining("\n"));
    JsonFiles.writeBytes(folder.file("report.md"), markdown.getBytes(StandardCharsets.UTF_8));
    JsonFiles.writeBytes(
        folder.file(PAGE), HtmlRenderer.render(reports).getBytes(StandardCharsets.UTF_8));
    return new RunFiles(reports, compared.checks());
  }

  /** What was written before, for the page to carry along; a run that failed may lack some. */
  private static List<Attachment> attachments(RunFolder folder) throws IOException {
    List<Attachment> attachments = new ArrayList<>();
    for (String name : List.of("series.csv", "jmh-result.json", "environment.json")) {
      if (Files.exists(folder.file(name))) {
        String type = name.endsWith(".csv") ? "text/csv" : "application/json";
        attachments.add(new Attachment(name, type, Files.readString(folder.file(name))));
      }
    }
    return attachments;
  }

  /** What became of the gates. */
  GateChecks checks() {
    return checks;
  }

  /**
   * Shows the report and says where the results are.
   *
   * @param coloured whether {@code out} shows colours
   */
  void print(Path where, PrintStream out, boolean coloured) {
    for (Report report : reports) {
      out.println();
      out.print(ConsoleRenderer.render(report, coloured));
    }
    out.println();
    out.println("Results are in " + where + "; open " + PAGE + " there in a browser");
    out.flush();
  }
}
