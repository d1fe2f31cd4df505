package snapbench.report.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import snapbench.model.Fork;

/** The settings that a testee's allocator was given, as one writes them elsewhere. */
public final class LeverSettings {
  private static final String ENV = "env";
  private static final String TRIM = "-XX:TrimNativeHeapInterval=";

  private static final String OPTIONS = "JAVA_TOOL_OPTIONS=";
  private static final String PRELOAD = "LD_PRELOAD=";

  private LeverSettings() {}

  /** One line, read from the command line on record; empty where there is none. */
  public static String of(Fork fork) {
    List<String> variables = fork.testee() == null ? List.of() : variables(fork.testee().command());
    if (variables.isEmpty()) {
      return "";
    }
    String unit =
        variables.stream()
            .map(variable -> "Environment=\"" + variable + "\"")
            .collect(Collectors.joining(" "));
    return "In a unit file: " + unit + "; in a Dockerfile: ENV " + String.join(" ", variables);
  }

  /**
   * The settings as a headline names them; empty where there are none, or where it is a library
   * that was loaded.
   */
  public static String inWords(Fork fork) {
    List<String> variables = fork.testee() == null ? List.of() : variables(fork.testee().command());
    return variables.stream().anyMatch(variable -> variable.startsWith(PRELOAD))
        ? ""
        : variables.stream()
            .map(variable -> variable.replace(OPTIONS, ""))
            .collect(Collectors.joining(" "));
  }

  private static List<String> variables(List<String> command) {
    List<String> variables = new ArrayList<>();
    if (!command.isEmpty() && command.get(0).equals(ENV)) {
      command.stream().skip(1).takeWhile(word -> word.contains("=")).forEach(variables::add);
    }
    command.stream()
        .filter(word -> word.startsWith(TRIM))
        .forEach(word -> variables.add(OPTIONS + word));
    return variables;
  }
}
