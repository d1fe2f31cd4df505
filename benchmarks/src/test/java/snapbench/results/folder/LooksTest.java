package snapbench.results.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.model.Look;
import snapbench.results.Cells;

/** Looks at a cell are no forks of it. */
class LooksTest {
  private static Fork cell(int number, String snapshot, int fork, int look) {
    return Cells.measured(number, "snapshotAndDump", fork, Map.of("snapshot", snapshot), 1, 2)
        .withLook(new Look(look, 4));
  }

  private static Fork failed(int number, String snapshot, int fork, int look) {
    Map<String, String> params = Map.of("snapshot", snapshot);
    return Cells.cell(number, "snapshotAndDump", fork, params, State.FAILED, "interrupted", 1)
        .withLook(new Look(look, 4));
  }

  private static List<Integer> numbers(List<Fork> cells) {
    return cells.stream().map(Fork::number).toList();
  }

  @Test
  void theLastCounts() {
    Looks looks =
        Looks.of(
            List.of(
                cell(1, "memory", 1, 1),
                cell(2, "file", 1, 1),
                cell(3, "memory", 1, 2),
                cell(5, "memory", 1, 3)));
    assertThat(numbers(looks.counting())).containsExactly(5, 2);
    assertThat(numbers(looks.earlier())).containsExactly(1, 3);
    assertThat(looks.unfinished()).isEmpty();
  }

  @Test
  void onlyACompleteOneCounts() {
    Looks failed =
        Looks.of(
            List.of(
                cell(1, "memory", 1, 1),
                cell(2, "memory", 2, 1),
                cell(3, "memory", 1, 2),
                failed(4, "memory", 2, 2)));
    assertThat(numbers(failed.counting())).containsExactly(1, 2);
    assertThat(numbers(failed.unfinished())).containsExactly(3, 4);
    Looks cutOff =
        Looks.of(
            List.of(cell(1, "memory", 1, 1), cell(2, "memory", 2, 1), cell(3, "memory", 1, 2)));
    assertThat(numbers(cutOff.counting())).containsExactly(1, 2);
  }

  @Test
  void theFirstCountsIfNoneIsComplete() {
    Looks looks = Looks.of(List.of(cell(1, "memory", 1, 1), failed(2, "memory", 2, 1)));
    assertThat(numbers(looks.counting())).containsExactly(1, 2);
    assertThat(looks.earlier()).isEmpty();
    assertThat(looks.unfinished()).isEmpty();
  }
}
