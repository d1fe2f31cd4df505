package snapbench.cli.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import snapbench.analysis.comparison.Machines;
import snapbench.analysis.gate.Gate;
import snapbench.analysis.verdict.Thresholds;
import snapbench.cli.terminal.Streams;
import snapbench.cli.terminal.Terminal;
import snapbench.report.Report;
import snapbench.report.cell.JudgedRun;
import snapbench.report.model.Section;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.PlainFile;
import snapbench.results.folder.Run;
import snapbench.results.folder.Runs;

/** {@code report RUN…}: the report on runs that were measured before, or on JMH's results. */
@Command(
    name = "report",
    description =
        "writes the report on runs (folders, or JMH's JSON files of any project) and prints it",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Writes report.md, report.html and series.csv, all of them or none. Without -o the files of a"
          + " single run's folder go into it, all others into ./report.",
      "Runs of the same machine (equal system, processor, memory, limits and JVM) share their"
          + " tables; the parameter run names the run, also for --reference. Each other machine has"
          + " a report of its own, one below the other; nothing is compared across machines. The"
          + " machine of a JMH file is unknown.",
      "Exit codes: 0 written; 2 the command line or a file is wrong; 3 --fail-on."
    })
public final class ReportCommand implements Callable<Integer> {
  private static final Path STANDARD_OUTPUT = Path.of("report");

  private final Streams streams;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "folders of runs, or JSON files of JMH's")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "where the files go; created if absent")
  private @Nullable Path output;

  @Mixin private ComparisonOptions options = new ComparisonOptions();

  /** With where to print the report and messages. */
  public ReportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws InvalidInputException {
    RunComparison comparison = options.asked();
    comparison.checkGates();
    List<Run> runs = read();
    Runs named = Runs.named(runs);
    Map<String, Path> sources = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      sources.put(named.runs().get(i).path().toString(), runs.get(i).path());
    }
    List<JudgedRun> machines =
        Machines.of(named.runs()).stream()
            .map(machine -> new JudgedRun(named.with(machine), Thresholds.STANDARD))
            .toList();
    ReportFiles files = files(sources, machines, machines.stream().map(comparison::of).toList());
    boolean toFolder = paths.size() == 1 && Files.isDirectory(paths.get(0));
    Path folder = output != null ? output : toFolder ? paths.get(0) : STANDARD_OUTPUT;
    List<String> written = write(files, folder);
    PrintStream out = streams.out();
    files.print(out, Terminal.showsColours());
    out.println();
    out.println("Written to " + folder + ": " + String.join(", ", written));
    out.flush();
    return files.checks().report(streams);
  }

  private List<Run> read() throws InvalidInputException {
    Set<Path> seen = new HashSet<>();
    List<Run> runs = new ArrayList<>();
    for (Path path : paths) {
      if (!seen.add(path.toAbsolutePath().normalize())) {
        throw new InvalidInputException(path + " is given twice; name each run once");
      }
      Run run = Run.read(path);
      if (run.forks().isEmpty()) {
        throw new InvalidInputException(path + " has no results in it: there is nothing to report");
      }
      runs.add(run);
    }
    return runs;
  }

  private static ReportFiles files(
      Map<String, Path> sources, List<JudgedRun> machines, List<RunComparison.Result> compared)
      throws InvalidInputException {
    List<String> obstacles =
        compared.stream().map(RunComparison.Result::obstacle).distinct().toList();
    if (!obstacles.contains("")) {
      throw new InvalidInputException(String.join("; ", obstacles));
    }
    List<Report> reports = new ArrayList<>();
    List<Gate.Check> checks = new ArrayList<>();
    for (int i = 0; i < machines.size(); i++) {
      JudgedRun machine = machines.get(i);
      Report report = Report.of(machine, compared.get(i).report());
      reports.add(machines.size() == 1 ? report : report.withFirst(apart(machine, machines)));
      checks.addAll(compared.get(i).checks().checks());
    }
    return new ReportFiles(sources, machines, reports, new GateChecks(checks));
  }

  /** Why a report does not have the other runs in it. */
  private static Section apart(JudgedRun machine, List<JudgedRun> machines) {
    List<String> lines = new ArrayList<>();
    for (JudgedRun other : machines) {
      if (other != machine) {
        List<String> differences = Machines.differences(machine.runs().get(0), other.runs().get(0));
        lines.add(
            String.join(", ", other.names())
                + (differences.isEmpty()
                    ? ": whether it was measured on the same machine is unknown"
                    : ": another machine, or one that was changed: "
                        + String.join(", ", differences)
                        + (differences.size() == 1 ? " differs" : " differ")));
      }
    }
    lines.add("Nothing is averaged or compared across machines.");
    return new Section("Other runs, which are reported apart", List.of(), lines);
  }

  private static List<String> write(ReportFiles files, Path folder) throws InvalidInputException {
    try {
      Files.createDirectories(folder);
      return files.writeTo(folder);
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + " cannot be written (" + PlainFile.words(e) + "); choose another folder with -o",
          e);
    }
  }
}
