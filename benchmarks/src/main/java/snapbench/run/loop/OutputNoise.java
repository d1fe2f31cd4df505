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
  private static final int FRAMES = 3;

  private OutputNoise() {}

  static boolean isNoise(String line) {
    return PREFIXES.stream().anyMatch(line::startsWith);
  }

  /** Keeps the first frames of each stack trace in a text of several lines. */
  static String shorten(String text) {
    if (!text.contains("\tat ")) {
      return text;
    }
    int[] frames = new int[1];
    return text.lines()
        .filter(
            line -> {
              frames[0] = isFrame(line) ? frames[0] + 1 : 0;
              return frames[0] <= FRAMES;
            })
        .collect(Collectors.joining("\n"));
  }

  /** Whether a line is a frame of a stack trace. */
  static boolean isFrame(String line) {
    String text = line.stripLeading();
    return text.startsWith("at ") || text.startsWith("... ");
  }
}
