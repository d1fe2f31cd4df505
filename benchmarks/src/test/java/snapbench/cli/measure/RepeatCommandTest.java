package snapbench.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command that is put on record. */
class RepeatCommandTest {
  private static String command(String... arguments) {
    return RepeatCommand.of(List.of("-Xmx1g"), List.of(arguments), "/home/alice");
  }

  @Test
  void quotesWhatAShellWouldTakeApart() {
    assertThat(command("snapshot.*", "-p", "malloc=jemalloc:a;b", "--fail-on", "rss>1.1", "it's"))
        .isEqualTo(
            "java -Xmx1g -jar benchmarks.jar 'snapshot.*' -p 'malloc=jemalloc:a;b' --fail-on"
                + " 'rss>1.1' 'it'\\''s'");
  }

  /** Whatever stands in a word, a shell makes the same word of it. */
  @Test
  void isReadByAShellAsItWasGiven() throws Exception {
    List<String> nasty =
        List.of(
            "it's", "\"", "100%41", "?x", "#1", ";,", "\\", "\n", "-dash", "$HOME", "`id`",
            "$(id)");
    List<String> words =
        new ArrayList<>(List.of("Zürich", "", " ", "!x", "~", "*", "a".repeat(200)));
    words.addAll(nasty);
    words.addAll(nasty.stream().map(each -> "db=/home/alice/!" + each).toList());
    words.add(String.join(" ", nasty));
    String printed = RepeatCommand.of(List.of(), words, "/home/alice");
    String script = "HOME=/home/alice; set -- " + printed + "; printf '%s\\0' \"$@\"";
    Process shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
    String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    assertThat(List.of(read.split("\0", -1)).subList(3, 3 + words.size())).isEqualTo(words);
  }

  @Test
  void leavesOutWhereTheResultsWentAndWhoseHomeItIs() {
    assertThat(
            command(
                "--results",
                "/home/alice/r",
                "--results=x",
                "-rff",
                "a.json",
                "-p",
                "db=/home/alice/my $db.sqlite"))
        .isEqualTo("java -Xmx1g -jar benchmarks.jar -p \"db=$HOME/my \\$db.sqlite\"");
  }
}
