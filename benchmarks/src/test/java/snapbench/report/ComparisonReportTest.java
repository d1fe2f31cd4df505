package snapbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static snapbench.analysis.Runs.cell;
import static snapbench.analysis.Runs.equal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import snapbench.analysis.Runs;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.comparison.Pairing;
import snapbench.report.model.Chart;
import snapbench.report.render.ConsoleRenderer;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;

/** What a comparison says of one thing, and of several. */
class ComparisonReportTest {
  private static final Map<String, Object> IN_TURNS = Map.of(Run.ORDER, Run.INTERLEAVED);

  /** Drivers 1, 2 and so on with so many forks each, the first the reference. */
  private static Report report(Map<String, Object> environment, int... forks)
      throws InvalidInputException {
    Runs.Measured[] measured =
        IntStream.range(0, forks.length)
            .mapToObj(
                i ->
                    cell("thrpt", Map.of("driver", "" + (i + 1)), Map.of(), equal(forks[i], 1 + i)))
            .toArray(Runs.Measured[]::new);
    Run run = Runs.run("a", environment, measured);
    Comparison comparison = Comparison.of(Pairing.within(run, "driver=1"), Criteria.STANDARD);
    return Report.of("Comparison", List.of(), comparison);
  }

  private static String said(Map<String, Object> environment, int... forks)
      throws InvalidInputException {
    return ConsoleRenderer.render(report(environment, forks), false);
  }

  @Test
  void countsForksThatAreMissing() throws Exception {
    assertThat(said(Map.of(), 9, 8))
        .contains(
            "decision needs 1 more fork of the reference and 2 more forks of the candidate\n");
    assertThat(said(IN_TURNS, 9, 9)).contains("  9 pairs  ", "needs 1 more pair of forks\n");
    assertThat(said(IN_TURNS, 1, 1)).contains("  1 pair  ", "needs 9 more pairs of forks\n");
  }

  @Test
  void countsForksWithoutAPartner() throws Exception {
    assertThat(said(IN_TURNS, 10, 11)).contains(": 1 fork is in no pair, ");
    assertThat(said(IN_TURNS, 10, 12)).contains(": 2 forks are in no pair, ");
  }

  private static Runs.Measured jdk(String jdk, Map<String, Double> metrics) {
    return cell("thrpt", Map.of("jdk", jdk), metrics, equal(10, 1));
  }

  /** Resident sets of a ZGC that maps its heap at three addresses, and of one that maps it once. */
  @Test
  void saysThatResidentSetsCountPagesAgainAndComparesProportionalSets() throws Exception {
    Run run =
        Runs.run(
            "a",
            Map.of(),
            jdk("17", memory(872_616, 326_000, 546_616)),
            jdk("25", memory(412_800, 390_000, 0)));
    Comparison comparison = Comparison.of(Pairing.within(run, "jdk=17"), Criteria.STANDARD);
    String said = ConsoleRenderer.render(Report.of("Comparison", List.of(), comparison), false);
    assertThat(said)
        .contains(
            "25: rss is not memory alone. Reference: 546,616 of 872,616 KiB of the resident set are"
                + " counted again",
            "Candidate: nothing of the resident set is counted again. What to do: compare pss")
        .containsPattern("25 +rss +872,616 +412,800 +KiB +10, 10 +0.473 .* better")
        .containsPattern("25 +pss +326,000 +390,000 +KiB +10, 10 +1.196 .* worse");
  }

  @Test
  void sayNothingOfPagesWhereNoneIsCountedAgain() throws Exception {
    Run run =
        Runs.run(
            "a",
            Map.of(),
            jdk("17", memory(345_000, 326_000, 0)),
            jdk("25", memory(412_800, 390_000, 0)));
    Comparison comparison = Comparison.of(Pairing.within(run, "jdk=17"), Criteria.STANDARD);
    String said = ConsoleRenderer.render(Report.of("Comparison", List.of(), comparison), false);
    assertThat(said).contains("rss").doesNotContain("not memory alone").doesNotContain("25  pss");
  }

  private static Map<String, Double> memory(double rssKiB, double pssKiB, double againKiB) {
    return Map.of(
        "process.rss",
        rssKiB,
        "process.pss",
        pssKiB,
        "ledger.countedAgain",
        againKiB,
        "process.cycles",
        24.0);
  }

  @Test
  void countsCandidatesThatAChartLeavesOut() throws Exception {
    int[] forks = new int[62]; // the reference, 60 that are drawn, and one more
    Arrays.fill(forks, 2);
    Chart chart = report(Map.of(), forks).sections().get(0).charts().get(0);
    assertThat(chart.summary()).endsWith(". 1 more candidate is in the table.");
  }
}
