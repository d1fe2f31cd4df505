package snapbench.self.comparison;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.comparison.Pairing;
import snapbench.driver.Drivers;
import snapbench.files.FileTrees;
import snapbench.files.OwnJvm;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;

/**
 * Measures the bundled driver beside another jar of it, each time in a process of its own, and
 * leaves nothing behind.
 */
final class SelfRun implements AutoCloseable {
  private static final String DATABASE = "small.db";
  private static final int ROWS = 4500;

  /**
   * Forks of 8 s, as short as the noise allows. The testee is interpreted: when its compilers run,
   * and what they make of it, differs from fork to fork by more than what is looked for here (forks
   * of 6 s: 14 %, interpreted 1 to 2 %). Its database is small and comes from a file, so that
   * little of a fork is spent before its first cycle. Of several iterations the median counts,
   * which does better than a long one where something else disturbs now and then; where it does so
   * for seconds, what counts is how much of a fork's time is measured: half of it. On one processor
   * ({@code --under 'taskset -c 1'}) forks differ less than on two: a dump has two threads, and it
   * depends on the scheduler whether they run at the same time.
   */
  static final List<String> SHORT_FORKS =
      List.of(
          "snapshotAndDump",
          "-p",
          "db=" + DATABASE,
          "-p",
          "threads=1",
          "-p",
          "jvmArgs=-Xint -XX:+UseSerialGC -Xms64m -Xmx64m",
          "-jvmArgs",
          "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
          "-prof",
          "process:live=none",
          "-wi",
          "1",
          "-w",
          "100ms",
          "-i",
          "7",
          "-r",
          "500ms");

  private final Path folder;
  private final Path candidate;
  private final String reference;
  private volatile @Nullable Process running;

  /**
   * How to run once.
   *
   * @param under put in front, may be empty
   * @param options of the run
   */
  record Command(List<String> under, List<String> options) {}

  /**
   * Prepares the jars.
   *
   * @param slower share of its throughput that the candidate loses; 0 for a copy of the jar
   */
  SelfRun(double slower) throws IOException, SQLException {
    folder = Files.createTempDirectory("snapbench-self-");
    candidate = folder.resolve(slower > 0 ? "slow.jar" : "copy.jar");
    reference = "driver=" + Drivers.bundledVersion();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-of-comparisons"));
    Path bundled = bundledJar();
    makeDatabase(bundled, folder.resolve(DATABASE));
    if (slower > 0) {
      // a share of throughput lost is a larger share of time gained
      SlowDriver.makeJar(bundled, candidate, 1 / (1 - slower) - 1);
    } else {
      Files.copy(bundled, candidate);
    }
  }

  private Path bundledJar() throws IOException {
    String name = "sqlite-jdbc-" + Drivers.bundledVersion() + ".jar";
    Path jar = folder.resolve(name);
    try (var packed = Drivers.class.getResourceAsStream("/packed/" + name)) {
      if (packed == null) {
        throw new IOException(name + " is not in benchmarks.jar");
      }
      Files.copy(packed, jar);
    }
    return jar;
  }

  private static void makeDatabase(Path driverJar, Path file) throws IOException, SQLException {
    try (URLClassLoader loader =
            new URLClassLoader(
                new URL[] {driverJar.toUri().toURL()}, SelfRun.class.getClassLoader());
        Connection connection = driver(loader).connect("jdbc:sqlite:" + file, new Properties());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE entry(id INTEGER PRIMARY KEY, name TEXT, amount REAL, note TEXT)");
      statement.executeUpdate(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
              + ROWS
              + ") INSERT INTO entry SELECT i, 'name ' || i, i * 1.7,"
              + " printf('note %d of %d, with some text beside it', i, i * i) FROM n");
    }
  }

  private static Driver driver(ClassLoader loader) throws IOException {
    try {
      return (Driver) loader.loadClass("org.sqlite.JDBC").getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IOException("the bundled driver cannot be loaded", e);
    }
  }

  /** Measures both and compares them. */
  Comparison compare(Command command)
      throws IOException, InterruptedException, InvalidInputException {
    Path results = folder.resolve("results");
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(line(command, results))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Process process = builder.start();
    running = process;
    if (process.waitFor() != 0) {
      throw new IOException("the run failed:\n" + Files.readString(log));
    }
    try (Stream<Path> runs = Files.list(results)) {
      Run run = Run.read(runs.findFirst().orElseThrow());
      return Comparison.of(Pairing.within(run, reference), Criteria.STANDARD);
    } finally {
      FileTrees.delete(results);
    }
  }

  private List<String> line(Command command, Path results) {
    List<String> line = new ArrayList<>(command.under());
    List<String> own = List.of("-p", reference + "," + candidate, "--results", results.toString());
    List<String> arguments = Stream.concat(command.options().stream(), own.stream()).toList();
    line.addAll(OwnJvm.command(List.of(), "snapbench.cli.Main", arguments));
    return line;
  }

  @Override
  public void close() {
    try {
      Process last = running;
      if (last != null) {
        // flock does not hand a signal on
        List<ProcessHandle> family = last.descendants().toList();
        family.forEach(ProcessHandle::destroy);
        last.destroy();
        last.onExit().join();
        family.forEach(each -> each.onExit().join());
      }
      FileTrees.delete(folder);
    } catch (IOException e) {
      System.err.println("cannot remove " + folder + ": " + e);
    }
  }
}
