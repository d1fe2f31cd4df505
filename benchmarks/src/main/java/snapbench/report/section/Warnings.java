package snapbench.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import snapbench.analysis.warning.CellWarnings;
import snapbench.analysis.warning.HostWarnings;
import snapbench.analysis.warning.Warning;
import snapbench.analysis.warning.WarningKind;
import snapbench.report.cell.JudgedCell;
import snapbench.report.cell.JudgedRun;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.results.folder.Run;

/** What makes the figures less than they seem, with advice. */
public final class Warnings {
  private static final String MACHINE = "the machine";

  private Warnings() {}

  /** Of the machine of each run, and of each cell of which a process was observed. */
  public static Section of(JudgedRun judged) {
    List<Warning> warnings = new ArrayList<>();
    List<Run> runs = judged.runs();
    for (Run each : runs) {
      String machine = runs.size() == 1 ? MACHINE : MACHINE + ", " + each.path();
      warnings.addAll(HostWarnings.of(machine, each.environment()));
    }
    for (JudgedCell cell : judged.observed()) {
      warnings.addAll(
          CellWarnings.of(
              cell.name(), cell.cell().forks(), cell.judged(), judged.merged().results()));
    }
    warnings.sort(Comparator.comparing(Warning::kind));
    return new Section("Warnings", List.of(table(warnings)), lines(warnings));
  }

  private record Key(WarningKind kind, String advice) {}

  /** A row for all that the same can be done about. */
  private static Table table(List<Warning> warnings) {
    Map<Key, Set<String>> subjects = new LinkedHashMap<>();
    for (Warning warning : warnings) {
      subjects
          .computeIfAbsent(new Key(warning.kind(), warning.advice()), key -> new LinkedHashSet<>())
          .add(warning.subject());
    }
    List<List<String>> rows = new ArrayList<>();
    subjects.forEach(
        (key, names) ->
            rows.add(List.of(key.kind().label(), String.join("; ", names), key.advice())));
    return new Table(
        List.of(Column.text("Warning"), Column.text("Where"), Column.text("What to do")), rows);
  }

  /** A line for all of which the same is to be said. */
  private static List<String> lines(List<Warning> warnings) {
    Map<String, Set<String>> subjects = new LinkedHashMap<>();
    for (Warning warning : warnings) {
      subjects
          .computeIfAbsent(warning.text(), text -> new LinkedHashSet<>())
          .add(warning.subject());
    }
    List<String> lines = new ArrayList<>();
    subjects.forEach((text, names) -> lines.add(String.join("; ", names) + ": " + text + "."));
    return lines;
  }
}
