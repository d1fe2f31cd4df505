package snapbench.run.loop;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts into one line what JMH failed at. */
final class Failures {
  /** What HotSpot says in the middle of its report on a crash. */
  private static final Pattern CRASH =
      Pattern.compile("# +((SIG|EXCEPTION_|Internal Error|Native memory allocation).*)");

  /** What a JVM says whatever went wrong. */
  private static final List<String> UNINFORMATIVE =
      List.of(
          "Error: Could not create the Java Virtual Machine.",
          "Error: A fatal exception has occurred. Program will exit.",
          "Picked up ",
          "WARNING:");

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
    String lastWords = lastWords(tail.stream().map(String::strip).toList());
    return lastWords.isEmpty() ? firstLine(cause) : firstLine(cause) + ": " + lastWords;
  }

  /** What a JVM crashed at, or else the last line that says something; empty if none does. */
  private static String lastWords(List<String> tail) {
    return tail.stream()
        .map(CRASH::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst()
        .or(() -> tail.stream().filter(Failures::isInformative).reduce((one, next) -> next))
        .orElse("");
  }

  private static boolean isInformative(String line) {
    return line.chars().anyMatch(Character::isLetterOrDigit)
        && !OutputNoise.isFrame(line)
        && UNINFORMATIVE.stream().noneMatch(line::startsWith);
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
