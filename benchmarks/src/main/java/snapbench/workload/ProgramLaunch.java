package snapbench.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import snapbench.control.BuiltControls;
import snapbench.control.ControlException;
import snapbench.model.Fork;
import snapbench.model.Parameter;
import snapbench.process.ProgramCommandLine;
import snapbench.process.ProgramTestee;
import snapbench.process.Testee;
import snapbench.process.TesteeLimits;
import snapbench.process.TesteeName;
import snapbench.process.UnsupportedCycleException;
import snapbench.testee.api.Ready;

/**
 * A program that keeps the testee contract: a control, or a user's own. What only a JVM has cannot
 * be asked of it.
 *
 * @param command starts the testee
 * @param lever what its allocator is told
 */
record ProgramLaunch(ProgramCommandLine command, LeverCheck lever) implements TesteeLaunch {
  private static final String UNKNOWN = "unknown";

  static ProgramLaunch prepare(TesteeState parameters, Path temporary)
      throws IOException, InterruptedException {
    TesteeName name = new TesteeName(Parameter.decoded(parameters.testee));
    requireNothingOfJvm(parameters);
    LeverCheck lever = LeverCheck.of(Parameter.decoded(parameters.malloc));
    if (!lever.lever().jvmArguments().isEmpty()) {
      throw new UnsupportedCycleException(
          "malloc=%s needs %s, which testee=%s does not have"
              .formatted(
                  parameters.malloc,
                  String.join(" ", lever.lever().jvmArguments()),
                  parameters.testee));
    }
    Map<String, String> environment = new TreeMap<>(lever.environment());
    if (!Parameter.GOMAXPROCS.isDefault(parameters.gomaxprocs)) {
      environment.put("GOMAXPROCS", parameters.gomaxprocs);
    }
    List<String> program = name.isCommand() ? name.command() : control(name, temporary);
    ProgramCommandLine command =
        new ProgramCommandLine(
            program,
            SharedDatabases.of(temporary, parameters.source()),
            parameters.threads,
            environment,
            temporary.resolve("testee-" + ProcessHandle.current().pid()));
    return new ProgramLaunch(command, lever);
  }

  private static void requireNothingOfJvm(TesteeState parameters) throws UnsupportedCycleException {
    requireDefault(Parameter.DRIVER, parameters.driver);
    requireDefault(Parameter.JDK, parameters.jdk);
    requireDefault(Parameter.JVM_ARGS, parameters.jvmArgs);
    requireDefault(Parameter.LEAK, parameters.leak);
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

  @Override
  public Testee start(Consumer<String> log) throws IOException {
    return ProgramTestee.start(command, TesteeLimits.ofSystemProperties(), log);
  }

  /** The program stands in the places of driver and JDK. */
  @Override
  public Fork.Testee describe(Ready ready) {
    return new Fork.Testee(
        ready.pid(),
        TesteeLaunch.shellLine(command.environment(), command.line()),
        ready.driverName(),
        UNKNOWN,
        UNKNOWN,
        List.of(),
        ready.driverName(),
        ready.driverVersion(),
        ready.sqliteVersion(),
        ready.compileOptions(),
        ready.jdk(),
        ready.rows(),
        ready.databaseBytes(),
        ready.fillMillis());
  }

  /** The testee itself compares what it says with what was started. */
  @Override
  public void check(Ready ready) {}
}
