package snapbench.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import snapbench.driver.Driver;
import snapbench.model.Fork;
import snapbench.model.Parameter;
import snapbench.process.TesteeException;
import snapbench.process.TesteeLauncher;
import snapbench.process.TesteeName;
import snapbench.testee.api.Ready;

/**
 * What a fork's parameters come to: how its testee is started, and what is recorded of it.
 *
 * @param launcher starts it
 * @param lever what its allocator is told
 * @param driver the driver that was found; null for a program, which brings its own SQLite
 */
record TesteeLaunch(TesteeLauncher launcher, LeverCheck lever, @Nullable Driver driver) {
  private static final String UNKNOWN = "unknown";

  /**
   * Prepares to start the testee that the parameters ask for.
   *
   * @param temporary folder for its files
   */
  static TesteeLaunch prepare(
      TesteeState parameters, BenchmarkParams benchmarkParams, Path temporary)
      throws IOException, InterruptedException {
    return new TesteeName(Parameter.decoded(parameters.testee)).isJvm()
        ? JvmParameters.launch(
            parameters, benchmarkParams.getParam(Parameter.SNAPSHOT.label()), temporary)
        : ProgramParameters.launch(parameters, temporary);
  }

  /**
   * What the fork records of the process that answered. A program stands in the places of driver
   * and JDK.
   */
  Fork.Testee describe(Ready ready, List<String> commandLine) {
    return new Fork.Testee(
        ready.pid(),
        commandLine,
        driver == null ? ready.driverName() : driver.name(),
        driver == null ? UNKNOWN : driver.sha256(),
        driver == null ? UNKNOWN : driver.checksum().label(),
        driver == null ? List.of() : driver.jars().stream().map(String::valueOf).toList(),
        ready.driverName(),
        ready.driverVersion(),
        ready.sqliteVersion(),
        ready.compileOptions(),
        ready.jdk(),
        ready.rows(),
        ready.databaseBytes(),
        ready.fillMillis());
  }

  /**
   * Fails where another class than the driver that was asked for answered. A program itself
   * compares what it says with what was started.
   */
  void check(Ready ready) throws TesteeException {
    if (driver != null && !ready.driverName().equals(driver.className())) {
      throw new TesteeException(
          "the driver %s was asked for, its class is %s, but %s answered"
              .formatted(driver.name(), driver.className(), ready.driverName()));
    }
  }
}
