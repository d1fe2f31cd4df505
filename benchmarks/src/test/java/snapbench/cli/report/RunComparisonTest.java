package snapbench.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static snapbench.analysis.Runs.cell;
import static snapbench.analysis.Runs.run;
import static snapbench.analysis.Runs.ten;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import snapbench.analysis.Runs.Measured;
import snapbench.analysis.verdict.Thresholds;
import snapbench.cli.terminal.ExitCode;
import snapbench.cli.terminal.Streams;
import snapbench.model.Fork;
import snapbench.report.Report;
import snapbench.report.cell.JudgedRun;
import snapbench.report.render.ConsoleRenderer;
import snapbench.results.Cells;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;
import snapbench.results.folder.Runs;
import snapbench.run.plan.OwnOptions;

/** What a run's own comparison says of what was measured, and the exit code that it leads to. */
class RunComparisonTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static RunComparison.Result compare(Run run, String options)
      throws InvalidInputException {
    ComparisonOptions parsed = new ComparisonOptions();
    assertThat(OwnOptions.parse(parsed, List.of(options.split(" ", -1))).unmatched()).isEmpty();
    return parsed.asked().of(new JudgedRun(Runs.of(run), Thresholds.STANDARD));
  }

  private static String shown(RunComparison.Result result) {
    Report report = Objects.requireNonNull(result.report());
    return ConsoleRenderer.render(report, false);
  }

  private int exitCode(RunComparison.Result result) {
    return result
        .checks()
        .report(new Streams(System.out, new PrintStream(err, true, StandardCharsets.UTF_8)));
  }

  private static Measured tokens(String tokens, double speed) {
    return cell("thrpt", Map.of("tokens", tokens), Map.of(), ten(speed));
  }

  @Test
  void exitsWithThreeAndNamesWhatCrossedAGate() throws Exception {
    Run run =
        run(
            "a",
            Map.of(Run.ORDER, Run.INTERLEAVED),
            tokens("10", 9),
            tokens("11", 8),
            tokens("90", 1));
    RunComparison.Result result = compare(run, "--reference tokens=10 --fail-on throughput<0.8");
    assertThat(exitCode(result)).isEqualTo(ExitCode.GATE_CROSSED.number());
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith(
            "snapbench: crossed: throughput<0.8: org.example.Bench.work (tokens=90; thrpt): 0.1111, interval")
        .hasLineCount(1);
    assertThat(shown(result))
        .contains("Comparison with tokens=10")
        .containsPattern("tokens=11 .* 10 pairs .* worse\\n")
        .containsPattern("tokens=90 .* 10 pairs .* worse\\n");
  }

  @Test
  void comparesNothingWhereTheReferenceIsUnsupported() throws Exception {
    Fork memory =
        Cells.cell(
            1,
            "snapshotOnly",
            1,
            Map.of("snapshot", "memory"),
            Fork.State.UNSUPPORTED,
            "no such thing");
    Measured file = cell("thrpt", Map.of("snapshot", "file"), Map.of(), 1);
    Run run = run("a", Map.of(), new Measured(file.result(), List.of(memory, file.cells().get(0))));
    RunComparison.Result result =
        compare(run, "--reference snapshot=memory --fail-on throughput<1");
    String why = "--reference snapshot=memory was not measured (no such thing)";
    assertThat(result.obstacle()).startsWith(why);
    assertThat(exitCode(result)).isEqualTo(ExitCode.OK.number());
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("snapbench: undecided: throughput<1.0: " + why)
        .hasLineCount(1);
    assertThat(shown(result)).contains("Comparison with snapshot=memory", "Not compared", why);
  }
}
