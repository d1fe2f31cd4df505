package snapbench.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a command. Spaces separate them; what stands in single or double quotes belongs to
 * one word, quotes of the other kind included. There is no other escape: a backslash is a
 * backslash.
 */
final class CommandWords {
  private CommandWords() {}

  /**
   * Splits a command.
   *
   * @throws IllegalArgumentException if there is no word, or a quote is not closed
   */
  static List<String> split(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char each = command.charAt(i);
      if (quote != 0 && each == quote) {
        quote = 0;
      } else if (quote == 0 && (each == '"' || each == '\'')) {
        quote = each;
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(each)) {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else {
        word.append(each);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    if (quote != 0 || words.isEmpty() || words.get(0).isEmpty()) {
      throw new IllegalArgumentException(quote != 0 ? "a quote is not closed" : "no program");
    }
    return words;
  }

  /**
   * The same with absolute paths: the program's, where it is given with a folder, and those of
   * arguments that exist in the current folder; a testee is started in another.
   */
  static List<String> withAbsolutePaths(List<String> words) {
    List<String> absolute = new ArrayList<>();
    for (String word : words) {
      boolean isName = absolute.isEmpty() && !word.contains("/") && !word.contains("\\");
      absolute.add(isName || !exists(word) ? word : Path.of(word).toAbsolutePath().toString());
    }
    return absolute;
  }

  private static boolean exists(String word) {
    try {
      return !word.isEmpty() && Files.exists(Path.of(word));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }
}
