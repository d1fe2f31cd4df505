package snapbench.self.chaos.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damage to a text, whose characters are bytes. */
final class Mutation {
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;
  private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|[\\w.+-]+|[^\\w\\s]");
  private static final Pattern LINE = Pattern.compile(".*\\R?");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
  private static final Pattern KEY = Pattern.compile("\"[^\"\\n]*\"(?=\\s*:)");
  private static final Pattern ENTRY = Pattern.compile("\"[^\"\\n]*\"\\s*:\\s*[^,\\[{}\\]]+,?");
  private static final Pattern WORD = Pattern.compile("\"[^\"\\n]*\"");

  private static final List<String> NUMBERS =
      List.of(
          "NaN",
          "\"NaN\"",
          "-1",
          "-0.0",
          "0",
          "1e308",
          "-1e308",
          "1e-320",
          "1e999",
          "Infinity",
          "\"Infinity\"",
          "\"-Infinity\"",
          "",
          "null",
          "2147483648",
          "-9223372036854775808",
          "99999999999999999999",
          "1,5",
          "0x1F",
          "true",
          "\"x\"",
          "[]",
          "{}",
          "1.7976931348623157e308");
  private static final List<String> WORDS =
      List.of(
          "\"\"",
          "null",
          "7",
          "[]",
          "{}",
          "\"\\u0000\"",
          "\"a\\nb\\tat c\"",
          "\"<script>\"",
          "\"%s%n$1\\\\\"",
          "\"../..\"",
          "\"|`*_\"",
          "\"\\ud800\"",
          "\"" + "w".repeat(5000) + "\"");
  private static final List<String> KEYS =
      List.of("\"\"", "\"mode\"", "\"params\"", "\"cycles\"", "\"x y\"", "\"score\"", "\"number\"");
  private static final List<String> MARKS =
      List.of("\0", "\ufeff", "\u2028", "\t", "\r", "é", "\"");

  private final RandomGenerator random;

  /** With what chooses. */
  Mutation(RandomGenerator random) {
    this.random = random;
  }

  /** Damages it in one to three ways. */
  byte[] of(byte[] whole) {
    String text = new String(whole, BYTES);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      text = once(text);
    }
    return text.getBytes(BYTES);
  }

  /** The same of a text. */
  String of(String whole) {
    return new String(of(whole.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  /** One of several. */
  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String once(String text) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + 1 + random.nextInt(40));
    return switch (random.nextInt(18)) {
      case 0 -> flipped(text, at);
      case 1 -> text.substring(0, at);
      case 2 -> text.substring(0, at) + text.substring(to);
      case 3, 4 -> parts(text, LINE);
      case 5, 6 -> parts(text, TOKEN);
      case 7, 8 -> replaced(text, NUMBER, any(NUMBERS));
      case 9 -> replaced(text, KEY, any(KEYS));
      case 10, 11 -> replaced(text, ENTRY, "");
      case 12 -> replaced(text, WORD, any(WORDS));
      case 13 -> nested(text);
      case 14 -> encoded(text);
      case 15 -> text + (random.nextBoolean() ? "" : "\n") + text;
      case 16 -> text.substring(0, at) + encode(any(MARKS)) + text.substring(at);
      default ->
          text.replace(any(List.of(",", "\n", ".", ":")), any(List.of(";", "\r", "\t", ",")));
    };
  }

  private String flipped(String text, int at) {
    int index = Math.min(at, text.length() - 1);
    char other = text.isEmpty() ? 'x' : (char) (text.charAt(index) ^ (1 << random.nextInt(8)));
    return text.isEmpty() ? "x" : text.substring(0, index) + other + text.substring(index + 1);
  }

  /** One more of them, one less, or two swapped. */
  private String parts(String text, Pattern pattern) {
    List<String> parts = new ArrayList<>();
    int end = 0;
    for (MatchResult match : pattern.matcher(text).results().toList()) {
      parts.add(text.substring(end, match.start()));
      parts.add(match.group());
      end = match.end();
    }
    if (parts.isEmpty()) {
      return text;
    }
    int one = 2 * random.nextInt(parts.size() / 2) + 1;
    switch (random.nextInt(3)) {
      case 0 -> parts.set(one, "");
      case 1 -> parts.add(one, parts.get(one));
      default -> Collections.swap(parts, one, 2 * random.nextInt(parts.size() / 2) + 1);
    }
    return String.join("", parts) + text.substring(end);
  }

  private String replaced(String text, Pattern pattern, String other) {
    List<MatchResult> found = pattern.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult match = any(found);
    return text.substring(0, match.start()) + other + text.substring(match.end());
  }

  private String nested(String text) {
    String deep = "[".repeat(any(List.of(1, 2, 900, 1100, 20_000)));
    return random.nextBoolean()
        ? deep + text + deep.replace('[', ']')
        : replaced(text, NUMBER, deep + 1 + deep.replace('[', ']'));
  }

  private String encoded(String text) {
    Charset charset =
        any(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_8));
    return new String((random.nextBoolean() ? "\ufeff" + text : text).getBytes(charset), BYTES);
  }

  private static String encode(String mark) {
    return new String(mark.getBytes(StandardCharsets.UTF_8), BYTES);
  }
}
