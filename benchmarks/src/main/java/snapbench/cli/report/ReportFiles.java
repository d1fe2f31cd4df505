package snapbench.cli.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Fork;
import snapbench.report.Report;
import snapbench.report.cell.JudgedRun;
import snapbench.report.model.Attachment;
import snapbench.report.page.Page;
import snapbench.report.render.ConsoleRenderer;
import snapbench.report.render.MarkdownRenderer;
import snapbench.results.csv.SeriesCsv;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.StagedFiles;
import snapbench.results.files.TextFile;
import snapbench.results.folder.Run;
import snapbench.results.folder.RunFolder;
import snapbench.results.folder.Runs;

/**
 * The files that are made of what was measured, and the report on the console.
 *
 * @param sources where each run is, by its name
 * @param judged the runs of each machine
 * @param reports a report for each
 * @param checks what became of the gates
 */
public record ReportFiles(
    Map<String, Path> sources, List<JudgedRun> judged, List<Report> reports, GateChecks checks) {
  private static final String SERIES = "series.csv";
  private static final String PAGE = "report.html";

  /** Most bytes of a file that a page carries along: 32 MiB. */
  private static final int LARGEST = 32 << 20;

  public ReportFiles {
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    judged = List.copyOf(judged);
    reports = List.copyOf(reports);
  }

  /** Reads what was measured back from the run's folder and writes the other files into it. */
  public static ReportFiles write(RunFolder folder, RunComparison asked)
      throws IOException, InvalidInputException {
    Path path = folder.path();
    JudgedRun judged = new JudgedRun(Runs.of(Run.read(path)), Thresholds.STANDARD);
    RunComparison.Result compared = asked.of(judged);
    ReportFiles files =
        new ReportFiles(
            Map.of(String.valueOf(path.getFileName()), path),
            List.of(judged),
            List.of(Report.of(judged, compared.report())),
            compared.checks());
    files.writeTo(path);
    return files;
  }

  /**
   * Writes all files into a folder, or none.
   *
   * @return their names
   * @throws InvalidInputException if what they are made of cannot be read
   */
  List<String> writeTo(Path folder) throws IOException, InvalidInputException {
    List<Attachment> carried = new ArrayList<>();
    List<String> left = new ArrayList<>();
    readSources(carried, left);
    String markdown =
        reports.stream().map(MarkdownRenderer::render).collect(Collectors.joining("\n"));
    try (StagedFiles files = new StagedFiles(folder)) {
      Path series = files.add(SERIES, this::series);
      files.add("report.md", out -> out.append(markdown));
      files.add(PAGE, out -> out.append(page(series, carried, left)));
      files.commit();
    }
    return List.of("report.md", PAGE, SERIES);
  }

  /**
   * The page carries along what it was made of, as far as that is not too large for a page: the
   * series, JMH's results and the environment of each run; of several runs named after the run.
   */
  private String page(Path series, List<Attachment> sourcesCarried, List<String> sourcesLeft)
      throws IOException {
    List<Attachment> carried = new ArrayList<>();
    List<String> left = new ArrayList<>();
    if (Files.size(series) > LARGEST) {
      left.add(SERIES + " is too large for a page and lies beside it.");
    } else {
      carried.add(new Attachment(SERIES, "text/csv", Files.readString(series)));
    }
    carried.addAll(sourcesCarried);
    left.addAll(sourcesLeft);
    List<Report> all = new ArrayList<>(reports);
    all.set(0, all.get(0).withLast("Files", left).withAttachments(carried));
    return Page.html(all);
  }

  private void readSources(List<Attachment> carried, List<String> left)
      throws IOException, InvalidInputException {
    for (Map.Entry<String, Path> run : sources.entrySet()) {
      for (Path file : sourceFiles(run.getValue())) {
        String name = String.valueOf(file.getFileName());
        if (sources.size() > 1) {
          String start = run.getKey().replace('/', '-').replace('\\', '-');
          name = file.equals(run.getValue()) ? start : start + "-" + name;
        }
        if (Files.exists(file) && Files.size(file) > LARGEST) {
          left.add(name + " is too large for a page.");
        } else if (Files.exists(file)) {
          carried.add(new Attachment(name, "application/json", TextFile.read(file)));
        }
      }
    }
  }

  private static List<Path> sourceFiles(Path run) {
    return Files.isDirectory(run)
        ? List.of(run.resolve("jmh-result.json"), run.resolve("environment.json"))
        : List.of(run);
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
  void print(PrintStream out, boolean coloured) {
    out.print(
        reports.stream()
            .map(report -> ConsoleRenderer.render(report, coloured))
            .collect(Collectors.joining("\n")));
  }
}
