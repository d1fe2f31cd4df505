package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.cli.terminal.Streams;
import snapbench.self.SelfCommand;
import snapbench.self.chaos.fault.EntryPoint;

/** {@code self chaos}: report, compare and judge refuse damaged input in one line, or read it. */
class DamagedInputTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void isReadOrRefused() {
    int code =
        Main.standard(new Streams(stream, stream))
            .run(List.of("self", "chaos", "--mutations", "300", "--runs", "0", "--seed", "18"));
    assertThat(out())
        .isEqualTo(
            """
            damaged input: 300
            tries: 300
            wrong exit code: 0
            frames shown: 0
            exception escaped: 0
            not one line: 0
            unbounded: 0
            left over: 0
            wrong figures: 0
            """);
    assertThat(code).isZero();
  }

  @ParameterizedTest
  @CsvSource({"code, wrong exit code", "frames, frames shown", "error, escaped", "lines, not one"})
  void faultsAreCountedWithTheCommandThatRepeatsThem(String kind, String fault) {
    EntryPoint faulty =
        (arguments, stdout, stderr) -> {
          if (kind.equals("error")) {
            throw new StackOverflowError();
          }
          stderr.print(kind.equals("frames") ? "x\n\tat y" : "two\nlines\n");
          return kind.equals("code") ? 1 : kind.equals("lines") ? 2 : 0;
        };
    int code =
        SelfCommand.with(stream, faulty)
            .execute("chaos", "--mutations", "2", "--runs", "0", "--seed", "5");
    assertThat(code).isEqualTo(1);
    assertThat(out())
        .contains("tries: 2\n", "self chaos --seed 5 --mutation 1: [", "--mutation 2: [")
        .containsPattern(fault + "[a-z ]*: 2\n");
  }
}
