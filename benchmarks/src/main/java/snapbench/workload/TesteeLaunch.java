package snapbench.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openjdk.jmh.infra.BenchmarkParams;
import snapbench.model.Fork;
import snapbench.model.Parameter;
import snapbench.process.Testee;
import snapbench.process.TesteeException;
import snapbench.process.TesteeName;
import snapbench.testee.api.Ready;

/** What a cell's parameters come to: how its testee is started, and what is recorded of it. */
interface TesteeLaunch {
  /**
   * Prepares to start the testee that the parameters ask for.
   *
   * @param temporary folder for its files
   */
  static TesteeLaunch prepare(
      TesteeState parameters, BenchmarkParams benchmarkParams, Path temporary)
      throws IOException, InterruptedException {
    return new TesteeName(Parameter.decoded(parameters.testee)).isJvm()
        ? JvmLaunch.prepare(parameters, benchmarkParams, temporary)
        : ProgramLaunch.prepare(parameters, temporary);
  }

  /**
   * Starts it.
   *
   * @param log sees what it prints besides the protocol
   */
  Testee start(Consumer<String> log) throws IOException;

  /** What the cell records of the process that answered. */
  Fork.Testee describe(Ready ready);

  /**
   * Looks at what answered.
   *
   * @throws TesteeException if it is something else than what was asked for
   */
  void check(Ready ready) throws TesteeException;

  /** What its allocator is told. */
  LeverCheck lever();

  /**
   * A command as a shell would be given it, with the variables that the testee has besides ours.
   */
  static List<String> shellLine(Map<String, String> environment, List<String> command) {
    List<String> line = new ArrayList<>();
    if (!environment.isEmpty()) {
      line.add("env");
      new TreeMap<>(environment).forEach((name, value) -> line.add(name + "=" + value));
    }
    line.addAll(command);
    return line;
  }
}
