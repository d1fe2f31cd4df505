package snapbench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import snapbench.driver.Driver;
import snapbench.driver.DriverException;
import snapbench.driver.Drivers;
import snapbench.driver.ResolvedDrivers;
import snapbench.process.TesteeCommandLine;
import snapbench.process.TesteeProcess;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Ready;

/** A testee of one worker, whose dumps can be had. */
final class SpeedTestee implements AutoCloseable {
  private final TesteeProcess process;
  private final Ready ready;
  private final Path dumps;

  private SpeedTestee(TesteeProcess process, Ready ready, Path dumps) {
    this.process = process;
    this.ready = ready;
    this.dumps = dumps;
  }

  /**
   * Starts one and waits until it is filled.
   *
   * @param live which probes of its live database run
   */
  static SpeedTestee start(SpeedOptions options, long heapMiB, String live)
      throws IOException, InterruptedException {
    Path packed = options.folder().resolve("packed");
    Driver driver = driver(options, packed);
    List<Path> classPath = new ArrayList<>();
    classPath.add(Drivers.testeeJar(packed));
    classPath.addAll(driver.jars());
    Path dumps = options.folder().resolve("dumps-" + live);
    TesteeProcess process =
        TesteeProcess.start(
            new TesteeCommandLine(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of(
                    "-XX:+UseSerialGC",
                    "-Xms" + heapMiB + "m",
                    "-Xmx" + heapMiB + "m",
                    "-XX:+AlwaysPreTouch"),
                classPath,
                arguments(options, driver, live, dumps),
                Map.of(),
                options.folder().resolve("testee-" + live)),
            line -> {});
    try {
      return new SpeedTestee(process, process.awaitReady(), dumps);
    } catch (IOException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  private static Driver driver(SpeedOptions options, Path packed) throws IOException {
    try {
      return ResolvedDrivers.find(options.driver(), options.folder(), packed);
    } catch (DriverException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static List<String> arguments(
      SpeedOptions options, Driver driver, String live, Path dumps) {
    return List.of(
        "--port",
        "0",
        "--scale",
        Double.toString(options.scale()),
        "--threads",
        "1",
        "--driver-class",
        driver.className(),
        "--live",
        live,
        "--keep-dump",
        dumps.toString());
  }

  Ready ready() {
    return ready;
  }

  long pid() {
    return process.pid();
  }

  /** Runs a cycle and removes its dump. */
  CycleReport cycle(String snapshot, String activity) throws IOException, InterruptedException {
    CycleReport report = process.cycle(snapshot, activity);
    if (report.dumpBytes() > 0) {
      Files.delete(onlyDump());
    }
    return report;
  }

  /** Runs a cycle and moves its dump. */
  void dumpTo(Path target) throws IOException, InterruptedException {
    process.cycle("memory", "dump");
    Files.move(onlyDump(), target);
  }

  private Path onlyDump() throws IOException {
    try (Stream<Path> files = Files.list(dumps)) {
      return files.findFirst().orElseThrow(() -> new IOException("there is no dump in " + dumps));
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
