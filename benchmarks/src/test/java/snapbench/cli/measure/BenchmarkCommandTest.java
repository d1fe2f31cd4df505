package snapbench.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import snapbench.cli.Main;
import snapbench.cli.terminal.Streams;
import snapbench.host.doctor.Environment;
import snapbench.host.doctor.RunSize;
import snapbench.results.UndeletableFolder;
import snapbench.run.plan.ParameterChecks;
import snapbench.run.plan.Profilers;

/** What becomes of a run that ends before its first measurement. */
class BenchmarkCommandTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Properties before = new Properties();

  @TempDir Path folder;

  /** JMH's lock is that of this test alone. */
  @BeforeEach
  void useOwnTemporaryFolder() {
    before.putAll(System.getProperties());
    System.setProperty("java.io.tmpdir", folder.toString());
    System.clearProperty("jmh.ignoreLock");
  }

  @AfterEach
  void restoreProperties() throws Exception {
    System.setProperties(before);
    UndeletableFolder.delete(folder);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysWhyItFailedThoughItCannotBeCleanedUp() throws Exception {
    assertThat(run("TinyBenchmark.succeeding", "--results", results().toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("could not clean up after this run", "too long", "the machine is unknown")
        .hasLineCount(2);
    assertThat(onlyRun().toString()).endsWith(".FAIL");
  }

  private int run(String... arguments) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Wiring parts = new Wiring(Profilers.none(), ParameterChecks.standard(), this::unknown);
    Streams streams = new Streams(out, new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Main(parts, Map.of(), streams).run(List.of(arguments));
  }

  private Environment unknown(RunSize size) {
    try {
      Path workFolder = Files.createDirectory(folder.resolve("work"));
      UndeletableFolder.createIn(onlyRun().resolve("tmp"), workFolder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the machine is unknown");
  }

  private Path results() {
    return folder.resolve("results");
  }

  private Path onlyRun() throws IOException {
    try (Stream<Path> runs = Files.list(results())) {
      return runs.toList().get(0);
    }
  }
}
