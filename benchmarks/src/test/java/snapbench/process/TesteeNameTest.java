package snapbench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TesteeNameTest {
  private final Path java =
      Path.of(ProcessHandle.current().info().command().orElseThrow()).toAbsolutePath();

  @TempDir Path folder;

  @Test
  void quotesHoldWordsTogether() {
    assertThat(CommandWords.split("  a 'b c'  \"d 'e'\"f '' g\\h "))
        .containsExactly("a", "b c", "d 'e'f", "", "g\\h");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a 'b", "a \"b'", "''"})
  void aCommandHasAProgramAndClosedQuotes(String command) {
    assertThatThrownBy(() -> CommandWords.split(command))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pathsAreMadeAbsoluteAndOtherWordsAreKept() throws Exception {
    Path script = Files.createFile(folder.resolve("a script"));
    Path here = Path.of("").toAbsolutePath();
    Path relative = here.relativize(script);
    assertThat(
            new TesteeName("command:java '" + relative + "' src --option no/such/file").command())
        .containsExactly(
            "java",
            relative.toAbsolutePath().toString(),
            here.resolve("src").toString(),
            "--option",
            "no/such/file");
  }

  @Test
  void acceptsWhatCanBeStarted() {
    assertThat(TesteeName.choices("jvm")).isNull();
    assertThat(TesteeName.choices("c")).isNull();
    assertThat(TesteeName.choices("go")).isNull();
    assertThat(TesteeName.choices("command:'" + java + "' -version")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cobol",
        "JVM",
        "command:",
        "command:no-such-program",
        "command:no/such file",
        "command:src x",
        "command:'a"
      })
  void refusesTheRest(String value) {
    assertThat(TesteeName.choices(value)).startsWith("jvm, c, go, or command:PROGRAM");
  }

  @Test
  void someParametersAreThereForSomeTesteesAlone() {
    assertThat(TesteeName.objection(Map.of("testee", "go", "threads", "0", "gomaxprocs", "4")))
        .isNull();
    assertThat(TesteeName.objection(Map.of("testee", "command:x", "threads", "0"))).isNull();
    assertThat(TesteeName.objection(Map.of("testee", "c", "threads", "16"))).isNull();
    assertThat(TesteeName.objection(Map.of("tokens", "7"))).isNull();
    assertThat(TesteeName.objection(Map.of("testee", "jvm", "threads", "0")))
        .contains("-p threads=0", "testee=jvm", "testee=go");
    assertThat(TesteeName.objection(Map.of("testee", "c", "gomaxprocs", "4")))
        .contains("-p gomaxprocs=4", "testee=c", "choose default");
  }
}
