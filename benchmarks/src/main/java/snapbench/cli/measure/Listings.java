package snapbench.cli.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import snapbench.model.Parameter;
import snapbench.report.text.PlainText;
import snapbench.run.plan.RunOptions;

/** What JMH lists instead of measuring ({@code -l -lp -lprof -lrf -prof NAME:help}), with ours. */
final class Listings {
  private static final int INDENT = 13;
  private static final int WIDTH = 100 - INDENT;

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
      showParameters();
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

  /** What JMH does not know: what is legal for each parameter of the benchmarks that match. */
  private void showParameters() {
    Set<String> declared = new TreeSet<>();
    BenchmarkList.defaultList()
        .find(jmhOutput, options.jmh().getIncludes(), options.jmh().getExcludes())
        .forEach(benchmark -> declared.addAll(benchmark.getParams().orElse(Map.of()).keySet()));
    List<Parameter> ours = declared.stream().flatMap(name -> Parameter.of(name).stream()).toList();
    if (!ours.isEmpty()) {
      out.println();
      out.println("Parameters and their legal values:");
    }
    for (Parameter each : ours) {
      String line =
          "%s; choose %s (default: %s)"
              .formatted(each.meaning(), each.choices(), each.defaultValue());
      List<String> wrapped = PlainText.wrapped(line, WIDTH);
      out.printf("  %-10s %s%n", each.label(), wrapped.get(0));
      wrapped.stream().skip(1).forEach(more -> out.println(" ".repeat(INDENT) + more));
    }
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
