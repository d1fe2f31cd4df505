package snapbench.report.headline;

import static org.assertj.core.api.Assertions.assertThat;
import static snapbench.report.headline.HeadlineCells.MIB;
import static snapbench.report.headline.HeadlineCells.leaking;
import static snapbench.report.headline.HeadlineCells.planted;
import static snapbench.report.headline.HeadlineCells.retained;
import static snapbench.report.headline.HeadlineCells.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.report.model.Headline;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;

/** In which words a headline tells of a verdict and of its cause. */
class VerdictHeadlinesTest {
  private final HeadlineCells cells = new HeadlineCells();

  @Test
  void tellsOfARiseThatHasSettledWithItsCause() {
    cells.with(retained());
    assertThat(cells.headlines()).extracting(Headline::verdict).containsExactly(Verdict.PLATEAU);
    assertThat(cells.only())
        .matches(
            "sqlite-jdbc 3\\.54\\.1\\.0, memory snapshot, 4 threads: RSS rose from 346 to 586 MiB"
                + " in 4 cycles and has stayed there for 44\\. 100 % of the rise is memory that"
                + " glibc kept after it had been freed, as much as 4 times the database\\.");
  }

  @Test
  void doesNotKnowACauseWithoutALedger() {
    cells.with(retained().withoutLedger());
    assertThat(cells.only())
        .endsWith("RSS rose from 346 to 586 MiB in 4 cycles and has stayed there for 44.");
  }

  @Test
  void tellsOfALeakByCycleWithItsInterval() {
    cells.with(leaking());
    assertThat(cells.headlines()).extracting(Headline::verdict).containsExactly(Verdict.GROWING);
    assertThat(cells.only())
        .containsPattern(
            ": RSS grows by 2\\.0 MiB per cycle \\(95 % interval: [12]\\.\\d to 2\\.\\d MiB\\),"
                + " 3\\.\\d+ % of the database: from 346 to 442 MiB in 48 cycles, and nothing hints"
                + " at an end\\.")
        .endsWith(
            " 100 % of what grows is memory that native code took and did not give back, 2.0 MiB"
                + " per cycle.");
  }

  @Test
  void tellsOfALeakThatTheResidentSetHides() {
    cells.with(
        planted()
            .add("nativeLive", cycle -> cycle * MIB)
            .add("nativeFree", cycle -> (100 - cycle) * MIB));
    cells.with(planted(), "snapshot=file");
    assertThat(cells.headlines().get(0).sentences())
        .contains(
            "RSS is flat: ",
            " Hidden from RSS, but growing: memory that native code took and did not give back, 1.0"
                + " MiB per cycle.");
  }

  /** The ledger was read at the beginning alone; threads are counted all along. */
  @Test
  void leavesOutAnAmountThatIsUnknown() {
    cells.with(planted().threadCount(cycle -> 20 + cycle));
    Fork cell = cells.forks.get(0);
    List<Iteration> sparse =
        cell.iterations().stream().filter(each -> each.iteration() < 2).toList();
    cells.forks.set(0, ForkBuilder.like(cell).iterations(sparse).build());
    assertThat(cells.only())
        .contains(" Hidden from RSS, but growing: threads, with their stacks. ");
  }

  @Test
  void saysThatForksShowDifferentCauses() {
    cells.forks.add(cells.with(planted().add("nativeLive", cycle -> cycle * MIB)).take(1));
    cells.forks.add(cells.with(planted().add("heapUsed", cycle -> cycle * MIB)).take(2));
    cells.forks.add(cells.with(planted().threadCount(cycle -> 20 + cycle)).take(3));
    assertThat(cells.only()).contains(" The forks show different causes.");
  }

  @Test
  void callsFlatWhatIsFlatAndSaysHowMuchGrowthThatIs() {
    cells.with(planted());
    assertThat(cells.headlines()).extracting(Headline::verdict).containsExactly(Verdict.FLAT);
    assertThat(cells.only())
        .endsWith(
            "RSS is flat: 346 MiB before the first cycle, 346 MiB after 48, and since cycle 4 it"
                + " grows by less than 256 KiB per cycle, which is too little to matter.");
  }

  @Test
  void saysWhatWouldDecide() {
    cells.forks.add(
        Cells.measured(
            1, "snapshotAndDump", 1, Map.of("snapshot", "memory", "threads", "16"), steps(12)));
    assertThat(cells.only())
        .isEqualTo(
            "memory snapshot, 16 threads: whether RSS grows is not decided (0.10 to 1.24 GiB in 12"
                + " cycles): it has risen by 1,200,000 KiB in 12 cycles, which may still be the"
                + " first round of 16; 20 more cycles decide.");
  }

  @Test
  void knowsTheBaselineOfABareResultFromItsMetric() {
    List<Iteration> iterations = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      iterations.add(
          new Iteration(
              false,
              i,
              Map.of(
                  "process.cycles",
                  (double) i,
                  "process.rss",
                  100_000.0 + 100_000 * i,
                  "process.rss.baseline",
                  100_000.0)));
    }
    Fork cell = Cells.timed(1, "memory", List.of(), iterations);
    cells.forks.add(
        ForkBuilder.of(cell.benchmark(), cell.mode())
            .params(cell.params())
            .iterations(iterations)
            .build());
    assertThat(cells.only()).contains("(98 to 488 MiB in 4 cycles)");
  }

  @Test
  void tellsOfThreadsThatGrow() {
    cells.with(planted().threadCount(cycle -> 20 + cycle));
    assertThat(cells.only()).contains(" Threads grow by 1 per cycle, from 20 to 68 in 48 cycles.");
  }
}
