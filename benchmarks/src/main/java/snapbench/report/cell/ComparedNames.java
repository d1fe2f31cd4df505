package snapbench.report.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.MeasureComparison;
import snapbench.analysis.comparison.Pair;
import snapbench.model.Cell;
import snapbench.model.CellKey;
import snapbench.report.text.Numbers;

/** What the two sides of each comparison are called. */
public final class ComparedNames {
  private final Comparison comparison;
  private final List<Cell> cells;
  private final Map<CellKey, String> names = new LinkedHashMap<>();

  /** Names the cells of all pairs. */
  public ComparedNames(Comparison comparison) {
    this.comparison = comparison;
    this.cells =
        Cells.of(
            comparison.all().stream()
                .map(MeasureComparison::pair)
                .distinct()
                .flatMap(pair -> Stream.of(pair.reference(), pair.candidate()))
                .flatMap(side -> side.forks().stream())
                .toList());
    cells.forEach(cell -> names.put(cell.first().key(), cell.name()));
  }

  /** Both sides of all pairs. */
  public List<Cell> cells() {
    return cells;
  }

  /** The candidate's name; with the reference's, where the candidate has several. */
  public String of(Pair pair) {
    String name = name(pair.candidate().key());
    long references =
        comparison.cycles().keySet().stream()
            .filter(each -> each.candidate().equals(pair.candidate()))
            .count();
    return references > 1 ? name + ", beside " + name(pair.reference().key()) : name;
  }

  /** The reference's name within a sentence: of two runs, both may have the same. */
  public String reference(Pair pair) {
    String reference = names.getOrDefault(pair.reference().key(), "");
    return reference.isEmpty() || reference.equals(of(pair)) ? "the reference" : reference;
  }

  private String name(CellKey key) {
    return names.getOrDefault(key, key.toString());
  }

  /**
   * What a decision needs, as the end of a sentence: "1 more fork of the reference and 2 more forks
   * of the candidate".
   */
  public static String missing(MeasureComparison each) {
    if (each.estimate().pairs()) {
      return Numbers.count(each.missingOfReference(), "more pair") + " of forks";
    }
    return Stream.of(
            Numbers.count(each.missingOfReference(), "more fork") + " of the reference",
            Numbers.count(each.missingOfCandidate(), "more fork") + " of the candidate")
        .filter(text -> !text.startsWith("0 "))
        .collect(Collectors.joining(" and "));
  }
}
