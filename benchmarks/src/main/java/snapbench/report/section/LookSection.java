package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
            "%s: %s; its intervals are of %s %%, so that all looks together are of 95 %%%s"
                .formatted(
                    cell.name(),
                    look,
                    Numbers.significant(100 * (1 - ForkSeries.alpha(fork))),
                    earlier(looks, fork)));
      }
      looks.unfinished().stream()
          .filter(other -> fork.key().equals(other.key()) && other.reason() != null)
          .map(
              other ->
                  "%s, %s, fork %d: %s"
                      .formatted(cell.name(), other.look(), other.fork(), other.reason()))
          .forEach(lines::add);
    }
    return new Section("Looks until decided", List.of(), lines);
  }

  private static String earlier(Looks looks, Fork of) {
    String files =
        looks.earlier().stream()
            .filter(fork -> fork.key().equals(of.key()))
            .map(fork -> "cells/" + fork.number() + ".json")
            .collect(Collectors.joining(", "));
    return files.isEmpty() ? "" : "; earlier looks: " + files;
  }
}
