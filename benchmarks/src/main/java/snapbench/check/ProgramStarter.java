package snapbench.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import snapbench.process.ProgramCommandLine;
import snapbench.process.ProgramReady;
import snapbench.process.ProgramTestee;
import snapbench.process.Testee;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Ready;

/** Starts a program. */
final class ProgramStarter implements Starter {
  private final CheckSettings settings;
  private final Original original;
  private final Dumps dumps;
  private int started;

  ProgramStarter(CheckSettings settings, Original original, Dumps dumps) {
    this.settings = settings;
    this.original = original;
    this.dumps = dumps;
  }

  @Override
  public boolean isProgram() {
    return true;
  }

  @Override
  public CheckedTestee start() throws IOException, InterruptedException {
    started++;
    ProgramCommandLine command =
        new ProgramCommandLine(
            settings.program(),
            original.file(),
            settings.threads(),
            Map.of(),
            settings.folder().resolve("testee-" + started));
    ProgramTestee testee = ProgramTestee.start(command, settings.limits(), line -> {});
    try {
      return new Checked(command, testee, testee.awaitReadyLine());
    } catch (IOException | InterruptedException e) {
      testee.close();
      throw e;
    }
  }

  private final class Checked implements CheckedTestee {
    private final ProgramCommandLine command;
    private final ProgramTestee testee;
    private final ProgramReady ready;

    Checked(ProgramCommandLine command, ProgramTestee testee, ProgramReady ready) {
      this.command = command;
      this.testee = testee;
      this.ready = ready;
    }

    @Override
    public Ready ready() {
      return ready.toReady();
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
      return ready.snapshots();
    }

    @Override
    public List<String> activities() {
      return ready.activities();
    }

    @Override
    public Testee testee() {
      return testee;
    }

    @Override
    public CycleReport cycle(String snapshot, String activity)
        throws IOException, InterruptedException {
      return testee.cycleKeepingDump(snapshot, activity);
    }

    @Override
    public Path dump(CycleReport report) {
      return command.dump();
    }

    @Override
    public Restored restored(Path dump) throws BrokenContractException, IOException {
      return dumps.restored(dump, original.file());
    }

    @Override
    public Path workingFolder() {
      return command.workingFolder();
    }

    @Override
    public String exchange(String line, String what) throws IOException, InterruptedException {
      return testee.exchange(line, what);
    }

    @Override
    public String receive(String what) throws IOException, InterruptedException {
      return testee.receive(what);
    }

    @Override
    public void requireSilence() throws BrokenContractException {
      String line = testee.unasked();
      if (line != null) {
        throw new BrokenContractException("nothing more on stdout", line);
      }
    }

    @Override
    public void close() throws IOException {
      testee.close();
    }
  }
}
