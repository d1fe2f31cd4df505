package snapbench.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Building a control, and what is said where that is not possible. */
final class ControlBuildTest {
  @TempDir Path folder;

  @Test
  void twoBuildsAtOnceLeaveOneProgramAndNothingElse() throws Exception {
    CompiledControls.requireTools("c");
    Path cache = folder.resolve("cache");
    CompletableFuture<Built> other = CompletableFuture.supplyAsync(() -> buildUnchecked(cache));
    Built built = Control.of("c").build(cache, line -> {});
    assertThat(other.get(60, TimeUnit.SECONDS)).isEqualTo(built);
    assertThat(built.description()).matches("C control, .+, SQLite 3\\..+");
    assertThat(filesIn(cache)).containsExactly(Path.of(built.command().get(0)));
    List<String> progress = new ArrayList<>();
    assertThat(Control.of("c").build(cache, progress::add)).isEqualTo(built);
    assertThat(progress).isEmpty();
  }

  private static Built buildUnchecked(Path cache) {
    try {
      return Control.of("c").build(cache, line -> {});
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "c,the C control needs a C compiler and sqlite3.h: install gcc,none of cc",
    "go,the Go control needs Go,go is not on the PATH"
  })
  void aMissingCompilerIsSaidInOneLine(String name, String beginning, String reason)
      throws Exception {
    String path = Files.createDirectory(folder.resolve("empty")).toString();
    assertThatThrownBy(() -> build(name, path))
        .isInstanceOf(ControlException.class)
        .message()
        .startsWith(beginning)
        .contains(reason)
        .hasLineCount(1);
    assertThat(filesIn(folder.resolve("cache"))).isEmpty();
  }

  @Test
  void aMissingHeaderIsSaidInOneLine() throws Exception {
    CompiledControls.requireTools("c");
    CompiledControls.script(folder.resolve("bin"), "cc", "exec /usr/bin/cc -nostdinc \"$@\"");
    assertThatThrownBy(() -> build("c", folder.resolve("bin") + ":" + System.getenv("PATH")))
        .isInstanceOf(ControlException.class)
        .message()
        .startsWith(CToolchain.NEEDS)
        .contains("sqlite3.h: No such file")
        .hasLineCount(1);
  }

  @Test
  void aFailedCompilationNamesTheCompilersFirstError() throws Exception {
    CompiledControls.requireTools("c");
    CompiledControls.script(folder.resolve("bin"), "cc", "exec /usr/bin/cc -Dlive=1 \"$@\"");
    assertThatThrownBy(() -> build("c", folder.resolve("bin") + ":" + System.getenv("PATH")))
        .isInstanceOf(ControlException.class)
        .message()
        .contains("error: expected")
        .hasLineCount(1);
    assertThat(filesIn(folder.resolve("cache"))).isEmpty();
  }

  @Test
  void anUnknownNameIsRefusedWithTheChoices() {
    assertThatThrownBy(() -> Control.of("rust"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("control rust is not known; choose one of c or go");
  }

  private Built build(String name, String path) throws Exception {
    return Control.of(name, CompiledControls.withPath(path))
        .build(folder.resolve("cache"), line -> {});
  }

  private static List<Path> filesIn(Path cache) throws Exception {
    try (Stream<Path> files = Files.list(cache)) {
      return files.toList();
    }
  }
}
