package snapbench.cli.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import snapbench.model.Parameter;
import snapbench.report.text.PlainText;
import snapbench.run.plan.RunOptions;

/** What JMH lists instead of measuring ({@code -l -lp -lprof -lrf -prof NAME:help}), with ours. */
record Listings(RunOptions options, OutputFormat jmhOutput, PrintStream out) {
  private static final int INDENT = 13;
  private static final int WIDTH = 100 - INDENT;

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
      List<String> help = options.profilers().help(jmh.getProfilers());
      help.forEach(out::println);
      return !help.isEmpty();
    }
    return true;
  }

  /** What JMH does not know: what is legal for each parameter of the benchmarks that match. */
  private void showParameters() {
    List<Parameter> ours =
        BenchmarkList.defaultList()
            .find(jmhOutput, options.jmh().getIncludes(), options.jmh().getExcludes())
            .stream()
            .flatMap(benchmark -> benchmark.getParams().orElse(Map.of()).keySet().stream())
            .distinct()
            .sorted()
            .flatMap(name -> Parameter.of(name).stream())
            .toList();
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

  private String profiler(String name, String type) {
    String always = name.equals(options.profilers().byDefault()) ? ", on by default" : "";
    return "Short name of ours: " + name + " (" + type + always + ")";
  }
}
