package snapbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import snapbench.cli.DriverAbilities.Answer;
import snapbench.driver.Driver;
import snapbench.driver.DriverException;
import snapbench.driver.DriverResolver;
import snapbench.driver.Drivers;
import snapbench.process.Folders;
import snapbench.process.TesteeCommandLine;
import snapbench.process.TesteeException;
import snapbench.process.TesteeProcess;
import snapbench.process.UnsupportedCycleException;
import snapbench.testee.api.Activity;
import snapbench.testee.api.Ready;
import snapbench.testee.api.SnapshotKind;

/** Tries what drivers can do: each in a testee of its own, with a small database. */
final class DriverProbe implements AutoCloseable {
  private static final String SCALE = "0.001";

  private final Consumer<String> progress;
  private final Path folder;
  private final Thread cleanUp = new Thread(this::remove, "end-of-probe");
  private volatile @Nullable TesteeProcess running;

  DriverProbe(Consumer<String> progress) throws IOException {
    this.progress = progress;
    this.folder = Files.createTempDirectory("snapbench-drivers-");
    Runtime.getRuntime().addShutdownHook(cleanUp);
  }

  /**
   * Tries each, after all of them are resolved.
   *
   * @throws DriverException if there is no such driver
   */
  List<DriverAbilities> tryAll(List<String> names)
      throws IOException, InterruptedException, DriverException {
    Map<String, Driver> drivers = new LinkedHashMap<>();
    try (DriverResolver resolver = new DriverResolver(progress)) {
      for (String name : names) {
        drivers.put(name, resolver.resolve(name, folder));
      }
    }
    List<DriverAbilities> abilities = new ArrayList<>();
    for (Map.Entry<String, Driver> driver : drivers.entrySet()) {
      progress.accept("trying driver " + driver.getKey());
      abilities.add(attempt(driver.getKey(), driver.getValue()));
    }
    return abilities;
  }

  private DriverAbilities attempt(String name, Driver driver)
      throws IOException, InterruptedException {
    try (TesteeProcess testee = TesteeProcess.start(command(driver), line -> {})) {
      running = testee;
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

  private static Answer attempt(TesteeProcess testee, SnapshotKind kind)
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

  private TesteeCommandLine command(Driver driver) throws IOException {
    List<Path> classPath = new ArrayList<>();
    classPath.add(Drivers.testeeJar(folder));
    classPath.addAll(driver.jars());
    return new TesteeCommandLine(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        List.of("-XX:+UseSerialGC", "-Xmx512m"),
        classPath,
        List.of(
            "--port",
            "0",
            "--scale",
            SCALE,
            "--threads",
            "1",
            "--live",
            "none",
            "--driver-class",
            driver.className()),
        Map.of(),
        folder.resolve("testee"));
  }

  /** First the process, then the folder, in which it may be writing. */
  private void remove() {
    try {
      TesteeProcess last = running;
      if (last != null) {
        last.close();
      }
      Folders.remove(folder);
    } catch (IOException e) {
      progress.accept("cannot remove " + folder + ": " + e);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(cleanUp);
    remove();
  }
}
