package snapbench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import snapbench.model.Fork;
import snapbench.model.Look;
import snapbench.results.files.JsonFiles;
import snapbench.results.folder.ForkContext;

/** What a session leaves when it fails. */
class TesteeSessionTest {
  @TempDir Path folder;

  @Test
  void anErrorOfThisJvmIsOnRecord() throws Exception {
    TesteeState parameters =
        new TesteeState() {
          @Override
          DatabaseSource source() {
            throw new OutOfMemoryError("Java heap space");
          }
        };
    parameters.testee = "command:true";
    ForkContext context = new ForkContext(folder, 1, 1, Look.ONLY, "thrpt", 0);
    Files.createDirectory(folder.resolve("cells"));
    assertThat(catchThrowable(() -> TesteeSession.start(parameters, benchmark(), context)))
        .isInstanceOf(OutOfMemoryError.class);
    Fork cell = JsonFiles.read(context.cellFile(), Fork.class);
    assertThat(cell.state()).isEqualTo(Fork.State.FAILED);
    assertThat(cell.reason()).isEqualTo("java.lang.OutOfMemoryError: Java heap space");
  }

  private static BenchmarkParams benchmark() {
    return new BenchmarkParams(
        "a.B.c",
        "a.generated.B_c",
        true,
        1,
        new int[] {1},
        List.of(),
        1,
        0,
        null,
        null,
        Mode.Throughput,
        new WorkloadParams(),
        TimeUnit.SECONDS,
        1,
        "java",
        List.of(),
        "17",
        "HotSpot",
        "17",
        "1.37",
        TimeValue.NONE);
  }
}
