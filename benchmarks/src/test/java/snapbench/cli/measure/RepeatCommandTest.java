package snapbench.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

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
