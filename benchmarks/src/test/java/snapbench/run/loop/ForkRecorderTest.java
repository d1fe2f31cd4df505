package snapbench.run.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Look;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.files.JsonFiles;
import snapbench.results.folder.ForkContext;
import snapbench.run.plan.Iterations;
import snapbench.run.plan.PlannedCell;
import snapbench.run.plan.PlannedFork;

/** Whose reason counts where both a fork and JMH say why a cell was not measured. */
class ForkRecorderTest {
  private static final PlannedFork CALL =
      new PlannedFork(
          new PlannedCell(
              1,
              Look.ONLY,
              1,
              "a.B.c",
              Mode.Throughput,
              Map.of(),
              1,
              0,
              false,
              new Iterations(0, 0, 1, 0),
              List.of()),
          1);

  @TempDir Path folder;

  private ForkContext context;

  @BeforeEach
  void makeFolder() throws Exception {
    context = new ForkContext(folder, 1, 1, Look.ONLY, "thrpt", 0);
    Files.createDirectory(folder.resolve("cells"));
  }

  private Fork recorded(String byFork, String byJmh) throws Exception {
    List<Cycle> cycles = List.of(Cells.cycle(1, 1000));
    Fork measured = Cells.timed(1, "memory", cycles, List.of());
    Fork written = ForkBuilder.like(measured).failed(byFork).cycles(cycles).build();
    JsonFiles.write(context.cellFile(), written);
    Fork recorded = ForkRecorder.record(context, CALL, null, byJmh);
    assertThat(JsonFiles.read(context.cellFile(), Fork.class)).isEqualTo(recorded);
    assertThat(recorded.state()).isEqualTo(Fork.State.FAILED);
    assertThat(recorded.cycles()).isEqualTo(cycles);
    return recorded;
  }

  @Test
  void theForkKnowsWhatItsTesteeDid() throws Exception {
    assertThat(recorded("the testee ended", "exit code 1").reason()).isEqualTo("the testee ended");
  }

  @Test
  void aForkThatWasEndedDoesNotKnowWhatJmhFailedAt() throws Exception {
    assertThat(recorded("interrupted", "OutOfMemoryError: Java heap space").reason())
        .isEqualTo("OutOfMemoryError: Java heap space");
    assertThat(recorded("interrupted", "interrupted").reason()).isEqualTo("interrupted");
  }
}
