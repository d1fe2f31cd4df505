package snapbench.results.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import snapbench.results.files.InvalidInputException;

/** Which columns of a file are to be read. */
final class Headings {
  private Headings() {}

  /**
   * The indices of chosen columns, in the order in which they were chosen.
   *
   * @param headings of all columns
   * @param available the indices that may be chosen
   * @param chosen headings; empty for all that are available
   * @throws InvalidInputException if one is not there, or there more than once
   */
  static List<Integer> indices(
      CsvRows rows, List<String> headings, List<Integer> available, List<String> chosen)
      throws InvalidInputException {
    if (chosen.isEmpty()) {
      return available;
    }
    List<Integer> indices = new ArrayList<>();
    for (String heading : chosen) {
      List<Integer> found =
          available.stream().filter(i -> headings.get(i).equals(heading)).distinct().toList();
      if (found.size() != 1) {
        throw rows.refusalOfAll(
            (found.isEmpty() ? "has no column " : "has more than one column ")
                + heading
                + "; choose one of "
                + String.join(", ", available.stream().map(headings::get).distinct().toList()));
      }
      indices.addAll(found);
    }
    return indices;
  }

  /** All indices from one on. */
  static List<Integer> from(int first, List<String> headings) {
    return IntStream.range(first, headings.size()).boxed().toList();
  }
}
