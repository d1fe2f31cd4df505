package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import snapbench.analysis.fork.ForkSeries;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Look;
import snapbench.report.model.Section;
import snapbench.report.text.Numbers;
import snapbench.results.folder.Looks;

/**
 * Which look at a cell the report is about, where it was measured again until its verdict was
 * decided, and how the others are found.
 */
public final class LookSection {
  private LookSection() {}

  public static Section of(Looks looks, List<Cell> cells) {
    List<String> lines = new ArrayList<>();
    for (Cell cell : cells) {
      Fork fork = cell.first();
      Look look = fork.look();
      if (look.of() > 1) {
        lines.add(
            cell.name()
                + ": "
                + look
                + "; its intervals are of "
                + Numbers.significant(100 * (1 - ForkSeries.alpha(fork)))
                + " %, so that all looks together are of 95 %"
                + files("earlier looks", looks.earlier(), fork));
      }
      looks.unfinished().stream()
          .filter(other -> isOfSame(fork, other) && other.reason() != null)
          .forEach(
              other ->
                  lines.add(
                      cell.name()
                          + ", "
                          + other.look()
                          + ", fork "
                          + other.fork()
                          + ": "
                          + other.reason()));
    }
    return new Section("Looks until decided", List.of(), lines);
  }

  private static String files(String title, List<Fork> forks, Fork of) {
    Stream<String> files =
        forks.stream()
            .filter(fork -> isOfSame(of, fork))
            .map(fork -> "cells/" + fork.number() + ".json");
    String list = String.join(", ", files.toList());
    return list.isEmpty() ? "" : "; " + title + ": " + list;
  }

  private static boolean isOfSame(Fork one, Fork other) {
    return one.benchmark().equals(other.benchmark())
        && one.mode().equals(other.mode())
        && one.params().equals(other.params());
  }
}
