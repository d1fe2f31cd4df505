package snapbench.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.report.model.Section;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;

/** Runs of given cells, and sections of the report on them. */
final class Sections {
  private Sections() {}

  /** The section whose heading starts so. */
  static Section section(Run run, String heading) {
    return Report.of(run).sections().stream()
        .filter(section -> section.heading().startsWith(heading))
        .findFirst()
        .orElseThrow();
  }

  /** A run of cells, with the results that JMH wrote. */
  static Run run(List<JmhResult> results, Fork... cells) {
    return new Run(Path.of("run"), List.of(cells), Map.of(), results);
  }

  /** A measured iteration. */
  static Iteration iteration(int number, Map<String, Double> metrics) {
    return new Iteration(false, number, metrics);
  }
}
