package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.host.installed.SharedLibrary;
import snapbench.model.Fork;
import snapbench.process.PreloadedAllocator;
import snapbench.results.folder.Run;

/** Levers in real testees. Which allocators are installed differs from machine to machine. */
class LeversIT {
  @TempDir Path folder;

  @Test
  void leversAreInForceOrUnsupportedByName() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithSmallTestee(
            folder,
            ("snapshotAndDump -bm ss -wi 0 -i 1 -p scale=0.001 -p threads=3"
                    + " -p malloc=system,arena1+mmap+trim:50,jemalloc:dirty_decay_ms:500;narenas:2")
                .split(" "))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output()).isZero();
      assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();
      Map<String, Fork> cells =
          Run.read(benchmarks.run()).forks().stream()
              .collect(
                  Collectors.toMap(
                      cell -> String.valueOf(cell.params().get("malloc")), cell -> cell));
      assertThat(cells)
          .containsOnlyKeys(
              "system", "arena1+mmap+trim:50", "jemalloc:dirty_decay_ms:500;narenas:2");
      Fork jemalloc = Objects.requireNonNull(cells.remove("jemalloc:dirty_decay_ms:500;narenas:2"));
      assertThat(cells.values()).extracting(Fork::state).containsOnly(Fork.State.MEASURED);
      if (isInstalled(PreloadedAllocator.JEMALLOC)) {
        assertThat(jemalloc.state()).isEqualTo(Fork.State.MEASURED);
      } else {
        assertThat(jemalloc.state()).isEqualTo(Fork.State.UNSUPPORTED);
        assertThat(jemalloc.reason()).contains("needs the Debian package libjemalloc2");
      }
      assertThat(benchmarks.output())
          .contains("Levers: what frees the memory", "Environment=\"MALLOC_", "ENV MALLOC_");
    }
  }

  private static boolean isInstalled(PreloadedAllocator allocator) {
    return new SharedLibrary(allocator.fileNames(), allocator.debianPackage()).find().isPresent();
  }
}
