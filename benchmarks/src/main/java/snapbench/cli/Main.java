package snapbench.cli;

import java.io.PrintStream;
import java.util.List;
import snapbench.cli.measure.BenchmarkCommand;
import snapbench.driver.DriverException;
import snapbench.results.files.InvalidInputException;

/**
 * The command line: {@code java -jar benchmarks.jar [JMH options]} or, where the first argument is
 * the name of a subcommand, that.
 *
 * <p>Exit codes: 0 all measured (what a driver cannot do is listed as unsupported), 1 something
 * failed while measuring, 2 the command line or an input file is wrong, 3 a gate given on the
 * command line was crossed, 130 interrupted.
 */
public final class Main {
  public static final int OK = 0;
  public static final int FAILED = 1;
  static final int INVALID_INPUT = 2;
  public static final int GATE_CROSSED = 3;

  private final Wiring parts;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * Puts the command line together.
   *
   * @param parts what it is made of
   * @param out for results
   * @param err for messages
   */
  public Main(Wiring parts, PrintStream out, PrintStream err) {
    this.parts = parts;
    this.out = out;
    this.err = err;
  }

  /** Runs one command and exits. */
  public static void main(String[] arguments) {
    UnsafeWarning.suppress();
    System.exit(new Main(Wiring.standard(), System.out, System.err).run(List.of(arguments)));
  }

  /** Runs one command and returns the exit code. */
  public int run(List<String> arguments) {
    try {
      Subcommands subcommands = new Subcommands(parts.subcommands(), out, err);
      return subcommands.matches(arguments)
          ? subcommands.run(arguments)
          : new BenchmarkCommand(parts, subcommands, out, err).run(arguments);
    } catch (Exception e) {
      err.println("snapbench: " + message(e));
      return e instanceof InvalidInputException || e instanceof DriverException
          ? INVALID_INPUT
          : FAILED;
    }
  }

  private static String message(Exception e) {
    boolean ours = e.getClass().getPackageName().startsWith("snapbench.");
    return ours && e.getMessage() != null ? e.getMessage() : e.toString();
  }
}
