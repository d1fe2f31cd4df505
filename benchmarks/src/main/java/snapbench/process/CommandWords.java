package snapbench.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a command. Spaces separate them; what stands in single or double quotes belongs to
 * one word, quotes of the other kind included. There is no other escape: a backslash is a
 * backslash, unlike in a shell or with plexus-utils.
 */
final class CommandWords {
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']++|\"[^\"]*+\"|'[^']*+')++");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private CommandWords() {}

  /**
   * Splits a command.
   *
   * @throws IllegalArgumentException if there is no word, or a quote is not closed
   */
  static List<String> split(String command) {
    if (!WORD.matcher(command).replaceAll("").isBlank()) {
      throw new IllegalArgumentException("a quote is not closed");
    }
    List<String> words =
        WORD.matcher(command)
            .results()
            .map(MatchResult::group)
            .map(word -> QUOTED.matcher(word).replaceAll("$1$2"))
            .toList();
    if (words.isEmpty() || words.get(0).isEmpty()) {
      throw new IllegalArgumentException("no program");
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
