package snapbench.cli.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import snapbench.analysis.verdict.Thresholds;
import snapbench.cli.terminal.TeeAppendable;
import snapbench.model.Fork;
import snapbench.report.Report;
import snapbench.report.cell.JudgedRun;
import snapbench.report.model.Attachment;
import snapbench.report.page.HtmlRenderer;
import snapbench.report.render.ConsoleRenderer;
import snapbench.report.render.MarkdownRenderer;
import snapbench.results.csv.SeriesCsv;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.StagedFiles;
import snapbench.results.folder.Run;
import snapbench.results.folder.RunFolder;
import snapbench.results.folder.Runs;

/** The files that are made of what was measured, and the report on the console. */
public final class RunFiles {
  private static final String SERIES = "series.csv";
  private static final String PAGE = "report.html";

  private final List<JudgedRun> judged;
  private final List<Report> reports;
  private final GateChecks checks;
  private final Map<String, Path> sources;

  /**
   * With the parts of a report.
   *
   * @param sources where each run is, by its name
   * @param judged the runs of each machine
   * @param reports a report for each
   * @param checks what became of the gates
   */
  RunFiles(
      Map<String, Path> sources, List<JudgedRun> judged, List<Report> reports, GateChecks checks) {
    this.sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    this.judged = List.copyOf(judged);
    this.reports = List.copyOf(reports);
    this.checks = checks;
  }

  /** Reads what was measured back from the run's folder and writes the other files into it. */
  public static RunFiles write(RunFolder folder, Thresholds thresholds, RunComparison asked)
      throws IOException, InvalidInputException {
    JudgedRun judged = JudgedRun.of(Runs.of(Run.read(folder.path())), thresholds);
    RunComparison.Result compared = asked.of(judged);
    RunFiles files =
        new RunFiles(
            Map.of(String.valueOf(folder.path().getFileName()), folder.path()),
            List.of(judged),
            List.of(Report.of(judged, compared.report())),
            compared.checks());
    files.writeTo(folder.path());
    return files;
  }

  /**
   * Writes all files into a folder, or none.
   *
   * @return their names
   * @throws IOException if one cannot be written
   */
  List<String> writeTo(Path folder) throws IOException {
    TeeAppendable series = new TeeAppendable(SourceFiles.LARGEST);
    Map<String, String> rendered = new LinkedHashMap<>();
    try (StagedFiles files = new StagedFiles(folder)) {
      files.add(SERIES, out -> series(series.before(out)));
      rendered.put(
          "report.md",
          reports.stream().map(MarkdownRenderer::render).collect(Collectors.joining("\n")));
      rendered.put(PAGE, page(series));
      for (Map.Entry<String, String> file : rendered.entrySet()) {
        files.add(file.getKey(), out -> out.append(file.getValue()));
      }
      files.commit();
    }
    List<String> names = new ArrayList<>(rendered.keySet());
    names.add(SERIES);
    return names;
  }

  /** The page carries along what it was made of, as far as that is not too large for a page. */
  private String page(TeeAppendable series) throws IOException {
    List<Attachment> carried = new ArrayList<>();
    List<String> left = new ArrayList<>();
    if (series.isComplete()) {
      carried.add(new Attachment(SERIES, "text/csv", series.text()));
    } else {
      left.add(SERIES + " is too large for a page and lies beside it.");
    }
    SourceFiles.add(sources, carried, left);
    List<Report> all = new ArrayList<>(reports);
    all.set(0, all.get(0).withLast("Files", left).withAttachments(carried));
    return HtmlRenderer.render(all);
  }

  private void series(Appendable out) throws IOException {
    IdentityHashMap<Fork, JudgedRun> runs = new IdentityHashMap<>();
    List<Fork> forks = new ArrayList<>();
    for (JudgedRun run : judged) {
      forks.addAll(run.merged().forks());
      run.merged().forks().forEach(fork -> runs.put(fork, run));
    }
    SeriesCsv.write(out, forks, fork -> VerdictColumns.of(requireNonNull(runs.get(fork)).of(fork)));
  }

  /** What became of the gates. */
  public GateChecks checks() {
    return checks;
  }

  /**
   * Shows the report and says where the results are.
   *
   * @param coloured whether {@code out} shows colours
   */
  public void print(Path where, PrintStream out, boolean coloured) {
    out.println();
    print(out, coloured);
    out.println();
    out.println("Results are in " + where + "; open " + PAGE + " there in a browser");
    out.flush();
  }

  /** Shows the reports. */
  public void print(PrintStream out, boolean coloured) {
    out.print(
        reports.stream()
            .map(report -> ConsoleRenderer.render(report, coloured))
            .collect(Collectors.joining("\n")));
  }
}
