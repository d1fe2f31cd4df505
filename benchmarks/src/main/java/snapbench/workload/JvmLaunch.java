package snapbench.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import snapbench.driver.Driver;
import snapbench.driver.DriverException;
import snapbench.driver.Drivers;
import snapbench.driver.ResolvedDrivers;
import snapbench.model.Fork;
import snapbench.model.Parameter;
import snapbench.process.Testee;
import snapbench.process.TesteeCommandLine;
import snapbench.process.TesteeException;
import snapbench.process.TesteeProcess;
import snapbench.profile.ProcessProfiler;
import snapbench.testee.api.Leak;
import snapbench.testee.api.Ready;
import snapbench.testee.api.SnapshotKind;

/**
 * The JVM testee: the driver and the command that starts it.
 *
 * @param driver the driver that was found
 * @param command starts the testee
 * @param lever what its allocator is told
 */
record JvmLaunch(Driver driver, TesteeCommandLine command, LeverCheck lever)
    implements TesteeLaunch {
  /**
   * A heap of fixed size, resident from the start, adds no noise to the resident set. Three of four
   * full collections of SerialGC leave garbage of up to MarkSweepDeadRatio percent (5) in the old
   * generation, which the JVM counts as used; at 0 none does.
   */
  private static final List<String> DEFAULT_COLLECTOR =
      List.of("-XX:+UseSerialGC", "-XX:MarkSweepDeadRatio=0", "-XX:+AlwaysPreTouch");

  private static final long DEFAULT_HEAP_MIB = 256;

  /** Size of the generated database at scale 1.0, rounded up. */
  private static final long GENERATED_MIB = 600;

  static JvmLaunch prepare(TesteeState parameters, BenchmarkParams benchmarkParams, Path temporary)
      throws IOException {
    LeverCheck lever = LeverCheck.of(Parameter.decoded(parameters.malloc));
    Path packed = temporary.resolve("packed");
    Driver driver = driver(Parameter.decoded(parameters.driver), temporary, packed);
    List<Path> classPath = new ArrayList<>();
    classPath.add(Drivers.testeeJar(packed));
    classPath.addAll(driver.jars());
    Path folder = temporary.resolve("testee-" + ProcessHandle.current().pid());
    List<String> jvmArguments =
        new ArrayList<>(
            jvmArguments(parameters, benchmarkParams.getParam(Parameter.SNAPSHOT.label())));
    if (ProcessProfiler.options().ledger()) {
      jvmArguments.add("-XX:NativeMemoryTracking=detail");
    }
    if (ProcessProfiler.options().ledger() || !lever.lever().isSystem()) {
      classPath.add(Drivers.jnaJar(packed));
      jvmArguments.addAll(askingForNativeMemory(folder));
    }
    if (lever.lever().trims()) {
      // in the first updates that have it TrimNativeHeapInterval is experimental (JDK-8325496)
      jvmArguments.add("-XX:+UnlockExperimentalVMOptions");
    }
    jvmArguments.addAll(lever.lever().jvmArguments());
    TesteeCommandLine command =
        new TesteeCommandLine(
            java(parameters.jdk),
            jvmArguments,
            classPath,
            arguments(parameters, driver, SharedDatabases.find(temporary, parameters.source())),
            lever.environment(),
            folder);
    return new JvmLaunch(driver, command, lever);
  }

  @Override
  public Testee start(Consumer<String> log) throws IOException {
    return TesteeProcess.start(command, log);
  }

  @Override
  public Fork.Testee describe(Ready ready) {
    return new Fork.Testee(
        ready.pid(),
        TesteeLaunch.shellLine(command.environment(), command.line()),
        driver.name(),
        driver.sha256(),
        driver.checksum().label(),
        driver.jars().stream().map(String::valueOf).toList(),
        ready.driverName(),
        ready.driverVersion(),
        ready.sqliteVersion(),
        ready.compileOptions(),
        ready.jdk(),
        ready.rows(),
        ready.databaseBytes(),
        ready.fillMillis());
  }

  /** For the JVM's commands without the MBean server, and for JNA; both are the testee's to use. */
  private static List<String> askingForNativeMemory(Path folder) {
    return List.of(
        "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED",
        "-Djna.tmpdir=" + folder,
        "-Djna.nosys=true");
  }

  /** Fails where another class than the driver that was asked for answered. */
  @Override
  public void check(Ready ready) throws TesteeException {
    if (!ready.driverName().equals(driver.className())) {
      throw new TesteeException(
          "the driver %s was asked for, its class is %s, but %s answered"
              .formatted(driver.name(), driver.className(), ready.driverName()));
    }
  }

  /** What was resolved before the first measurement was found in order then. */
  private static Driver driver(String name, Path temporary, Path packed) throws IOException {
    try {
      return ResolvedDrivers.find(name, temporary, packed);
    } catch (DriverException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Path java(String jdk) {
    Path home =
        Parameter.JDK.isDefault(jdk)
            ? Path.of(System.getProperty("java.home"))
            : Path.of(Parameter.decoded(jdk));
    return home.toAbsolutePath().resolve("bin").resolve("java");
  }

  private static List<String> jvmArguments(TesteeState parameters, @Nullable String snapshot)
      throws IOException {
    if (!Parameter.JVM_ARGS.isDefault(parameters.jvmArgs)) {
      return List.of(Parameter.decoded(parameters.jvmArgs).strip().split("\\s+"));
    }
    long heapMiB = heapMiB(parameters, snapshot);
    List<String> arguments = new ArrayList<>(DEFAULT_COLLECTOR);
    arguments.add("-Xms" + heapMiB + "m");
    arguments.add("-Xmx" + heapMiB + "m");
    return arguments;
  }

  /**
   * The serialized database is one byte array, which must fit into the old generation, by default
   * two thirds of the heap.
   */
  private static long heapMiB(TesteeState parameters, @Nullable String snapshot)
      throws IOException {
    return SnapshotKind.SERIALIZE.label().equals(snapshot)
        ? DEFAULT_HEAP_MIB + 2 * databaseMiB(parameters)
        : DEFAULT_HEAP_MIB;
  }

  private static long databaseMiB(TesteeState parameters) throws IOException {
    return Parameter.DB.isDefault(parameters.db)
        ? (long) Math.ceil(GENERATED_MIB * Double.parseDouble(parameters.scale))
        : Files.size(Path.of(Parameter.decoded(parameters.db))) >> 20;
  }

  private static List<String> arguments(
      TesteeState parameters, Driver driver, Optional<Path> shared) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--port",
                "0",
                "--db",
                shared.map(Path::toString).orElse(parameters.source().absoluteDb()),
                "--scale",
                parameters.scale,
                "--schema",
                parameters.schema,
                "--threads",
                Integer.toString(parameters.threads),
                "--driver-class",
                driver.className(),
                "--live",
                ProcessProfiler.options().live().label()));
    if (!parameters.leak.equals(Leak.NONE.toString())) {
      arguments.addAll(List.of("--leak", parameters.leak));
    }
    return arguments;
  }
}
