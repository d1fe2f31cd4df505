package snapbench.cli.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import snapbench.cli.Subcommands;
import snapbench.cli.report.ComparisonOptions;
import snapbench.run.plan.RunOptions;

/**
 * What JMH lists instead of measuring ({@code -h -l -lp -lprof -lrf -prof NAME:help}), with ours
 * added.
 */
final class Listings {
  private final RunOptions options;
  private final Subcommands subcommands;
  private final OutputFormat jmhOutput;
  private final PrintStream out;

  Listings(RunOptions options, Subcommands subcommands, OutputFormat jmhOutput, PrintStream out) {
    this.options = options;
    this.subcommands = subcommands;
    this.jmhOutput = jmhOutput;
    this.out = out;
  }

  /** Lists what was asked for; returns false if nothing was. */
  boolean show() throws IOException {
    CommandLineOptions jmh = options.jmh();
    if (jmh.shouldHelp()) {
      jmh.showHelp();
      ourHelp().forEach(out::println);
    } else if (jmh.shouldList()) {
      new Runner(jmh, jmhOutput).list();
    } else if (jmh.shouldListWithParams()) {
      new Runner(jmh, jmhOutput).listWithParams(jmh);
    } else if (jmh.shouldListProfilers()) {
      jmh.listProfilers();
      options.profilers().classes().forEach((name, type) -> out.println(profiler(name, type)));
    } else if (jmh.shouldListResultFormats()) {
      jmh.listResultFormats();
    } else {
      return showProfilerHelp();
    }
    return true;
  }

  private boolean showProfilerHelp() {
    List<String> help = options.profilers().help(options.jmh().getProfilers());
    help.forEach(out::println);
    return !help.isEmpty();
  }

  private String profiler(String name, String type) {
    String always = name.equals(options.profilers().byDefault()) ? ", on by default" : "";
    return "Short name of ours: " + name + " (" + type + always + ")";
  }

  private List<String> ourHelp() {
    StringBuilder commands = new StringBuilder();
    for (String description : subcommands.descriptions()) {
      commands.append("  ").append(description).append('\n');
    }
    return List.of(
        "",
        "Options of snapbench, besides JMH's:",
        "",
        "  "
            + RunOptions.RESULTS
            + " <folder>          Where each run gets a folder of its own:"
            + " jmh-result.json, a file for each cell, series.csv, report.md. (default: results)",
        "",
        "  "
            + RunOptions.INTERLEAVE
            + "                Measure one fork of each cell, then the second of each, and so on,"
            + " so that drift of the machine meets all cells alike. (default: all forks of a cell,"
            + " then the next)",
        "",
        "  "
            + ComparisonOptions.REFERENCE
            + " NAME=VALUE       End with a comparison: of this value of a parameter with its"
            + " others. --fail-on, --minimum-effect, --minimum-memory-effect and --alpha as in"
            + " compare --help.",
        "",
        "  "
            + RunOptions.UNTIL_DECIDED
            + "             Measure a cell again, in new forks of twice the iterations, until the"
            + " verdict on its resident set is not INCONCLUSIVE. (default: once)",
        "",
        "  "
            + RunOptions.MAX_CYCLES
            + " <int>          Most cycles of a fork then. (default: 8 times those of the first"
            + " look)",
        "",
        "  "
            + RunOptions.ONE_AT_A_TIME
            + "             Of all combinations of the values given by -p, measure only those in which"
            + " at most one parameter has another than its first value. (default: all)",
        "",
        "  "
            + RunOptions.READY_TIMEOUT
            + " <s>         How long a testee may be silent before it is ready. (default: 120)",
        "",
        "  "
            + RunOptions.REQUEST_TIMEOUT
            + " <s>       How long a testee's answer, to a cycle above all, may take. (default: 540)",
        "",
        "In a value of -p, a semicolon stands for a comma. Parameters and their values: -lp.",
        "-jvm, -jvmArgs and -prof concern JMH's fork, not the testee: for that, -p jdk= and -p"
            + " jvmArgs=.",
        "",
        "Exit codes: 0 all measured, 1 something failed while measuring, 2 the command line or an"
            + " input file is wrong, 3 a gate was crossed, 130 interrupted.",
        "",
        commands.isEmpty() ? "" : "Subcommands, as the first argument:\n\n" + commands);
  }
}
