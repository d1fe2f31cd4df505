package snapbench.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The subcommands; everything else is JMH's. */
final class Subcommands {
  private final CommandLine commandLine;

  Subcommands(List<Object> commands, PrintStream out, PrintStream err) {
    commandLine = new CommandLine(new Root());
    commands.forEach(commandLine::addSubcommand);
    commandLine.setOut(new PrintWriter(out, true, Charset.defaultCharset()));
    commandLine.setErr(new PrintWriter(err, true, Charset.defaultCharset()));
    commandLine.setExecutionExceptionHandler(
        (failure, command, result) -> {
          throw failure;
        });
  }

  @Command(name = "snapbench")
  private static final class Root {}

  /** Whether the first argument is a subcommand's name. */
  boolean matches(List<String> arguments) {
    return !arguments.isEmpty() && commandLine.getSubcommands().containsKey(arguments.get(0));
  }

  /** Runs a subcommand and returns its exit code. */
  int run(List<String> arguments) {
    return commandLine.execute(arguments.toArray(new String[0]));
  }

  /** Name and description of each, one per line. */
  List<String> descriptions() {
    return commandLine.getSubcommands().entrySet().stream()
        .map(
            entry -> {
              String[] description = entry.getValue().getCommandSpec().usageMessage().description();
              return entry.getKey() + ": " + String.join(" ", description);
            })
        .toList();
  }
}
