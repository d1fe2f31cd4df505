package snapbench.report.cell;

import java.util.List;
import java.util.stream.Stream;
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
    List<String> variables = variables(fork);
    List<String> unit = variables.stream().map(each -> "Environment=\"" + each + "\"").toList();
    return variables.isEmpty()
        ? ""
        : "In a unit file: %s; in a Dockerfile: ENV %s"
            .formatted(String.join(" ", unit), String.join(" ", variables));
  }

  /**
   * The settings as a headline names them; empty where there are none, or where it is a library
   * that was loaded.
   */
  public static String inWords(Fork fork) {
    List<String> variables = variables(fork);
    return variables.stream().anyMatch(variable -> variable.startsWith(PRELOAD))
        ? ""
        : String.join(" ", variables).replace(OPTIONS, "");
  }

  private static List<String> variables(Fork fork) {
    List<String> command = fork.testee() == null ? List.of() : fork.testee().command();
    Stream<String> given =
        !command.isEmpty() && command.get(0).equals(ENV)
            ? command.stream().skip(1).takeWhile(word -> word.contains("="))
            : Stream.empty();
    Stream<String> trim =
        command.stream().filter(word -> word.startsWith(TRIM)).map(word -> OPTIONS + word);
    return Stream.concat(given, trim).toList();
  }
}
