package snapbench.cli.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import snapbench.host.doctor.Finding;
import snapbench.host.doctor.Severity;
import snapbench.report.model.Columns;
import snapbench.report.model.Table;
import snapbench.report.render.ConsoleTable;
import snapbench.report.text.PlainText;

/**
 * What the findings on a machine come to, as text.
 *
 * @param findings worst first
 */
public record Diagnosis(List<Finding> findings) {
  private static final int NAMED = 2;
  private static final String INDENT = "    ";

  /** Copies the list. */
  public Diagnosis {
    findings = List.copyOf(findings);
  }

  public static Diagnosis of(List<Finding> findings) {
    return new Diagnosis(findings);
  }

  /** In one line, whether the machine is fit to measure. */
  public String conclusion() {
    List<Finding> prevent = with(Severity.PREVENTS);
    List<Finding> distort = with(Severity.DISTORTS);
    List<Finding> known = with(Severity.WORTH_KNOWING);
    if (!prevent.isEmpty()) {
      return "Not fit for this run: " + names(prevent) + distorting(", and distorted by ", distort);
    }
    if (!distort.isEmpty()) {
      return "Fit to measure, but distorted by " + names(distort);
    }
    return "Fit to measure" + (known.isEmpty() ? "" : "; worth knowing: " + names(known));
  }

  private static String distorting(String words, List<Finding> distort) {
    return distort.isEmpty() ? "" : words + names(distort);
  }

  /** In one line, the worst of what prevents or distorts a run; empty if nothing does. */
  public Optional<String> warning() {
    List<Finding> worst = new ArrayList<>(with(Severity.PREVENTS));
    int prevent = worst.size();
    worst.addAll(with(Severity.DISTORTS));
    if (worst.isEmpty()) {
      return Optional.empty();
    }
    int more = worst.size() - NAMED;
    return Optional.of(
        (prevent > 0 ? "the run may not get to its end: " : "the run is distorted: ")
            + worst.stream()
                .limit(NAMED)
                .map(Diagnosis::described)
                .collect(Collectors.joining("; "))
            + (more > 0 ? "; and " + more + " more" : "")
            + "; see doctor");
  }

  private static String described(Finding finding) {
    return finding.kind().label() + " (" + finding.read() + ")";
  }

  private List<Finding> with(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  private static String names(List<Finding> some) {
    return some.stream().map(finding -> finding.kind().label()).collect(Collectors.joining(", "));
  }

  /**
   * A table, worst first, in which each finding that matters says below what it distorts and what
   * to do.
   *
   * @param width columns that there is room for; commands are not broken
   */
  public List<String> table(int width) {
    Table table =
        new Columns<Finding>()
            .text("Severity", finding -> finding.severity().label())
            .text("What", finding -> finding.kind().label())
            .text("Read", Finding::read)
            .of(findings);
    List<List<String>> blocks = ConsoleTable.blocks(table, width);
    List<String> lines = new ArrayList<>(blocks.get(0));
    for (int i = 0; i < findings.size(); i++) {
      lines.addAll(blocks.get(i + 1));
      if (!findings.get(i).distorts().isEmpty()) {
        lines.addAll(below(findings.get(i), width - INDENT.length()));
      }
    }
    return lines;
  }

  private static List<String> below(Finding finding, int width) {
    List<String> lines = new ArrayList<>();
    PlainText.wrapped("distorts " + finding.distorts(), width)
        .forEach(line -> lines.add(INDENT + line));
    lines.add(INDENT + "change: " + finding.advice());
    return lines;
  }
}
