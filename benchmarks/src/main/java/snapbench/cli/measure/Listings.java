package snapbench.cli.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import snapbench.run.plan.RunOptions;

/** What JMH lists instead of measuring ({@code -l -lp -lprof -lrf -prof NAME:help}), with ours. */
final class Listings {
  private final RunOptions options;
  private final OutputFormat jmhOutput;
  private final PrintStream out;

  Listings(RunOptions options, OutputFormat jmhOutput, PrintStream out) {
    this.options = options;
    this.jmhOutput = jmhOutput;
    this.out = out;
  }

  /** Lists what was asked for; returns false if nothing was. */
  boolean show() throws IOException {
    CommandLineOptions jmh = options.jmh();
    if (jmh.shouldList()) {
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
}
