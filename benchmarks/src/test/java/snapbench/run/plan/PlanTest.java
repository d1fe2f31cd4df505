package snapbench.run.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.NullOutputStream;
import snapbench.host.doctor.RunSize;
import snapbench.results.files.InvalidInputException;

public class PlanTest {
  public static Plan plan(String commandLine) throws InvalidInputException {
    return plan(commandLine, ParameterChecks.standard());
  }

  private static Plan plan(String commandLine, ParameterChecks checks)
      throws InvalidInputException {
    OwnOptions ours = new OwnOptions();
    List<String> forJmh = OwnOptions.parse(ours, List.of(commandLine.split(" ", -1))).unmatched();
    RunOptions options = RunOptions.of(ours, forJmh, List.of(), Profilers.none());
    PrintStream nowhere = new PrintStream(new NullOutputStream(), false, StandardCharsets.UTF_8);
    Collection<BenchmarkListEntry> benchmarks =
        BenchmarkList.defaultList()
            .find(
                OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.NORMAL),
                options.jmh().getIncludes(),
                options.jmh().getExcludes());
    return Plan.of(options, benchmarks, checks);
  }

  private static List<String> described(Plan plan) {
    return plan.calls().stream()
        .map(
            call ->
                call.number()
                    + " "
                    + call.cell().benchmark().replaceAll(".*\\.", "")
                    + " "
                    + call.cell().mode().shortLabel()
                    + " "
                    + call.cell().params()
                    + " "
                    + call.fork())
        .toList();
  }

  @Test
  void ordersByModeThenNameThenParametersThenFork() throws Exception {
    assertThat(described(plan("Tiny.*(succ|fail) -bm ss,thrpt -p tokens=7,3 -f 2")))
        .containsExactly(
            "1 failing thrpt {tokens=7} 1",
            "2 failing thrpt {tokens=7} 2",
            "3 failing thrpt {tokens=3} 1",
            "4 failing thrpt {tokens=3} 2",
            "5 succeeding thrpt {tokens=7} 1",
            "6 succeeding thrpt {tokens=7} 2",
            "7 succeeding thrpt {tokens=3} 1",
            "8 succeeding thrpt {tokens=3} 2",
            "9 failing ss {tokens=7} 1",
            "10 failing ss {tokens=7} 2",
            "11 failing ss {tokens=3} 1",
            "12 failing ss {tokens=3} 2",
            "13 succeeding ss {tokens=7} 1",
            "14 succeeding ss {tokens=7} 2",
            "15 succeeding ss {tokens=3} 1",
            "16 succeeding ss {tokens=3} 2");
  }

  private static final ParameterChecks NO_TEN_OF_MEMORY =
      ParameterChecks.standard()
          .with("threads", value -> null)
          .withCombinations(
              params ->
                  "memory".equals(params.get("snapshot")) && "10".equals(params.get("threads"))
                      ? "-p threads=10 is not possible with snapshot=memory"
                      : null);

  @Test
  void leavesOutCombinationsThatMakeNoSense() throws Exception {
    Plan plan = plan("snapshotOnly -p threads=1,10 -p snapshot=memory,file", NO_TEN_OF_MEMORY);
    assertThat(plan.cells())
        .extracting(cell -> cell.params().get("snapshot") + " " + cell.params().get("threads"))
        .containsExactlyInAnyOrder("memory 1", "file 1", "file 10");
  }

  @Test
  void refusesAValueThatMakesSenseInNoCombination() {
    assertThatThrownBy(() -> plan("snapshotOnly -p threads=1,10", NO_TEN_OF_MEMORY))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("-p threads=10 is not possible with snapshot=memory");
  }

  @Test
  void variesOneParameterAtATime() throws Exception {
    assertThat(plan("--one-at-a-time snapshotOnly -p snapshot=memory,file -p threads=16,1").cells())
        .extracting(cell -> cell.params().get("snapshot") + " " + cell.params().get("threads"))
        .containsExactly("memory 16", "memory 1", "file 16");
  }

  @Test
  void interleavesInRoundsWithTheSameNumbers() throws Exception {
    assertThat(described(plan("--interleave Tiny.*succ -p tokens=7,3 -f 2 -bm ss,thrpt")))
        .containsExactly(
            "1 succeeding thrpt {tokens=7} 1",
            "3 succeeding thrpt {tokens=3} 1",
            "5 succeeding ss {tokens=7} 1",
            "7 succeeding ss {tokens=3} 1",
            "8 succeeding ss {tokens=3} 2",
            "6 succeeding ss {tokens=7} 2",
            "4 succeeding thrpt {tokens=3} 2",
            "2 succeeding thrpt {tokens=7} 2");
  }

  @Test
  void takesModesForksAndParametersFromTheBenchmarkUnlessTold() throws Exception {
    assertThat(described(plan("Tiny.*succ")))
        .containsExactly("1 succeeding thrpt {tokens=10} 1", "2 succeeding thrpt {tokens=20} 1");
  }

  @Test
  void knowsEveryMode() throws Exception {
    assertThat(plan("Tiny.*succ -p tokens=1 -bm all").cells())
        .extracting(cell -> cell.mode().shortLabel())
        .containsExactly("thrpt", "avgt", "sample", "ss");
  }

  @Test
  void runsInThisProcessWithoutForks() throws Exception {
    PlannedCell cell = plan("Tiny.*succ -p tokens=1 -f 0 -wf 3").cells().get(0);
    assertThat(cell.inProcess()).isTrue();
    assertThat(cell.warmupForks()).isZero();
    assertThat(cell.calls()).hasSize(1);
  }

  @Test
  void keepsCommasThatAreWrittenAsSemicolons() throws Exception {
    assertThat(plan("Tiny.*succ -p tokens=1;2,3").cells())
        .extracting(cell -> cell.params().get("tokens"))
        .containsExactly("1;2", "3");
  }

  @Test
  void needsAsMuchOfTheMachineAsItsLargestCell() throws Exception {
    Path results = Path.of("results");
    assertThat(plan("snapshotAndDump -p snapshot=file,memory -p scale=0.1,2").size(results))
        .isEqualTo(RunSize.ofScale(2, 16, results));
    assertThat(plan("snapshotAndDump -p snapshot=memory -p scale=1 -p malloc=trim").size(results))
        .isEqualTo(RunSize.ofScale(1, 1, results));
    assertThat(plan("snapshotAndDump dumpLive -p snapshot=file -p scale=1").size(results))
        .isEqualTo(RunSize.ofScale(1, 0, results));
    assertThat(plan("Tiny.*succ").size(results)).isEqualTo(RunSize.unknown(results));
  }

  @Test
  void namesParametersThatNobodyHas() {
    assertThatThrownBy(() -> plan("TinyBenchmark -p speed=1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("speed")
        .hasMessageContaining("choose one of tokens");
  }
}
