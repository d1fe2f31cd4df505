package snapbench.cli.drivers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import snapbench.cli.drivers.DriverAbilities.Answer;
import snapbench.driver.Driver;
import snapbench.driver.DriverException;
import snapbench.driver.DriverResolver;
import snapbench.driver.Drivers;
import snapbench.model.Parameter;
import snapbench.process.JvmLauncher;
import snapbench.process.Testee;
import snapbench.process.TesteeException;
import snapbench.process.UnsupportedCycleException;
import snapbench.results.files.InvalidInputException;
import snapbench.run.loop.Interruption;
import snapbench.run.plan.ParameterChecks;
import snapbench.run.plan.RunFailedException;
import snapbench.testee.api.Activity;
import snapbench.testee.api.Ready;
import snapbench.testee.api.SnapshotKind;

/**
 * Tries what drivers can do: each in a testee of its own, with a small database.
 *
 * @param folder takes what the testees need
 * @param interruption ends this
 * @param progress sees a line whenever something new begins
 */
record DriverProbe(Path folder, Interruption interruption, Consumer<String> progress) {
  private static final String[] OPTIONS = {"--scale", "0.001", "--threads", "1", "--live", "none"};

  /**
   * Tries each, after all of them are resolved.
   *
   * @throws InvalidInputException if there cannot be such a driver
   * @throws DriverException if there is none
   * @throws RunFailedException if this is interrupted
   */
  List<DriverAbilities> tryAll(List<String> names) throws Exception {
    for (String name : names) {
      ParameterChecks.standard().check(Parameter.DRIVER, name, "--probe " + name);
    }
    try {
      return tryEach(resolve(names));
    } catch (IOException | InterruptedException e) {
      requireGoingOn();
      throw e;
    }
  }

  private Map<String, Driver> resolve(List<String> names) throws IOException, RunFailedException {
    Map<String, Driver> drivers = new LinkedHashMap<>();
    try (DriverResolver resolver = new DriverResolver(progress)) {
      for (String name : names) {
        drivers.put(name, resolver.resolve(Parameter.decoded(name), folder));
        requireGoingOn();
      }
    }
    return drivers;
  }

  private List<DriverAbilities> tryEach(Map<String, Driver> drivers)
      throws IOException, InterruptedException, RunFailedException {
    List<DriverAbilities> abilities = new ArrayList<>();
    for (Map.Entry<String, Driver> driver : drivers.entrySet()) {
      progress.accept("trying driver " + driver.getKey());
      abilities.add(attempt(driver.getKey(), driver.getValue()));
      // what ended the testee is no answer, and no other is to be started
      requireGoingOn();
    }
    return abilities;
  }

  private void requireGoingOn() throws RunFailedException {
    if (interruption.isRequested()) {
      progress.accept("interrupted");
      throw new RunFailedException("interrupted");
    }
  }

  private DriverAbilities attempt(String name, Driver driver)
      throws IOException, InterruptedException {
    try (Testee testee = launcher(driver).start(line -> {})) {
      Ready ready = testee.awaitReady();
      Map<SnapshotKind, Answer> answers = new EnumMap<>(SnapshotKind.class);
      for (SnapshotKind kind : SnapshotKind.values()) {
        answers.put(kind, attempt(testee, kind));
      }
      return new DriverAbilities(name, ready.sqliteVersion(), answers);
    } catch (TesteeException e) {
      return DriverAbilities.same(name, Answer.failed(String.valueOf(e.getMessage())));
    }
  }

  private static Answer attempt(Testee testee, SnapshotKind kind)
      throws IOException, InterruptedException {
    try {
      testee.cycle(kind.label(), Activity.DUMP.label());
      return Answer.YES;
    } catch (UnsupportedCycleException e) {
      return Answer.no(String.valueOf(e.getMessage()));
    } catch (TesteeException e) {
      return Answer.failed(kind.label() + ": " + e.getMessage());
    }
  }

  private JvmLauncher launcher(Driver driver) throws IOException {
    return JvmLauncher.small(
        Drivers.classPath(driver, folder),
        Stream.concat(Stream.of("--driver-class", driver.className()), Stream.of(OPTIONS)).toList(),
        folder.resolve("testee"));
  }
}
