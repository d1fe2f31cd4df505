package snapbench.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import snapbench.process.Testee;
import snapbench.process.TesteeCommandLine;
import snapbench.process.TesteeProcess;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Ready;
import snapbench.testee.api.SnapshotKind;

/** Starts the JVM testee, which keeps the contract but for the way in which it is talked to. */
final class JvmStarter implements Starter {
  private final CheckSettings settings;
  private final Original original;
  private final Dumps dumps;
  private int started;

  JvmStarter(CheckSettings settings, Original original, Dumps dumps) {
    this.settings = settings;
    this.original = original;
    this.dumps = dumps;
  }

  @Override
  public boolean isProgram() {
    return false;
  }

  @Override
  public CheckedTestee start() throws IOException, InterruptedException {
    started++;
    Path folder = settings.folder().resolve("testee-" + started);
    Path dumpFolder = settings.folder().resolve("dumps-" + started);
    TesteeProcess testee =
        TesteeProcess.start(command(folder, dumpFolder), settings.limits(), line -> {});
    try {
      return new Checked(testee, testee.awaitReady(), folder, dumpFolder);
    } catch (IOException | InterruptedException e) {
      testee.close();
      throw e;
    }
  }

  private TesteeCommandLine command(Path folder, Path dumpFolder) {
    List<Path> classPath = new ArrayList<>();
    classPath.add(settings.testeeJar());
    classPath.addAll(settings.driver().jars());
    return new TesteeCommandLine(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        List.of("-XX:+UseSerialGC", "-Xmx512m"),
        classPath,
        List.of(
            "--port",
            "0",
            "--db",
            original.file().toString(),
            "--threads",
            Integer.toString(settings.threads()),
            "--live",
            "none",
            "--keep-dump",
            dumpFolder.toString(),
            "--driver-class",
            settings.driver().className()),
        Map.of(),
        folder);
  }

  private final class Checked implements CheckedTestee {
    private final TesteeProcess testee;
    private final Ready ready;
    private final Path folder;
    private final Path dumpFolder;

    Checked(TesteeProcess testee, Ready ready, Path folder, Path dumpFolder) {
      this.testee = testee;
      this.ready = ready;
      this.folder = folder;
      this.dumpFolder = dumpFolder;
    }

    @Override
    public Ready ready() {
      return ready;
    }

    @Override
    public Original original() {
      return original;
    }

    @Override
    public int threads() {
      return settings.threads();
    }

    @Override
    public List<String> snapshots() {
      return Stream.of(SnapshotKind.values()).map(SnapshotKind::label).toList();
    }

    @Override
    public List<String> activities() {
      return List.of("dump", "queries");
    }

    @Override
    public Testee testee() {
      return testee;
    }

    @Override
    public CycleReport cycle(String snapshot, String activity)
        throws IOException, InterruptedException {
      return testee.cycle(snapshot, activity);
    }

    @Override
    public Path dump(CycleReport report) {
      return dumpFolder.resolve("dump-" + report.cycle() + ".sql");
    }

    @Override
    public Restored restored(Path dump) throws BrokenContractException, IOException {
      return dumps.restored(dump, original.file());
    }

    @Override
    public Path workingFolder() {
      return folder;
    }

    @Override
    public String exchange(String line, String what) {
      throw new IllegalStateException("the JVM testee reads no lines");
    }

    @Override
    public String receive(String what) {
      throw new IllegalStateException("the JVM testee prints no lines");
    }

    @Override
    public void requireSilence() {}

    @Override
    public void close() throws IOException {
      testee.close();
    }
  }
}
