package snapbench.report.headline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import snapbench.analysis.LedgerCells;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.report.Report;
import snapbench.report.model.Headline;
import snapbench.report.render.MarkdownRenderer;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.folder.Run;

/** What the report says first, of cells whose truth is known. */
class HeadlinesTest {
  private static final String DRIVER = "org.xerial:sqlite-jdbc:3.54.1.0";
  private static final List<String> COMMAND = List.of("java", "-cp", "testee.jar");
  private static final Map<String, Object> GLIBC =
      Map.of("operatingSystem", Map.of("libc", "glibc 2.36"));

  private static final int CYCLES = 48;
  private static final int ROUND = 4;
  private static final double MIB = 1024;

  private final List<Fork> cells = new ArrayList<>();

  private static LedgerCells planted() {
    return new LedgerCells(CYCLES, ROUND);
  }

  /** Retained by the allocator: as much as a database in each cycle of the first round. */
  private static LedgerCells retained() {
    return planted().add("nativeFree", cycle -> Math.min(cycle, ROUND) * 60 * MIB);
  }

  private static LedgerCells leaking() {
    return planted().add("nativeLive", cycle -> cycle * 2 * MIB);
  }

  private HeadlinesTest with(LedgerCells plan, String... params) {
    return with(plan, 1, COMMAND, params);
  }

