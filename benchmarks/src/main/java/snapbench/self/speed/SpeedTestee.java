package snapbench.self.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import snapbench.driver.Driver;
import snapbench.driver.Drivers;
import snapbench.driver.ResolvedDrivers;
import snapbench.process.JvmLauncher;
import snapbench.process.Testee;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Ready;

/** A testee of one worker, whose dumps can be had. */
final class SpeedTestee implements AutoCloseable {
  private final Testee process;
  private final Ready ready;
  private final Path dumps;

  private SpeedTestee(Testee process, Ready ready, Path dumps) {
    this.process = process;
    this.ready = ready;
    this.dumps = dumps;
  }

  /**
   * Starts one that generates its database, and waits until it is filled.
   *
   * @param live which probes of its live database run
   */
  static SpeedTestee start(SpeedOptions options, long heapMiB, String live)
      throws IOException, InterruptedException {
    Path dumps = options.folder().resolve("dumps-" + live);
    Testee process =
        launch(
            options.folder(),
            options.driver(),
            heapMiB,
            List.of(
                "--scale",
                Double.toString(options.scale()),
                "--live",
                live,
                "--keep-dump",
                dumps.toString()),
            "testee-" + live);
    try {
      return new SpeedTestee(process, process.awaitReady(), dumps);
    } catch (IOException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  /**
   * Starts a JVM testee of one worker.
   *
   * @param folder takes all files
   * @param driverName as in {@code -p driver=}
   * @param options what it is told besides port, threads and driver
   * @param name of its own folder
   */
  static Testee launch(
      Path folder, String driverName, long heapMiB, List<String> options, String name)
      throws IOException {
    Driver driver = ResolvedDrivers.find(driverName, folder);
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("--threads", "1", "--driver-class", driver.className()));
    return new JvmLauncher(
            List.of(
                "-XX:+UseSerialGC",
                "-Xms" + heapMiB + "m",
                "-Xmx" + heapMiB + "m",
                "-XX:+AlwaysPreTouch"),
            Drivers.classPath(driver, folder),
            all,
            folder.resolve(name))
        .start(line -> {});
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
