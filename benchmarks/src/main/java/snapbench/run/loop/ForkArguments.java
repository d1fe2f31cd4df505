package snapbench.run.loop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import snapbench.results.folder.ForkContext;
import snapbench.results.folder.RunFolder;
import snapbench.run.plan.PlannedFork;

/**
 * JVM arguments of JMH's fork.
 *
 * @param context the cell that the fork measures
 * @param original those that the user, or the benchmark, appends
 * @param ours those that the run adds after them
 */
record ForkArguments(ForkContext context, Collection<String> original, List<String> ours) {
  private static final String DEFINE = "-D";

  /** What this JVM was told of testees holds in its forks, too. */
  private static final String TESTEE_PROPERTIES = "snapbench.testee.";

  static ForkContext context(RunFolder folder, PlannedFork call) {
    return new ForkContext(
        folder.path(),
        call.number(),
        call.fork(),
        call.cell().look(),
        call.cell().mode().shortLabel(),
        ProcessHandle.current().pid());
  }

  static ForkArguments of(RunFolder folder, PlannedFork call) {
    ForkContext context = context(folder, call);
    List<String> ours = new ArrayList<>(context.toJvmArguments());
    ours.add(DEFINE + "java.io.tmpdir=" + folder.temporary());
    ours.add(DEFINE + "jna.tmpdir=" + folder.temporary());
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(TESTEE_PROPERTIES))
        .sorted()
        .forEach(name -> ours.add(DEFINE + name + "=" + System.getProperty(name)));
    String filter = DEFINE + LinkFilter.PROPERTY + "=";
    if (System.getProperty(LinkFilter.PROPERTY) == null
        && call.cell().jvmArguments().stream().noneMatch(each -> each.startsWith(filter))) {
      ours.add(filter + LinkFilter.OF_FORK);
    }
    // From JDK 22 on native code is warned of otherwise; 17 knows the option too.
    ours.add("--enable-native-access=ALL-UNNAMED");
    // From JDK 24 on JMH itself makes the JVM warn otherwise; to earlier ones it means nothing.
    ours.add(DEFINE + "sun.misc.unsafe.memory.access=allow");
    return new ForkArguments(context, call.cell().jvmArguments(), List.copyOf(ours));
  }

  List<String> all() {
    List<String> all = new ArrayList<>(original);
    all.addAll(ours);
    return all;
  }

  /** For a benchmark that runs in this process. */
  void setSystemProperties() {
    for (String argument : context.toJvmArguments()) {
      String[] property = argument.substring(DEFINE.length()).split("=", 2);
      System.setProperty(property[0], property[1]);
    }
  }
}
