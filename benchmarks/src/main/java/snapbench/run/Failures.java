package snapbench.run;

import java.util.List;

/** Puts into one line what JMH failed at. */
final class Failures {
  private Failures() {}

  /**
   * The reason in one line.
   *
   * @param failure what JMH's runner threw
   * @param tail the last lines of the fork's output; may be empty
   */
  static String reason(Exception failure, List<String> tail) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    // JMH puts what a benchmark threw among the suppressed exceptions of one of its own.
    while (cause.getSuppressed().length > 0) {
      cause = cause.getSuppressed()[0];
    }
    List<String> said = tail.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return said.isEmpty() ? firstLine(cause) : firstLine(cause) + ": " + said.get(0);
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause.getClass().getName();
    }
    String line = message.strip().lines().findFirst().orElse("");
    return cause instanceof IllegalStateException
        ? line
        : cause.getClass().getSimpleName() + ": " + line;
  }
}
