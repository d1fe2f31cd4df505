package snapbench.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Warmup;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;
import snapbench.cli.measure.MeasureOptions;
import snapbench.cli.measure.Version;
import snapbench.cli.preset.Preset;
import snapbench.cli.terminal.ExitCode;
import snapbench.cli.terminal.Streams;
import snapbench.results.files.InvalidInputException;
import snapbench.workload.SnapshotBenchmark;

/**
 * The subcommands, below the options of a run; everything else is JMH's. Each is made where it is
 * needed: all of them take half a second.
 */
final class Subcommands {
  private static final int WIDTH = 100;

  private final Map<String, Supplier<Object>> commands;
  private final Streams streams;
  private @Nullable Exception failure;

  Subcommands(Map<String, Supplier<Object>> commands, Streams streams) {
    this.commands = commands;
    this.streams = streams;
  }

  private CommandLine with(Collection<String> names) {
    CommandLine root = new CommandLine(new MeasureOptions());
    names.forEach(name -> root.addSubcommand(requireNonNull(commands.get(name)).get()));
    root.setOut(new PrintWriter(streams.out(), true, Charset.defaultCharset()));
    root.setErr(new PrintWriter(streams.err(), true, Charset.defaultCharset()));
    // An exception that leaves the handler is printed with its trace; so it is kept instead.
    root.setExecutionExceptionHandler(
        (exception, command, result) -> {
          failure = exception;
          return ExitCode.FAILED.number();
        });
    root.setParameterExceptionHandler(
        (exception, arguments) -> {
          failure = new InvalidInputException(String.valueOf(exception.getMessage()));
          return ExitCode.INVALID_INPUT.number();
        });
    root.getSubcommands().values().forEach(each -> each.getCommandSpec().version(Version.line()));
    describe(root.getCommandSpec().usageMessage());
    return root;
  }

  private static void describe(UsageMessageSpec usage) {
    usage.width(WIDTH);
    List<String> keys = new ArrayList<>(usage.sectionKeys());
    keys.add(keys.indexOf(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING), "presets");
    usage.sectionKeys(keys);
    usage.sectionMap().put("presets", Subcommands::presets);
    usage.optionListHeading("%nOptions of ours:%n");
    usage.commandListHeading("%nCommands, as the first word:%n");
    usage.footer(
        "",
        "In a value of -p, a semicolon stands for a comma. Parameters and their values: -lp.",
        "-jvm, -jvmArgs and -prof concern JMH's fork, not the testee: for that, -p jdk= and -p"
            + " jvmArgs=.",
        "",
        "Exit codes: "
            + String.join(
                ", ",
                Arrays.stream(ExitCode.values())
                    .map(code -> code.number() + " " + code.meaning())
                    .toList())
            + ".",
        "",
        "Options of JMH; our benchmarks' own defaults, without a preset, are " + defaults() + ":",
        "");
  }

  /** Those of the benchmarks, in whose place JMH's help names those of JMH. */
  private static String defaults() {
    Class<?> type = SnapshotBenchmark.class;
    Warmup warmup = requireNonNull(type.getAnnotation(Warmup.class));
    Measurement measurement = requireNonNull(type.getAnnotation(Measurement.class));
    return "-f %d -wi %d -w %ds -i %d -r %ds"
        .formatted(
            requireNonNull(type.getAnnotation(Fork.class)).value(),
            warmup.iterations(),
            warmup.time(),
            measurement.iterations(),
            measurement.time());
  }

  private static String presets(Help help) {
    Map<String, String> presets = new LinkedHashMap<>();
    for (Preset preset : Preset.values()) {
      String list = preset == Preset.DRIVERS ? " A,B,..." : "";
      presets.put("  " + preset.word() + list, preset.description());
    }
    return String.format(
        "%nPresets, as the first word (--quick for quick, too); what else is given wins:%n%s",
        help.createTextTable(presets));
  }

  /** All of them, below the options of a run. */
  CommandLine all() {
    return with(commands.keySet());
  }

  /** Whether the first argument is a subcommand's name. */
  boolean matches(List<String> arguments) {
    return !arguments.isEmpty() && commands.containsKey(arguments.get(0));
  }

  /**
   * Runs a subcommand and returns its exit code.
   *
   * @throws Exception what the subcommand throws; {@link InvalidInputException} for a wrong option
   */
  int run(List<String> arguments) throws Exception {
    int exitCode = with(arguments.subList(0, 1)).execute(arguments.toArray(new String[0]));
    if (failure != null) {
      throw failure;
    }
    return exitCode;
  }
}
