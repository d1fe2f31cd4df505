package snapbench.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;
import snapbench.run.decision.RemainingForks;
import snapbench.run.plan.Plan;
import snapbench.run.plan.PlanTest;
import snapbench.run.plan.PlannedFork;

/** What is said of a run's progress, by a clock that the test moves. */
class ProgressTest {
  private long now;
  private final List<PlannedFork> calls = new ArrayList<>();
  private Supplier<RunStatus> status = () -> null;
  private final ProgressView view =
      new ProgressView() {
        @Override
        public void begin(Supplier<RunStatus> ofRun) {
          status = ofRun;
        }

        @Override
        public void update() {}

        @Override
        public void iterationEnded() {}

        @Override
        public void end() {}
      };

  private Progress progress(String commandLine) throws Exception {
    return progress(commandLine, new RemainingForks(false, OptionalLong.empty()));
  }

  private Progress progress(String commandLine, RemainingForks outlook) throws Exception {
    Plan plan = PlanTest.plan(commandLine);
    calls.addAll(plan.calls());
    Progress progress = new Progress(plan.cells(), outlook, () -> now, view);
    progress.begin();
    return progress;
  }

  private void pass(double seconds) {
    now += (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }

  private static IterationParams params(boolean warmup, int count) {
    IterationType type = warmup ? IterationType.WARMUP : IterationType.MEASUREMENT;
    return new IterationParams(type, count, TimeValue.seconds(10), 1);
  }

  private static IterationResult result(double rssKiB) {
    IterationResult result = new IterationResult((BenchmarkParams) null, null, null);
    result.addResult(
        new ThroughputResult(ResultRole.PRIMARY, "work", 5, 10_000_000_000L, TimeUnit.SECONDS));
    result.addResult(new ScalarResult("process.rss", rssKiB, "KiB", AggregationPolicy.AVG));
    return result;
  }

  /** One warm-up and two measured iterations, each of so many seconds. */
  private void measure(Progress progress, double seconds) {
    for (int i = 0; i < 3; i++) {
      progress.iterationBegins(params(i == 0, i == 0 ? 1 : 2), Math.max(1, i));
      pass(seconds);
      progress.iterationEnded(result(1024 * 1024));
    }
  }

  private String left() {
    return status.get().left();
  }

  @Test
  void expectsWhatIsPlannedUntilSomethingIsFinished() throws Exception {
    Progress progress = progress("Tiny.*succ -p tokens=1,2 -f 2 -wi 1 -w 10 -i 2 -r 10");
    assertThat(progress.begin(calls, 0))
        .isEqualTo("# Run progress: cell 1 of 2, fork 1 of 2, ETA 00:02:00");
    pass(2);
    assertThat(left()).isEqualTo("00:02:00 left");
    progress.iterationBegins(params(true, 1), 1);
    pass(4);
    assertThat(left()).isEqualTo("00:01:54 left");
    pass(10);
    progress.iterationEnded(result(1));
    // 6 s longer than planned, for setting up, as for each of the other three forks
    assertThat(left()).isEqualTo("00:02:08 left");
  }

  @Test
  void expectsTheRestToTakeWhatTheFirstPartReallyTook() throws Exception {
    Progress progress = progress("Tiny.*succ -p tokens=1,2 -f 2 -wi 1 -w 10 -i 2 -r 10");
    progress.begin(calls, 0);
    pass(5);
    measure(progress, 12);
    pass(3);
    progress.endCall();
    // each fork: 8 s beside the iterations, and 3 x 12 s
    assertThat(progress.begin(calls, 1))
        .isEqualTo("# Run progress: cell 1 of 2, fork 2 of 2, ETA 00:02:12");
    pass(5);
    progress.iterationBegins(params(true, 1), 1);
    pass(6);
    progress.iterationEnded(result(Double.NaN));
    assertThat(left()).isEqualTo("00:01:52 left");
    progress.iterationBegins(params(false, 2), 1);
    pass(6);
    progress.iterationEnded(result(Double.NaN));
    // this fork is twice as fast: 6 s here; for each of the others 8 s beside 3 x 10 s
    assertThat(left()).isEqualTo("00:01:22 left");
    assertThat(progress.total()).isEqualTo("# Run complete. Total time: 00:01:01");
  }

  @Test
  void knowsNothingOfCyclesWithoutATimeBeforeTheFirst() throws Exception {
    Progress progress = progress("Tiny.*succ -p tokens=1,2 -bm ss -i 2 -wi 1");
    assertThat(progress.begin(calls, 0)).endsWith("cell 1 of 2, ETA unknown");
    assertThat(left()).isEqualTo("time left unknown");
    measure(progress, 5);
    progress.endCall();
    assertThat(progress.begin(calls, 1)).endsWith("cell 2 of 2, ETA 00:00:15");
  }

  @Test
  void countsForksThatOnlyWarmUp() throws Exception {
    Progress progress = progress("Tiny.*succ -p tokens=1 -f 1 -wf 1 -wi 1 -w 10 -i 2 -r 10");
    assertThat(progress.begin(calls, 0)).endsWith("ETA 00:01:00");
    measure(progress, 10);
    assertThat(left()).isEqualTo("00:00:30 left");
    measure(progress, 10);
    assertThat(left()).isEqualTo("00:00:00 left");
  }

  @Test
  void saysAtMostWhereCellsAreMeasuredUntilDecided() throws Exception {
    RemainingForks outlook = new RemainingForks(true, OptionalLong.empty());
    Progress progress = progress("Tiny.*succ -p tokens=1 -f 1 -wi 1 -w 10 -i 2 -r 10", outlook);
    // four looks: 10 + 20, 10 + 40, 10 + 80, 10 + 160
    assertThat(progress.begin(calls, 0))
        .isEqualTo("# Run progress: cell 1 of 1, ETA at most 00:05:40");
    assertThat(left()).isEqualTo("at most 00:05:40 left");
    measure(progress, 10);
    progress.endCall();
    calls.addAll(calls.get(0).cell().again(2, 1).calls());
    assertThat(progress.begin(calls, 1))
        .isEqualTo("# Run progress: cell 1 of 1, look 2 of 2, ETA at most 00:00:50");
  }

  @Test
  void knowsHowManyLooksALimitOfCyclesAllowsWhereAnIterationIsACycle() throws Exception {
    RemainingForks limited = new RemainingForks(true, OptionalLong.of(12));
    Progress progress = progress("Tiny.*succ -p tokens=1 -f 1 -bm ss -wi 1 -i 2", limited);
    progress.begin(calls, 0);
    measure(progress, 1);
    // looks of 3, 6 and 12 cycles at most: 1 + 4 and 1 + 8 iterations are to come
    assertThat(left()).isEqualTo("at most 00:00:14 left");
    calls.clear();
    Progress timed = progress("Tiny.*succ -p tokens=1 -f 1 -wi 1 -i 2", limited);
    assertThat(timed.begin(calls, 0)).endsWith("ETA unknown");
  }

  @Test
  void saysWhatIsMeasuredAndWhatItCameToLast() throws Exception {
    Progress progress = progress("Tiny.*succ -p tokens=1,2 -f 2 -wi 1 -w 10 -i 2 -r 10");
    progress.begin(calls, 2);
    assertThat(status.get().line())
        .isEqualTo("cell 2 of 2, succeeding, tokens=2, fork 1 of 2, starting, 00:01:00 left");
    measure(progress, 10);
    assertThat(status.get().line())
        .isEqualTo(
            "cell 2 of 2, succeeding, tokens=2, fork 1 of 2, iteration 2 of 2, 00:00:30 left,"
                + " RSS 1,024 MiB, 0.500 ops/s");
    progress.begin(calls, 3);
    progress.iterationBegins(params(true, 1), 1);
    progress.iterationEnded(result(Double.NaN));
    assertThat(status.get().line()).contains("fork 2 of 2, warm-up 1 of 1").contains("RSS unknown");
  }

  @Test
  void fitsIntoTheWidthOfATerminal() throws Exception {
    Progress progress = progress("Tiny.*succ -p tokens=1,2 -f 2 -wi 1 -w 10 -i 2 -r 10");
    progress.begin(calls, 0);
    measure(progress, 10);
    assertThat(status.get().line(120))
        .isEqualTo(
            "1/2 succeeding, tokens=1 | fork 1/2 | iteration 2/2 | RSS 1,024 MiB | 0.500 ops/s |"
                + " 00:01:30 left");
    assertThat(status.get().line(92)).startsWith("1/2 succeeding, ... | fork 1/2 |").hasSize(92);
    assertThat(status.get().line(84))
        .isEqualTo(
            "1/2 succeeding, tokens=1 | fork 1/2 | iteration 2/2 | RSS 1,024 MiB | 00:01:30 left");
    assertThat(status.get().line(60))
        .isEqualTo("1/2 succeeding... | fork 1/2 | iteration 2/2 | 00:01:30 left");
    assertThat(status.get().line(52))
        .isEqualTo("1/2 succeeding, t... | iteration 2/2 | 00:01:30 left");
    assertThat(status.get().line(40)).isEqualTo("1/2 | iteration 2/2 | 00:01:30 left");
    for (int width = 1; width < 120; width++) {
      assertThat(status.get().line(width)).hasSizeLessThanOrEqualTo(width).startsWith("1");
    }
  }
}
