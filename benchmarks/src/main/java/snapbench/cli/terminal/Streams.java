package snapbench.cli.terminal;

import java.io.PrintStream;

/**
 * Where a command prints.
 *
 * @param out for results
 * @param err for messages
 */
public record Streams(PrintStream out, PrintStream err) {
  /** Prints a message of ours. */
  public void say(String line) {
    err.println("snapbench: " + line);
  }
}
