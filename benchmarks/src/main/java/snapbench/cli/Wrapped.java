package snapbench.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of no more than some width, broken at spaces. */
final class Wrapped {
  private Wrapped() {}

  /** The lines, at least one; a word that is longer than the width is not broken. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
