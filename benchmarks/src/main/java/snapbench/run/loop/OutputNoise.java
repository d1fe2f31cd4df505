package snapbench.run.loop;

import java.util.List;
import java.util.stream.Collectors;

/** What JMH prints that says nothing to who reads a run of many calls. */
final class OutputNoise {
  private static final List<String> PREFIXES =
      List.of(
          "# WARNING: JMH lock is ignored",
          "# Run complete.",
          "Benchmark had encountered error, and fail on error was requested");

  /** With which a fork begins what its testee says. */
  private static final String OF_TESTEE = "# testee:";

  private OutputNoise() {}

  static boolean isNoise(String line) {
    return PREFIXES.stream().anyMatch(line::startsWith);
  }

  /** Leaves out the frames of each stack trace in a text of several lines. */
  static String shorten(String text) {
    return text.contains("\tat ")
        ? text.lines().filter(line -> !isFrame(line)).collect(Collectors.joining("\n"))
        : text;
  }

  /** Whether a line is a frame of a stack trace. */
  static boolean isFrame(String line) {
    String said = line.startsWith(OF_TESTEE) ? line.substring(OF_TESTEE.length()) : line;
    String text = said.stripLeading();
    return text.startsWith("at ") || text.startsWith("... ");
  }
}
