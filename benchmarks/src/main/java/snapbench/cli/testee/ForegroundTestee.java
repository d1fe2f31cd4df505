package snapbench.cli.testee;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import snapbench.driver.Driver;
import snapbench.driver.DriverException;
import snapbench.driver.DriverResolver;
import snapbench.driver.Drivers;
import snapbench.model.Parameter;
import snapbench.process.JvmLauncher;
import snapbench.results.files.InvalidInputException;
import snapbench.run.plan.ParameterChecks;

/**
 * Runs a testee on its own, with this process's stdout and stderr. It ends with this process,
 * however that ends: it watches the pipe that is its stdin.
 */
public final class ForegroundTestee implements TesteeCommand.Launcher {
  private static final String DRIVER = "--driver";
  private static final String JVM_ARGUMENT = "--jvm-argument";
  private static final long END_LIMIT_SECONDS = 2;

  @Override
  public int launch(List<String> arguments) throws Exception {
    String driverName = Drivers.BUNDLED;
    List<String> jvmArguments = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(DRIVER)) {
        driverName = value(arguments, ++i, DRIVER);
      } else if (argument.equals(JVM_ARGUMENT)) {
        jvmArguments.add(value(arguments, ++i, JVM_ARGUMENT));
      } else {
        rest.add(argument);
      }
    }
    ParameterChecks.standard().check(Parameter.DRIVER, driverName, DRIVER + " " + driverName);
    String name = driverName;
    return TemporaryWork.run(
        "snapbench-testee-", System.err, folder -> run(launcher(name, jvmArguments, rest, folder)));
  }

  private static JvmLauncher launcher(
      String driverName, List<String> jvmArguments, List<String> rest, Path folder)
      throws IOException, DriverException {
    Driver driver;
    try (DriverResolver resolver = new DriverResolver(line -> System.err.println(line))) {
      driver = resolver.resolve(driverName, folder);
    }
    return new JvmLauncher(
        jvmArguments,
        Drivers.classPath(driver, folder),
        Stream.concat(Stream.of("--driver-class", driver.className()), rest.stream()).toList(),
        folder);
  }

  private static int run(JvmLauncher launcher) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(launcher.line())
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      return process.waitFor();
    } finally {
      // so that it removes a folder that the user gave it
      process.destroy();
      awaitEnd(process);
      process.destroyForcibly();
      awaitEnd(process);
    }
  }

  /** An interrupt does not end this, a limit does. */
  private static void awaitEnd(Process process) {
    process.onExit().completeOnTimeout(process, END_LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }

  private static String value(List<String> arguments, int index, String option)
      throws InvalidInputException {
    if (index >= arguments.size()) {
      throw new InvalidInputException(option + " needs a value");
    }
    return arguments.get(index);
  }
}
