package snapbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import snapbench.analysis.LedgerCells;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.report.model.Headline;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.folder.Run;

/** What the report says first of several forks, and of those that were not measured. */
class HeadlinesOfForksTest {
  private static final int CYCLES = 48;
  private static final int ROUND = 4;
  private static final double MIB = 1024;

  private final List<Fork> cells = new ArrayList<>();

  private static LedgerCells retained() {
    return new LedgerCells(CYCLES, ROUND)
        .add("nativeFree", cycle -> Math.min(cycle, ROUND) * 60 * MIB);
  }

  private static LedgerCells leaking() {
    return new LedgerCells(CYCLES, ROUND).add("nativeLive", cycle -> cycle * 2 * MIB);
  }

  private void measured(LedgerCells plan, int... forks) {
    for (int fork : forks) {
      cells.add(ForkBuilder.like(plan.cell(fork)).number(cells.size() + 1).build());
    }
  }

  private List<Headline> headlines() {
    return Report.of(new Run(Path.of("run"), cells, Map.of(), List.of())).headlines();
  }

  private String only() {
    assertThat(headlines()).hasSize(1);
    return headlines().get(0).sentences();
  }

  @Test
  void tellsHowForksDisagree() {
    measured(leaking(), 1, 2);
    measured(new LedgerCells(CYCLES, ROUND), 3);
    assertThat(only())
        .contains(
            "whether RSS grows is not decided",
            "the forks do not agree; more forks decide.",
            "(Medians of 3 forks, which disagree: 1 FLAT, 2 GROWING.)");
  }

  /** What a fork that failed did not read says nothing against what the others did. */
  @Test
  void judgesTheForksThatWereMeasured() {
    measured(leaking(), 1);
    for (int fork = 2; fork <= 3; fork++) {
      cells.add(
          Cells.cell(
              fork,
              "snapshotAndDump",
              fork,
              cells.get(0).params(),
              State.FAILED,
              "the testee ended before it was ready"));
    }
    assertThat(headlines().get(0).verdict()).isEqualTo(Verdict.GROWING);
    assertThat(only())
        .contains("RSS grows by 2.0 MiB per cycle (95 % interval", "2 of 3 forks failed");
  }

  @Test
  void tellsHowForksAgree() {
    measured(retained(), 1, 2, 3);
    assertThat(only())
        .contains("has stayed there for 44. (Medians of 3 forks, which agree.) 100 %");
  }

  @Test
  void namesTheDriverThatWasAskedForWhereNoneAnsweredAndWhatFailed() {
    cells.add(
        Cells.cell(
            1,
            "snapshotAndDump",
            1,
            Map.of("driver", "3.21.0.1", "snapshot", "vacuum"),
            State.UNSUPPORTED,
            "sqlite-jdbc 3.21.0.1 knows no VACUUM INTO"));
    cells.add(
        Cells.cell(
            2,
            "snapshotAndDump",
            1,
            Map.of("driver", "3.21.0.1", "snapshot", "memory"),
            State.FAILED,
            "Forked VM failed\nwith exit code 137",
            100,
            200));
    assertThat(headlines())
        .extracting(Headline::sentences)
        .containsExactly(
            "driver 3.21.0.1, memory snapshot: whether RSS grows is not decided (100 to 200 KiB in"
                + " 1 cycle): only 2 readings; at least 8 are needed. It failed: Forked VM failed"
                + " with exit code 137.",
            "driver 3.21.0.1, vacuum snapshot: not supported: sqlite-jdbc 3.21.0.1 knows no VACUUM"
                + " INTO.");
    assertThat(headlines())
        .extracting(Headline::verdict)
        .containsExactly(Verdict.INCONCLUSIVE, null);
  }

  private void unmeasured(State state, String reason, int... forks) {
    for (int fork : forks) {
      cells.add(
          Cells.cell(
              cells.size() + 1,
              "snapshotAndDump",
              fork,
              Map.of("driver", "3.21.0.1", "snapshot", "vacuum"),
              state,
              reason));
    }
  }

  @Test
  void saysOfHowManyForksNothingWasMeasured() {
    unmeasured(State.UNSUPPORTED, "there is no VACUUM INTO", 1, 2);
    assertThat(only())
        .isEqualTo(
            "driver 3.21.0.1, vacuum snapshot: 2 of 2 forks are not supported: there is no VACUUM"
                + " INTO.");
    unmeasured(State.FAILED, "the testee ended", 3, 4);
    assertThat(only())
        .isEqualTo(
            "driver 3.21.0.1, vacuum snapshot: 2 of 4 forks failed: the testee ended. 2 of 4 forks"
                + " are not supported: there is no VACUUM INTO.");
    cells.remove(0);
    assertThat(only()).contains(": 2 of 3 forks failed: ", " 1 of 3 forks is not supported: ");
  }
}
