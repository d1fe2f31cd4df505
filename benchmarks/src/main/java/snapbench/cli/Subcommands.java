package snapbench.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import snapbench.results.files.InvalidInputException;

/** The subcommands; everything else is JMH's. */
public final class Subcommands {
  private final CommandLine commandLine;
  private @Nullable Exception failure;

  public Subcommands(List<Object> commands, PrintStream out, PrintStream err) {
    commandLine = new CommandLine(new Root());
    commands.forEach(commandLine::addSubcommand);
    commandLine.setOut(new PrintWriter(out, true, Charset.defaultCharset()));
    commandLine.setErr(new PrintWriter(err, true, Charset.defaultCharset()));
    // An exception that leaves the handler is printed with its trace; so it is kept instead.
    commandLine.setExecutionExceptionHandler(
        (exception, command, result) -> {
          failure = exception;
          return Main.FAILED;
        });
    commandLine.setParameterExceptionHandler(
        (exception, arguments) -> {
          failure = new InvalidInputException(String.valueOf(exception.getMessage()));
          return Main.INVALID_INPUT;
        });
  }

  @Command(name = "snapbench")
  private static final class Root {}

  /** Whether the first argument is a subcommand's name. */
  boolean matches(List<String> arguments) {
    return !arguments.isEmpty() && commandLine.getSubcommands().containsKey(arguments.get(0));
  }

  /**
   * Runs a subcommand and returns its exit code.
   *
   * @throws Exception what the subcommand throws; {@link InvalidInputException} for a wrong option
   */
  int run(List<String> arguments) throws Exception {
    int exitCode = commandLine.execute(arguments.toArray(new String[0]));
    if (failure != null) {
      throw failure;
    }
    return exitCode;
  }

  /** Name and description of each, one per line. */
  public List<String> descriptions() {
    return commandLine.getSubcommands().entrySet().stream()
        .map(
            entry -> {
              String[] description = entry.getValue().getCommandSpec().usageMessage().description();
              return entry.getKey() + ": " + String.join(" ", description);
            })
        .toList();
  }
}
