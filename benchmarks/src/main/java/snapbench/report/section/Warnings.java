package snapbench.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import snapbench.analysis.warning.CellWarnings;
import snapbench.analysis.warning.HostWarnings;
import snapbench.analysis.warning.Warning;
import snapbench.report.cell.JudgedCell;
import snapbench.report.cell.JudgedRun;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
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

  private record Key(String label, String advice) {}

  /** A row for all that the same can be done about. */
  private static Table table(List<Warning> warnings) {
    return new Columns<Map.Entry<Key, String>>()
        .text("Warning", each -> each.getKey().label)
        .text("Where", Map.Entry::getValue)
        .text("What to do", each -> each.getKey().advice)
        .of(subjects(warnings, each -> new Key(each.kind().label(), each.advice())).entrySet());
  }

  /** A line for all of which the same is to be said. */
  private static List<String> lines(List<Warning> warnings) {
    return subjects(warnings, Warning::text).entrySet().stream()
        .map(each -> each.getValue() + ": " + each.getKey() + ".")
        .toList();
  }

  /** What warnings are about, by what they have in common. */
  private static <K> Map<K, String> subjects(List<Warning> warnings, Function<Warning, K> common) {
    return warnings.stream()
        .collect(
            Collectors.groupingBy(
                common,
                LinkedHashMap::new,
                Collectors.mapping(
                    Warning::subject,
                    Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new),
                        names -> String.join("; ", names)))));
  }
}
