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

  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /** In one line, whether the machine is fit to measure. */
  public String conclusion() {
    String prevent = names("Not fit for this run: ", Severity.PREVENTS);
    if (!prevent.isEmpty()) {
      return prevent + names(", and distorted by ", Severity.DISTORTS);
    }
    String distort = names(", but distorted by ", Severity.DISTORTS);
    return "Fit to measure"
        + (distort.isEmpty() ? names("; worth knowing: ", Severity.WORTH_KNOWING) : distort);
  }

  /** The names of some findings after some words; empty if there are none. */
  private String names(String words, Severity severity) {
    String names =
        findings.stream()
            .filter(finding -> finding.severity() == severity)
            .map(finding -> finding.kind().label())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : words + names;
  }

  /** In one line, the worst of what prevents or distorts a run; empty if nothing does. */
  public Optional<String> warning() {
    List<Finding> worst =
        findings.stream()
            .filter(finding -> finding.severity().compareTo(Severity.DISTORTS) >= 0)
            .toList();
    if (worst.isEmpty()) {
      return Optional.empty();
    }
    boolean prevented = worst.get(0).severity() == Severity.PREVENTS;
    int more = worst.size() - NAMED;
    return Optional.of(
        (prevented ? "the run may not get to its end: " : "the run is distorted: ")
            + worst.stream()
                .limit(NAMED)
                .map(finding -> finding.kind().label() + " (" + finding.read() + ")")
                .collect(Collectors.joining("; "))
            + (more > 0 ? "; and " + more + " more" : "")
            + "; see doctor");
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
      Finding finding = findings.get(i);
      lines.addAll(blocks.get(i + 1));
      if (!finding.distorts().isEmpty()) {
        PlainText.wrapped("distorts " + finding.distorts(), width - INDENT.length())
            .forEach(line -> lines.add(INDENT + line));
        lines.add(INDENT + "change: " + finding.advice());
      }
    }
    return lines;
  }
}
