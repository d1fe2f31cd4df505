package snapbench.cli.measure;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import snapbench.results.files.InvalidInputException;
import snapbench.run.plan.RunOptions;

/** What a command line selects, and whether it can be done; all before the first measurement. */
final class Selection {
  private final RunOptions options;
  private final CommandLineOptions jmh;
  private final OutputFormat out;

  Selection(RunOptions options, OutputFormat out) {
    this.options = options;
    this.jmh = options.jmh();
    this.out = out;
  }

  /**
   * The benchmarks that match, sorted as JMH does.
   *
   * @throws InvalidInputException if there is none, listing those that exist
   */
  Collection<BenchmarkListEntry> benchmarks() throws InvalidInputException {
    BenchmarkList list = BenchmarkList.defaultList();
    try {
      Collection<BenchmarkListEntry> found = list.find(out, jmh.getIncludes(), jmh.getExcludes());
      if (!found.isEmpty()) {
        return found;
      }
    } catch (PatternSyntaxException e) {
      throw new InvalidInputException(
          e.getPattern() + " is not a regular expression: " + e.getDescription(), e);
    }
    throw new InvalidInputException(
        "no benchmark matches " + described() + "; choose from " + names(list));
  }

  private String described() {
    String includes = String.join(" ", jmh.getIncludes());
    String excludes = String.join(",", jmh.getExcludes());
    return (includes.isEmpty() ? "anything" : includes)
        + (excludes.isEmpty() ? "" : " without -e " + excludes);
  }

  private String names(BenchmarkList list) {
    return list.getAll(out, List.of()).stream()
        .map(BenchmarkListEntry::getUsername)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /**
   * Checks what JMH would find out too late.
   *
   * @throws InvalidInputException naming the option and what is valid
   */
  void check() throws InvalidInputException {
    options.profilers().check(jmh.getProfilers());
    checkJvm(jmh.getJvm().orElse(null));
    if (jmh.getWarmupMode().orElse(Defaults.WARMUP_MODE).isBulk()
        || !jmh.getWarmupIncludes().isEmpty()) {
      throw new InvalidInputException(
          "-wm BULK, -wm BULK_INDI and -wmb are not possible: each cell has a testee of its own,"
              + " which only its own warm-up can warm; choose -wm INDI");
    }
  }

  /** A bare name is left to the system to find. */
  private static void checkJvm(@Nullable String jvm) throws InvalidInputException {
    File program = new File(String.valueOf(jvm));
    if (jvm != null
        && jvm.contains(File.separator)
        && !(program.isFile() && program.canExecute())) {
      throw new InvalidInputException("-jvm " + jvm + " is not a program; choose a bin/java");
    }
  }

  /** What to tell the user on the error output; may be empty. */
  List<String> notes() {
    List<String> given = new ArrayList<>();
    if (jmh.getJvm().hasValue()) {
      given.add("-jvm");
    }
    if (jmh.getJvmArgs().hasValue()
        || jmh.getJvmArgsAppend().hasValue()
        || jmh.getJvmArgsPrepend().hasValue()) {
      given.add("-jvmArgs");
    }
    jmh.getProfilers().stream()
        .map(profiler -> profiler.getKlass())
        .filter(name -> !options.profilers().classes().containsKey(name))
        .forEach(name -> given.add("-prof " + name));
    return given.isEmpty()
        ? List.of()
        : List.of(
            String.join(", ", given)
                + (given.size() == 1 ? " concerns" : " concern")
                + " JMH's fork, not the testee; for the testee's JVM: -p jdk=, -p"
                + " jvmArgs=");
  }
}
