package snapbench.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is sent to a terminal, and what a reader sees of it. */
class StatusLineTest {
  private static final String ERASE = "\r\u001b[K";
  private static final int WIDTH = 20;

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final StatusLine terminal =
      new StatusLine(new PrintStream(sent, true, StandardCharsets.UTF_8), WIDTH);
  private final PrintStream out = new PrintStream(terminal, false, StandardCharsets.UTF_8);

  private String sent() {
    return sent.toString(StandardCharsets.UTF_8);
  }

  /** What is on the screen: of each line, whatever follows its last erasure. */
  private String screen() {
    String text = sent().replaceAll("\u001b\\[\\?7[lh]", "");
    return text.replaceAll("(?md)^.*\r\u001b\\[K", "");
  }

  @Test
  void sendsWhatIsPrintedAsItIs() {
    out.print("Iteration 1: ");
    out.println("0.5 ops/s – é");
    assertThat(sent()).isEqualTo("Iteration 1: 0.5 ops/s – é\n");
  }

  @Test
  void showsAStatusInPlaceOfTheOneBefore() {
    terminal.show("1/2 long status");
    terminal.show("2/2");
    assertThat(screen()).isEqualTo("2/2");
  }

  @Test
  void erasesTheStatusBeforeAnythingElse() {
    terminal.show("status");
    out.println("a line");
    terminal.show("status");
    out.print("ab");
    out.print("cd\n");
    assertThat(screen()).isEqualTo("a line\nabcd\n");
  }

  @Test
  void takesUpALineThatWasBegun() {
    out.print("Iteration 1: ");
    terminal.show("status");
    assertThat(screen()).isEqualTo("status");
    out.print("0.5");
    terminal.show("status");
    out.println(" ops/s");
    terminal.show("status");
    terminal.erase();
    assertThat(screen()).isEqualTo("Iteration 1: 0.5 ops/s\n");
  }

  @Test
  void leavesNothingBehind() {
    out.print("begun");
    terminal.show("status");
    terminal.erase();
    terminal.erase();
    assertThat(sent()).endsWith(ERASE + "begun");
    assertThat(screen()).isEqualTo("begun");
  }

  /** It would take two lines of the screen, of which one can be erased. */
  @Test
  void leavesALineAloneThatIsLongerThanTheTerminalIsWide() {
    out.print("x".repeat(WIDTH));
    terminal.show("status");
    assertThat(sent()).isEqualTo("x".repeat(WIDTH));
    out.println();
    terminal.show("status");
    assertThat(screen()).isEqualTo("x".repeat(WIDTH) + "\nstatus");
  }

  @Test
  void erasesTheStatusBeforeMessagesOfAnotherStream() {
    PrintStream err =
        new PrintStream(
            terminal.beside(new PrintStream(sent, true, StandardCharsets.UTF_8)),
            true,
            StandardCharsets.UTF_8);
    out.print("Iteration 1: ");
    terminal.show("status");
    err.println("a message");
    terminal.show("status");
    out.println("0.5 ops/s");
    assertThat(screen()).isEqualTo("Iteration 1: a message\nIteration 1: 0.5 ops/s\n");
  }
}
