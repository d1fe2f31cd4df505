package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import snapbench.analysis.CellSeries;
import snapbench.results.Cell;
import snapbench.results.Look;
import snapbench.results.Looks;

/**
 * Which look at a cell the report is about, where it was measured again until its verdict was
 * decided, and how the others are found.
 */
final class LookSection {
  private LookSection() {}

  static Section of(Looks looks, List<Variant> variants) {
    List<String> lines = new ArrayList<>();
    for (Variant variant : variants) {
      Cell cell = variant.first();
      Look look = cell.look();
      if (look.of() > 1) {
        lines.add(
            variant.name()
                + ": "
                + look
                + "; its intervals are of "
                + Numbers.significant(100 * (1 - CellSeries.alpha(cell)))
                + " %, so that all looks together are of 95 %"
                + files("earlier looks", looks.earlier(), cell));
      }
      looks.unfinished().stream()
          .filter(other -> isOfSame(cell, other) && other.reason() != null)
          .forEach(
              other ->
                  lines.add(
                      variant.name()
                          + ", "
                          + other.look()
                          + ", fork "
                          + other.fork()
                          + ": "
                          + other.reason()));
    }
    return new Section("Looks until decided", List.of(), lines);
  }

  private static String files(String title, List<Cell> cells, Cell of) {
    Stream<String> files =
        cells.stream()
            .filter(cell -> isOfSame(of, cell))
            .map(cell -> "cells/" + cell.number() + ".json");
    String list = String.join(", ", files.toList());
    return list.isEmpty() ? "" : "; " + title + ": " + list;
  }

  private static boolean isOfSame(Cell one, Cell other) {
    return one.benchmark().equals(other.benchmark())
        && one.mode().equals(other.mode())
        && one.params().equals(other.params());
  }
}
