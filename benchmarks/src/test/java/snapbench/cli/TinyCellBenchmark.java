package snapbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import snapbench.model.Fork;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.files.JsonFiles;
import snapbench.results.folder.CycleLog;
import snapbench.results.folder.ForkContext;

/** A benchmark that writes its own cell file, or dies before it can, as the real workload may. */
@State(Scope.Benchmark)
@org.openjdk.jmh.annotations.Fork(2)
@Warmup(iterations = 0)
@Measurement(iterations = 1, time = 50, timeUnit = TimeUnit.MILLISECONDS)
public class TinyCellBenchmark {
  private static final String BENCHMARK = "snapbench.cli.TinyCellBenchmark.cycle";

  /** What becomes of it. */
  @Param({"unsupported", "killed", "waiting", "obstructing"})
  public String fate = "";

  /** Meets its fate. */
  @Setup
  public void meetFate() throws IOException, InterruptedException {
    ForkContext context = Objects.requireNonNull(ForkContext.ofSystemProperties());
    if (fate.equals("unsupported")) {
      JsonFiles.write(context.cellFile(), unsupported(context));
      throw new UnsupportedOperationException("no such thing");
    }
    if (fate.equals("obstructing")) {
      Files.createDirectories(context.runFolder().resolve("series.csv").resolve("obstacle"));
      return;
    }
    CycleLog.Header header =
        new CycleLog.Header(
            context.number(), BENCHMARK, context.mode(), context.fork(), Map.of("fate", fate));
    try (CycleLog log = CycleLog.create(CycleLog.file(context), header)) {
      log.testee(Cells.testee());
      log.baseline(Cells.reading(1000, 12));
      log.add(Cells.cycle(1, 2000));
    }
    if (fate.equals("waiting")) {
      System.out.println("WAITING " + ProcessHandle.current().pid());
      new CountDownLatch(1).await();
    }
    System.err.println("fatal: out of luck");
    Runtime.getRuntime().halt(3);
  }

  private Fork unsupported(ForkContext context) {
    return ForkBuilder.of(BENCHMARK, context.mode())
        .number(context.number())
        .fork(context.fork())
        .params(Map.of("fate", fate))
        .state(Fork.State.UNSUPPORTED, "no such thing")
        .build();
  }

  /** Is reached by what obstructs the run's files only. */
  @Benchmark
  public void cycle() {}
}
