package snapbench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import snapbench.model.OwnMemory;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Ready;

/**
 * A running program that keeps the testee contract, in whatever language: it is told what to do on
 * its stdin and answers on its stdout, a JSON object a line. It is not believed: see {@link
 * CycleAnswers}.
 */
public final class ProgramTestee extends Testee {
  private final ProgramLauncher launcher;
  private final LineProtocolClient conversation;
  private @Nullable CycleAnswers answers;

  ProgramTestee(ProgramLauncher launcher, ChildProcess child) {
    super(launcher, child);
    this.launcher = launcher;
    this.conversation = new LineProtocolClient(child);
  }

  @Override
  public Ready awaitReady() throws IOException, InterruptedException {
    ProgramReady line;
    try {
      line = ProgramReady.parse(conversation.awaitReady());
    } catch (StrictJsonObject.WrongException e) {
      throw child.failure("the testee's READY line is wrong: " + e.getMessage());
    }
    if (line.ready().pid() != pid()) {
      throw child.failure(
          "the testee says that its pid is %d, but %d was started (a script must exec the program)"
              .formatted(line.ready().pid(), pid()));
    }
    answers = new CycleAnswers(line, launcher.threads(), launcher.dump());
    return line.ready();
  }

  /** Labels of the kinds of snapshots that it says it takes. */
  public List<String> snapshots() {
    return known().program().snapshots();
  }

  /** Labels of what it says it does with them. */
  public List<String> activities() {
    return known().program().activities();
  }

  @Override
  public CycleReport cycle(String snapshot, String activity)
      throws IOException, InterruptedException {
    ProgramReady program = known().program();
    if (!program.can(snapshot, activity)) {
      throw new UnsupportedCycleException(
          "%s cannot do snapshot=%s with activity=%s (it says that it takes %s and does %s)"
              .formatted(
                  launcher.program().get(0),
                  snapshot,
                  activity,
                  String.join(", ", program.snapshots()),
                  String.join(", ", program.activities())));
    }
    synchronized (conversation) {
      CycleReport report = cycleKeepingDump(snapshot, activity);
      // within the cycle's time, as the JVM testee does it; so the next dump was written
      Files.deleteIfExists(launcher.dump());
      return report;
    }
  }

  /** Runs one cycle, whether the program says that it can or not, and leaves its dump. */
  public CycleReport cycleKeepingDump(String snapshot, String activity)
      throws IOException, InterruptedException {
    CycleAnswers known = known();
    // one request after the other, so that what comes fits what was asked for
    synchronized (conversation) {
      long start = System.nanoTime();
      StrictJsonObject answer =
          conversation.ask("cycle", Map.of("snapshot", snapshot, "activity", activity));
      try {
        return known.read(answer, snapshot, activity, System.nanoTime() - start);
      } catch (StrictJsonObject.WrongException e) {
        throw child.failure(
            "the testee did not run the cycle snapshot=%s activity=%s as asked for: %s"
                .formatted(snapshot, activity, e.getMessage()));
      }
    }
  }

  @Override
  public void collect() throws IOException, InterruptedException {
    askIfSupported("collect");
  }

  @Override
  public boolean trim() throws IOException, InterruptedException {
    return askIfSupported("trim").isPresent();
  }

  @Override
  public OwnMemory memory() throws IOException, InterruptedException {
    StrictJsonObject answer = askIfSupported("memory").orElse(StrictJsonObject.EMPTY);
    try {
      return new OwnMemory.OfProgram(
          answer.numberOrUnknown("liveKiB"),
          answer.numberOrUnknown("freeKiB"),
          answer.numberOrUnknown("arenas"),
          answer.numberOrUnknown("mappedKiB"),
          answer.numberOrUnknown("mappedChunks"),
          answer.numberOrUnknown("heapKiB"),
          known().program().ready().databaseBytes() / 1024.0);
    } catch (StrictJsonObject.WrongException e) {
      throw child.failure("the testee's answer to memory is wrong: " + e.getMessage());
    }
  }

  private Optional<StrictJsonObject> askIfSupported(String request)
      throws IOException, InterruptedException {
    try {
      return Optional.of(conversation.ask(request, Map.of()));
    } catch (UnsupportedCycleException e) {
      return Optional.empty();
    }
  }

  private CycleAnswers known() {
    if (answers == null) {
      throw new IllegalStateException("the testee is not ready yet");
    }
    return answers;
  }

  /** The lines that it reads and prints, to send it what the harness would not. */
  public LineProtocolClient conversation() {
    return conversation;
  }
}