  private HeadlinesTest with(LedgerCells plan, int forks, List<String> command, String... params) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("threads", Integer.toString(ROUND));
    all.put("snapshot", "memory");
    all.put("malloc", "system");
    for (String param : params) {
      all.put(param.split("=", 2)[0], param.split("=", 2)[1]);
    }
    for (int fork = 1; fork <= forks; fork++) {
      Fork cell = plan.cell(fork);
      cells.add(Cells.with(cell, cells.size() + 1, all, Cells.testee(DRIVER, command)));
    }
    return this;
  }

  private List<Headline> headlines() {
    return Report.of(new Run(Path.of("run"), cells, GLIBC, List.of())).headlines();
  }

  private String only() {
    assertThat(headlines()).hasSize(1);
    return headlines().get(0).sentences();
  }

  @Test
  void tellsOfARiseThatHasSettledWithItsCause() {
    with(retained());
    assertThat(headlines()).extracting(Headline::verdict).containsExactly(Verdict.PLATEAU);
    assertThat(only())
        .matches(
            "sqlite-jdbc 3\\.54\\.1\\.0, memory snapshot, 4 threads: RSS rose from 346 to 586 MiB"
                + " in 4 cycles and has stayed there for 44\\. 100 % of the rise is memory that"
                + " glibc kept after it had been freed, as much as 4 times the database\\.");
  }

  @Test
  void doesNotKnowACauseWithoutALedger() {
    with(retained().withoutLedger());
    assertThat(only())
        .endsWith("RSS rose from 346 to 586 MiB in 4 cycles and has stayed there for 44.");
  }

  @Test
  void tellsOfALeakByCycleWithItsInterval() {
    with(leaking());
    assertThat(headlines()).extracting(Headline::verdict).containsExactly(Verdict.GROWING);
    assertThat(only())
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
    with(
        planted()
            .add("nativeLive", cycle -> cycle * MIB)
            .add("nativeFree", cycle -> (100 - cycle) * MIB));
    with(planted(), "snapshot=file");
    assertThat(headlines().get(0).sentences())
        .contains(
            "RSS is flat: ",
            " Hidden from RSS, but growing: memory that native code took and did not give back, 1.0"
                + " MiB per cycle.");
  }

  /** The ledger was read at the beginning alone; threads are counted all along. */
  @Test
  void leavesOutAnAmountThatIsUnknown() {
    with(planted().threadCount(cycle -> 20 + cycle));
    Fork cell = cells.get(0);
    List<Iteration> sparse =
        cell.iterations().stream().filter(each -> each.iteration() < 2).toList();
    cells.set(0, ForkBuilder.like(cell).iterations(sparse).build());
    assertThat(only()).contains(" Hidden from RSS, but growing: threads, with their stacks. ");
  }

  @Test
  void saysThatForksShowDifferentCauses() {
    cells.add(with(planted().add("nativeLive", cycle -> cycle * MIB)).take(1));
    cells.add(with(planted().add("heapUsed", cycle -> cycle * MIB)).take(2));
    cells.add(with(planted().threadCount(cycle -> 20 + cycle)).take(3));
    assertThat(only()).contains(" The forks show different causes.");
  }

  /** Takes the last cell away, to be a fork of cell 1. */
  private Fork take(int fork) {
    Fork last = cells.remove(cells.size() - 1);
    return ForkBuilder.like(last).number(1).fork(fork).build();
  }

  @Test
  void callsFlatWhatIsFlatAndSaysHowMuchGrowthThatIs() {
    with(planted());
    assertThat(headlines()).extracting(Headline::verdict).containsExactly(Verdict.FLAT);
    assertThat(only())
        .endsWith(
            "RSS is flat: 346 MiB before the first cycle, 346 MiB after 48, and since cycle 4 it"
                + " grows by less than 256 KiB per cycle, which is too little to matter.");
  }

  @Test
  void saysWhatWouldDecide() {
    cells.add(
        Cells.measured(
            1, "snapshotAndDump", 1, Map.of("snapshot", "memory", "threads", "16"), steps(12)));
    assertThat(only())
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
    cells.add(
        ForkBuilder.of(cell.benchmark(), cell.mode())
            .params(cell.params())
            .iterations(iterations)
            .build());
    assertThat(only()).contains("(98 to 488 MiB in 4 cycles)");
  }

  private static double[] steps(int count) {
    double[] series = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      series[i] = 100_000 + 100_000.0 * i;
    }
    return series;
  }

  @Test
  void saysWhatAvoidsAGrowthAndWhatItCosts() {
    with(retained());
    with(planted(), "snapshot=file");
    with(
        planted().add("nativeFree", cycle -> Math.min(cycle, 1) * 55 * MIB),
        1,
        List.of("env", "MALLOC_ARENA_MAX=1", "java"),
        "malloc=arena1");
    with(leaking(), "malloc=trim");
    with(planted(), "schema=flat");
    with(planted(), "snapshot=memdb", "malloc=mmap");
    Headline plateau =
        headlines().stream()
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
    with(retained());
    with(planted(), "snapshot=file");
    List<Fork> timeless = new ArrayList<>();
    for (Fork cell : cells) {
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
    cells.clear();
    cells.addAll(timeless);
    assertThat(headlines().get(0).sentences())
        .endsWith(" Avoided in this run by a file snapshot.")
        .doesNotContain("throughput");
  }

  @Test
  void ordersWhatGrowsBeforeWhatIsOpenBeforeWhatRoseBeforeWhatIsFlat() {
    with(planted(), "snapshot=file");
    with(retained());
    with(planted().add("nativeFree", cycle -> Math.min(cycle, ROUND) * 90 * MIB), "schema=flat");
    with(leaking(), "snapshot=vacuum");
    cells.add(
        Cells.measured(
            9, "snapshotAndDump", 1, Map.of("snapshot", "memdb", "threads", "16"), steps(12)));
    assertThat(headlines())
        .extracting(Headline::verdict)
        .containsExactly(
            Verdict.GROWING, Verdict.INCONCLUSIVE, Verdict.PLATEAU, Verdict.PLATEAU, Verdict.FLAT);
    assertThat(headlines().get(2).sentences()).contains("schema=flat");
  }

  @Test
  void tellsOfThreadsThatGrow() {
    with(planted().threadCount(cycle -> 20 + cycle));
    assertThat(only()).contains(" Threads grow by 1 per cycle, from 20 to 68 in 48 cycles.");
  }

  @Test
  void saysThatALeakWasPlantedAndTellsAGroupThatIsNotXerials() {
    with(leaking(), "leak=native:2m");
    cells.set(
        0,
        Cells.with(
            cells.get(0),
            1,
            cells.get(0).params(),
            Cells.testee("io.github.willena:sqlite-jdbc:3.40.1.0", COMMAND)));
    assertThat(only())
        .startsWith(
            "io.github.willena:sqlite-jdbc 3.40.1.0, memory snapshot, 4 threads, planted leak"
                + " native:2m: RSS grows");
  }

  @Test
  void keepsThePathOfAJarToItself() {
    with(planted());
    cells.set(
        0,
        Cells.with(
            cells.get(0), 1, cells.get(0).params(), Cells.testee("/home/alice/my.jar", COMMAND)));
    assertThat(only()).startsWith("my.jar, memory snapshot");
    assertThat(MarkdownRenderer.render(Report.of(new Run(Path.of("run"), cells, GLIBC, List.of()))))
        .doesNotContain("alice");
  }
}
