package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import snapbench.results.Cell;

/** The settings that a testee's allocator was given, as one writes them elsewhere. */
final class LeverSettings {
  private static final String ENV = "env";
  private static final String TRIM = "-XX:TrimNativeHeapInterval=";

  private LeverSettings() {}

  /** One line, read from the command line on record; empty where there is none. */
  static String of(Cell cell) {
    List<String> variables = cell.testee() == null ? List.of() : variables(cell.testee().command());
    if (variables.isEmpty()) {
      return "";
    }
    String unit =
        variables.stream()
            .map(variable -> "Environment=\"" + variable + "\"")
            .collect(Collectors.joining(" "));
    return "In a unit file: " + unit + "; in a Dockerfile: ENV " + String.join(" ", variables);
  }

  private static List<String> variables(List<String> command) {
    List<String> variables = new ArrayList<>();
    if (!command.isEmpty() && command.get(0).equals(ENV)) {
      command.stream().skip(1).takeWhile(word -> word.contains("=")).forEach(variables::add);
    }
    command.stream()
        .filter(word -> word.startsWith(TRIM))
        .forEach(word -> variables.add("JAVA_TOOL_OPTIONS=" + word));
    return variables;
  }
}
