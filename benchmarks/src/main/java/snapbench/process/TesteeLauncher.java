package snapbench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Everything that a testee is started with, and the only way to start one. */
public sealed interface TesteeLauncher permits JvmLauncher, ProgramLauncher {
  /**
   * Starts a testee; {@link Testee#awaitReady()} waits for it.
   *
   * @param log sees each line of its stderr, for instance the progress of filling
   */
  Testee start(TesteeLimits limits, Consumer<String> log) throws IOException;

  /** The same with the limits that this JVM was told. */
  default Testee start(Consumer<String> log) throws IOException {
    return start(TesteeLimits.ofSystemProperties(), log);
  }

  /** The command line, program first. */
  List<String> line();

  /** Variables added to this process's own. */
  Map<String, String> environment();

  /** All that is removed with the testee. */
  Path folder();

  /** Where it is started and has its temporary files: that folder or one in it. */
  default Path workingFolder() {
    return folder();
  }

  /**
   * The command as a shell would be given it, with the variables that the testee has besides ours.
   */
  default List<String> shellLine() {
    List<String> line = new ArrayList<>();
    if (!environment().isEmpty()) {
      line.add("env");
      new TreeMap<>(environment()).forEach((name, value) -> line.add(name + "=" + value));
    }
    line.addAll(line());
    return line;
  }
}
