package snapbench.run.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a run is.
 *
 * @param cell which cell is measured, from 1
 * @param cells how many there are
 * @param name what is measured
 * @param fork which fork of it, from 1
 * @param forks how many forks it has
 * @param phase {@code starting}, or which iteration of how many
 * @param rss the resident set at the end of the last iteration, with its unit; empty before that
 * @param score the score of the last iteration, with its unit; empty before that
 * @param left the time that is left, in words
 */
public record RunStatus(
    int cell,
    int cells,
    String name,
    int fork,
    int forks,
    Phase phase,
    String rss,
    String score,
    String left) {
  private static final String GAP = " | ";
  private static final int SHORTEST_NAME = 12;
  private static final String CUT = "...";

  /**
   * Which iteration of a fork.
   *
   * @param warmup whether it is not counted
   * @param number from 1; 0 before the first
   * @param of how many of that kind there are
   */
  public record Phase(boolean warmup, int number, int of) {
    /** Before the first iteration. */
    static final Phase STARTING = new Phase(false, 0, 0);

    private String text(String between) {
      return number == 0
          ? "starting"
          : (warmup ? "warm-up " : "iteration ") + number + between + of;
    }
  }

  /** Before the first iteration of a fork. */
  static RunStatus starting(int cell, int cells, String name, int fork, int forks) {
    return new RunStatus(cell, cells, name, fork, forks, Phase.STARTING, "", "", "");
  }

  RunStatus withPhase(Phase now) {
    return new RunStatus(cell, cells, name, fork, forks, now, rss, score, left);
  }

  RunStatus withFigures(String lastRss, String lastScore) {
    return new RunStatus(cell, cells, name, fork, forks, phase, lastRss, lastScore, left);
  }

  RunStatus withLeft(String time) {
    return new RunStatus(cell, cells, name, fork, forks, phase, rss, score, time);
  }

  /** In one line of words, for a log. */
  public String line() {
    String ofCell = "cell " + cell + " of " + cells;
    String ofFork = forks > 1 ? "fork " + fork + " of " + forks : "";
    return Stream.of(ofCell, name, ofFork, phase.text(" of "), left, rss, score)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /**
   * In one line of no more than some width, for a terminal: where there is no room for all of it,
   * the name is cut first, then the score, the resident set and the fork are left out.
   */
  public String line(int width) {
    String ofFork = forks > 1 ? "fork " + fork + "/" + forks : "";
    List<String> parts = new ArrayList<>(List.of(ofFork, phase.text("/"), rss, score, left));
    String start = cell + "/" + cells + " ";
    for (int dropped : new int[] {-1, 3, 2, 0}) {
      if (dropped >= 0) {
        parts.set(dropped, "");
      }
      String rest =
          parts.stream()
              .filter(part -> !part.isEmpty())
              .map(GAP::concat)
              .collect(Collectors.joining());
      int room = width - start.length() - rest.length();
      if (room >= Math.min(name.length(), SHORTEST_NAME)) {
        return start + cut(name, room) + rest;
      }
    }
    return cut(cell + "/" + cells + GAP + phase.text("/") + GAP + left, width);
  }

  private static String cut(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    return width <= CUT.length()
        ? text.substring(0, width)
        : text.substring(0, width - CUT.length()) + CUT;
  }

  /** A resident set, such as "RSS 1,234 MiB"; "RSS unknown" if it could not be read. */
  static String rss(double kib) {
    return Double.isNaN(kib)
        ? "RSS unknown"
        : String.format(Locale.ROOT, "RSS %,.0f MiB", kib / 1024);
  }

  /** A score, with three significant digits at least. */
  static String score(double value, String unit) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return Double.isNaN(value)
        ? ""
        : String.format(Locale.ROOT, "%,." + decimals + "f ", value) + unit;
  }
}
