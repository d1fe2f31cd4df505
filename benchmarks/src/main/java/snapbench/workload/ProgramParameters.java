package snapbench.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import snapbench.control.BuiltControls;
import snapbench.control.ControlException;
import snapbench.model.Parameter;
import snapbench.process.ProgramLauncher;
import snapbench.process.TesteeName;
import snapbench.process.UnsupportedCycleException;

/**
 * What a fork's parameters come to for a program that keeps the testee contract: a control, or a
 * user's own. What only a JVM has cannot be asked of it.
 */
final class ProgramParameters {
  private ProgramParameters() {}

  static TesteeLaunch launch(TesteeState parameters, Path temporary)
      throws IOException, InterruptedException {
    TesteeName name = new TesteeName(Parameter.decoded(parameters.testee));
    requireDefault(Parameter.DRIVER, parameters.driver);
    requireDefault(Parameter.JDK, parameters.jdk);
    requireDefault(Parameter.JVM_ARGS, parameters.jvmArgs);
    requireDefault(Parameter.LEAK, parameters.leak);
    LeverCheck lever = LeverCheck.of(Parameter.decoded(parameters.malloc));
    String ofJvm = String.join(" ", lever.lever().jvmArguments());
    if (!ofJvm.isEmpty()) {
      throw new UnsupportedCycleException(
          "malloc=%s needs %s, which testee=%s does not have"
              .formatted(parameters.malloc, ofJvm, parameters.testee));
    }
    Map<String, String> environment = new TreeMap<>(lever.environment());
    if (!Parameter.GOMAXPROCS.isDefault(parameters.gomaxprocs)) {
      environment.put("GOMAXPROCS", parameters.gomaxprocs);
    }
    ProgramLauncher launcher =
        new ProgramLauncher(
            name.isCommand() ? name.command() : control(name, temporary),
            SharedDatabases.of(temporary, parameters.source()),
            parameters.threads,
            environment,
            temporary.resolve("testee-" + ProcessHandle.current().pid()));
    return new TesteeLaunch(launcher, lever, null);
  }

  private static void requireDefault(Parameter parameter, String value)
      throws UnsupportedCycleException {
    if (!parameter.isDefault(value)) {
      throw new UnsupportedCycleException(
          "%s=%s is for testee=jvm alone".formatted(parameter.label(), value));
    }
  }

  private static List<String> control(TesteeName name, Path temporary)
      throws IOException, InterruptedException {
    try {
      return BuiltControls.find(name.value(), temporary).command();
    } catch (ControlException e) {
      throw new UnsupportedCycleException(String.valueOf(e.getMessage()));
    }
  }
}
