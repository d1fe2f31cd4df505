package snapbench.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import snapbench.cli.measure.Wiring;
import snapbench.cli.terminal.Streams;
import snapbench.host.doctor.Environment;
import snapbench.run.plan.ParameterChecks;
import snapbench.run.plan.Profilers;

/** Runs one subcommand within this process, and keeps what it printed last. */
public final class CommandRunner {
  private final Function<Streams, Object> command;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** With what makes the subcommand of the streams that it prints to. */
  public CommandRunner(Function<Streams, Object> command) {
    this.command = command;
  }

  /** Runs a command line, and returns the exit code. */
  public int run(List<String> arguments) {
    out.reset();
    err.reset();
    Streams streams =
        new Streams(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    Wiring parts = new Wiring(Profilers.none(), ParameterChecks.standard(), Environment::read);
    Object made = command.apply(streams);
    String name = new CommandLine(made).getCommandName();
    return new Main(parts, Map.of(name, () -> made), streams).run(arguments);
  }

  /** What it printed. */
  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
