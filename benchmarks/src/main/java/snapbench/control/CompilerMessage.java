package snapbench.control;

import java.util.List;

/** What a compiler says of a failure, in one line. */
final class CompilerMessage {
  private CompilerMessage() {}

  /** The first line that tells of an error; the last one where none does. */
  static String of(Commands.Outcome outcome) {
    List<String> lines =
        outcome.output().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      return "the compiler ended with exit code " + outcome.exitCode();
    }
    return lines.stream()
        .filter(line -> line.contains("error") || line.contains("cannot find"))
        .findFirst()
        .orElse(lines.get(lines.size() - 1));
  }
}
