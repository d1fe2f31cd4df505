package snapbench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import snapbench.analysis.Thresholds;
import snapbench.report.ConsoleRenderer;
import snapbench.report.MarkdownRenderer;
import snapbench.report.Report;
import snapbench.results.InvalidInputException;
import snapbench.results.JsonFiles;
import snapbench.results.Run;
import snapbench.results.RunFolder;
import snapbench.results.SeriesCsv;

/** The files of a run that are made of what was measured, and the report on the console. */
final class RunFiles {
  private final Report report;

  private RunFiles(Report report) {
    this.report = report;
  }

  /** Reads what was measured back from the run's folder and writes the other files into it. */
  static RunFiles write(RunFolder folder, Thresholds thresholds)
      throws IOException, InvalidInputException {
    Run run = Run.read(folder.path());
    SeriesCsv.write(
        folder.file("series.csv"), run.cells(), cell -> VerdictColumns.of(cell, thresholds));
    Report report = Report.of(run, thresholds);
    JsonFiles.writeBytes(
        folder.file("report.md"), MarkdownRenderer.render(report).getBytes(StandardCharsets.UTF_8));
    return new RunFiles(report);
  }

  /**
   * Shows the report and says where the results are.
   *
   * @param coloured whether {@code out} shows colours
   */
  void print(Path where, PrintStream out, boolean coloured) {
    out.println();
    out.print(ConsoleRenderer.render(report, coloured));
    out.println();
    out.println("Results are in " + where);
    out.flush();
  }
}
