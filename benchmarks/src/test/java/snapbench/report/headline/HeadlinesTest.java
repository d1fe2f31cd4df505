package snapbench.report.headline;

import static org.assertj.core.api.Assertions.assertThat;
import static snapbench.report.headline.HeadlineCells.COMMAND;
import static snapbench.report.headline.HeadlineCells.MIB;
import static snapbench.report.headline.HeadlineCells.ROUND;
import static snapbench.report.headline.HeadlineCells.leaking;
import static snapbench.report.headline.HeadlineCells.planted;
import static snapbench.report.headline.HeadlineCells.retained;
import static snapbench.report.headline.HeadlineCells.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.report.model.Headline;
import snapbench.report.render.MarkdownRenderer;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;

/** Which headline comes first, what it calls a cell, and what avoids a growth at which price. */
class HeadlinesTest {
  private final HeadlineCells cells = new HeadlineCells();

  @Test
  void saysWhatAvoidsAGrowthAndWhatItCosts() {
    cells.with(retained());
    cells.with(planted(), "snapshot=file");
    cells.with(
        planted().add("nativeFree", cycle -> Math.min(cycle, 1) * 55 * MIB),
        List.of("env", "MALLOC_ARENA_MAX=1", "java"),
        "malloc=arena1");
    cells.with(leaking(), "malloc=trim");
    cells.with(planted(), "schema=flat");
    cells.with(planted(), "snapshot=memdb", "malloc=mmap");
    Headline plateau =
        cells.headlines().stream()
            .filter(headline -> headline.sentences().contains("memory snapshot, 4 threads: "))
            .findFirst()
            .orElseThrow();
    assertThat(plateau.sentences())
        .containsPattern(
            " Avoided in this run by a file snapshot \\(100 % of the throughput, within noise\\)\\."
                + " Lessened by MALLOC_ARENA_MAX=1 \\(a rise of 5[45]\\.\\d MiB, 100 % of the"
                + " throughput, within noise\\)\\.")
        .doesNotContain("Trim", "trim", "flat", "memdb");
  }

  @Test
  void saysNothingOfPriceWhereNoTimesAreKnown() {
    cells.with(retained());
    cells.with(planted(), "snapshot=file");
    List<Fork> timeless = new ArrayList<>();
    for (Fork cell : cells.forks) {
      List<Cycle> cycles =
          cell.cycles().stream()
              .map(
                  cycle ->
                      new Cycle(
                          cycle.cycle(),
                          false,
                          cycle.iteration(),
                          0,
                          cycle.after(),
                          Double.NaN,
                          1,
                          1,
                          1,
                          1,
                          1,
                          1,
                          1,
                          Double.NaN,
                          Double.NaN))
              .toList();
      timeless.add(ForkBuilder.like(cell).cycles(cycles).build());
    }
    cells.forks.clear();
    cells.forks.addAll(timeless);
    assertThat(cells.headlines().get(0).sentences())
        .endsWith(" Avoided in this run by a file snapshot.")
        .doesNotContain("throughput");
  }

  @Test
  void ordersWhatGrowsBeforeWhatIsOpenBeforeWhatRoseBeforeWhatIsFlat() {
    cells.with(planted(), "snapshot=file");
    cells.with(retained());
    cells.with(
        planted().add("nativeFree", cycle -> Math.min(cycle, ROUND) * 90 * MIB), "schema=flat");
    cells.with(leaking(), "snapshot=vacuum");
    cells.forks.add(
        Cells.measured(
            9, "snapshotAndDump", 1, Map.of("snapshot", "memdb", "threads", "16"), steps(12)));
    assertThat(cells.headlines())
        .extracting(Headline::verdict)
        .containsExactly(
            Verdict.GROWING, Verdict.INCONCLUSIVE, Verdict.PLATEAU, Verdict.PLATEAU, Verdict.FLAT);
    assertThat(cells.headlines().get(2).sentences()).contains("schema=flat");
  }

  @Test
  void saysThatALeakWasPlantedAndTellsAGroupThatIsNotXerials() {
    cells.with(leaking(), "leak=native:2m");
    cells.forks.set(
        0,
        Cells.with(
            cells.forks.get(0),
            1,
            cells.forks.get(0).params(),
            Cells.testee("io.github.willena:sqlite-jdbc:3.40.1.0", COMMAND)));
    assertThat(cells.only())
        .startsWith(
            "io.github.willena:sqlite-jdbc 3.40.1.0, memory snapshot, 4 threads, planted leak"
                + " native:2m: RSS grows");
  }

  @Test
  void keepsThePathOfAJarToItself() {
    cells.with(planted());
    cells.forks.set(
        0,
        Cells.with(
            cells.forks.get(0),
            1,
            cells.forks.get(0).params(),
            Cells.testee("/home/alice/my.jar", COMMAND)));
    assertThat(cells.only()).startsWith("my.jar, memory snapshot");
    assertThat(MarkdownRenderer.render(cells.report())).doesNotContain("alice");
  }
}
