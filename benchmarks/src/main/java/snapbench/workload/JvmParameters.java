package snapbench.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import snapbench.driver.Driver;
import snapbench.driver.Drivers;
import snapbench.driver.ResolvedDrivers;
import snapbench.model.Parameter;
import snapbench.process.JvmLauncher;
import snapbench.profile.ProcessProfiler;
import snapbench.testee.api.Leak;
import snapbench.testee.api.SnapshotKind;

/** What a fork's parameters come to for the JVM testee. */
final class JvmParameters {
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

  private JvmParameters() {}

  /**
   * Prepares to start it.
   *
   * @param snapshot the kind of snapshot; null for a benchmark without any
   * @param temporary folder for its files
   */
  static TesteeLaunch launch(TesteeState parameters, @Nullable String snapshot, Path temporary)
      throws IOException {
    LeverCheck lever = LeverCheck.of(Parameter.decoded(parameters.malloc));
    Driver driver = ResolvedDrivers.find(parameters.driver, temporary);
    List<Path> classPath = new ArrayList<>(Drivers.classPath(driver, temporary));
    Path folder = temporary.resolve("testee-" + ProcessHandle.current().pid());
    List<String> jvmArguments = new ArrayList<>(jvmArguments(parameters, snapshot));
    if (ProcessProfiler.options().ledger()) {
      jvmArguments.add("-XX:NativeMemoryTracking=detail");
    }
    if (ProcessProfiler.options().ledger() || !lever.lever().isSystem()) {
      classPath.add(Drivers.jnaJar(temporary));
      // for the JVM's commands without the MBean server, and for JNA; both are the testee's to use
      jvmArguments.add("--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");
      jvmArguments.add("-Djna.tmpdir=" + folder);
      jvmArguments.add("-Djna.nosys=true");
    }
    if (lever.lever().trims()) {
      // in the first updates that have it TrimNativeHeapInterval is experimental (JDK-8325496)
      jvmArguments.add("-XX:+UnlockExperimentalVMOptions");
    }
    jvmArguments.addAll(lever.lever().jvmArguments());
    boolean isOwnJdk = Parameter.JDK.isDefault(parameters.jdk);
    String jdk = isOwnJdk ? System.getProperty("java.home") : Parameter.decoded(parameters.jdk);
    JvmLauncher launcher =
        new JvmLauncher(
            JvmLauncher.java(Path.of(jdk)),
            jvmArguments,
            classPath,
            options(parameters, driver, temporary),
            lever.environment(),
            folder);
    return new TesteeLaunch(launcher, lever, driver);
  }

  private static List<String> jvmArguments(TesteeState parameters, @Nullable String snapshot)
      throws IOException {
    if (!Parameter.JVM_ARGS.isDefault(parameters.jvmArgs)) {
      return List.of(Parameter.decoded(parameters.jvmArgs).strip().split("\\s+"));
    }
    // the serialized database is one byte array, which must fit into the old generation, by default
    // two thirds of the heap
    long heapMiB =
        SnapshotKind.SERIALIZE.label().equals(snapshot)
            ? DEFAULT_HEAP_MIB + 2 * databaseMiB(parameters)
            : DEFAULT_HEAP_MIB;
    List<String> arguments = new ArrayList<>(DEFAULT_COLLECTOR);
    arguments.add("-Xms" + heapMiB + "m");
    arguments.add("-Xmx" + heapMiB + "m");
    return arguments;
  }

  private static long databaseMiB(TesteeState parameters) throws IOException {
    return parameters.source().isGenerated()
        ? (long) Math.ceil(GENERATED_MIB * Double.parseDouble(parameters.scale))
        : Files.size(Path.of(parameters.source().db())) >> 20;
  }

  private static List<String> options(TesteeState parameters, Driver driver, Path temporary)
      throws IOException {
    DatabaseSource source = parameters.source();
    DatabaseSource loaded =
        SharedDatabases.find(temporary, source).map(source::from).orElse(source);
    List<String> options = new ArrayList<>(loaded.options());
    options.addAll(List.of("--threads", Integer.toString(parameters.threads)));
    options.addAll(List.of("--driver-class", driver.className()));
    options.addAll(List.of("--live", ProcessProfiler.options().live().label()));
    if (!parameters.leak.equals(Leak.NONE.toString())) {
      options.addAll(List.of("--leak", parameters.leak));
    }
    return options;
  }
}
