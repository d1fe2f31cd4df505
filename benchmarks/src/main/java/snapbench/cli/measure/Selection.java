package snapbench.cli.measure;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import snapbench.cli.preset.Preset;
import snapbench.results.files.InvalidInputException;
import snapbench.run.plan.RunOptions;

/**
 * What a command line selects, and whether it can be done; all before the first measurement.
 *
 * @param commands words that are no benchmarks, but may be meant
 */
record Selection(RunOptions options, OutputFormat out, Set<String> commands) {
  Selection {
    commands = Set.copyOf(commands);
  }

  private CommandLineOptions jmh() {
    return options.jmh();
  }

  /**
   * The benchmarks that match, sorted as JMH does.
   *
   * @throws InvalidInputException if there is none for all of the words, or for one of them
   */
  Collection<BenchmarkListEntry> benchmarks() throws InvalidInputException {
    BenchmarkList list = BenchmarkList.defaultList();
    try {
      for (String word : jmh().getIncludes()) {
        if (list.find(out, List.of(word), List.of()).isEmpty()) {
          throw new InvalidInputException("no benchmark matches " + word + meant(word, list));
        }
      }
      Collection<BenchmarkListEntry> found =
          list.find(out, jmh().getIncludes(), jmh().getExcludes());
      if (!found.isEmpty()) {
        return found;
      }
    } catch (PatternSyntaxException e) {
      throw new InvalidInputException(
          e.getPattern() + " is not a regular expression: " + e.getDescription(), e);
    }
    throw new InvalidInputException(
        "no benchmark matches " + described() + "; choose from " + String.join(", ", names(list)));
  }

  private String meant(String word, BenchmarkList list) {
    List<String> names = names(list);
    Set<String> known = new TreeSet<>(commands);
    names.forEach(name -> known.add(name.substring(name.lastIndexOf('.') + 1)));
    List.of(Preset.values()).forEach(preset -> known.add(preset.word()));
    return (known.contains(word)
            ? "; a subcommand or a preset comes first"
            : ", which is no subcommand and no preset either" + NearestNames.named(word, known))
        + "; choose from "
        + String.join(", ", names);
  }

  private String described() {
    String includes = String.join(" ", jmh().getIncludes());
    String excludes = String.join(",", jmh().getExcludes());
    return (includes.isEmpty() ? "anything" : includes)
        + (excludes.isEmpty() ? "" : " without -e " + excludes);
  }

  private List<String> names(BenchmarkList list) {
    return list.getAll(out, List.of()).stream()
        .map(BenchmarkListEntry::getUsername)
        .distinct()
        .toList();
  }

  /**
   * Checks what JMH would find out too late.
   *
   * @throws InvalidInputException naming the option and what is valid
   */
  void check() throws InvalidInputException {
    options.profilers().check(jmh().getProfilers());
    // a bare name is left to the system to find
    String jvm = jmh().getJvm().orElse("");
    File program = new File(jvm);
    if (jvm.contains(File.separator) && !(program.isFile() && program.canExecute())) {
      throw new InvalidInputException("-jvm " + jvm + " is not a program; choose a bin/java");
    }
    if (jmh().getWarmupMode().orElse(Defaults.WARMUP_MODE).isBulk()
        || !jmh().getWarmupIncludes().isEmpty()) {
      throw new InvalidInputException(
          "-wm BULK, -wm BULK_INDI and -wmb are not possible: each cell has a testee of its own,"
              + " which only its own warm-up can warm; choose -wm INDI");
    }
  }

  /** What to tell the user on the error output; may be empty. */
  List<String> notes() {
    List<String> given = new ArrayList<>();
    if (jmh().getJvm().hasValue()) {
      given.add("-jvm");
    }
    if (jmh().getJvmArgs().hasValue()
        || jmh().getJvmArgsAppend().hasValue()
        || jmh().getJvmArgsPrepend().hasValue()) {
      given.add("-jvmArgs");
    }
    jmh().getProfilers().stream()
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
