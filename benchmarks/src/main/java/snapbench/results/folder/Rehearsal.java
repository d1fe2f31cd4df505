package snapbench.results.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import snapbench.files.FileTrees;
import snapbench.model.Cycle;
import snapbench.model.Reading;

/**
 * Ends a run that is nobody's, so that all classes are loaded that it takes to end one: the jar in
 * which they are may be replaced while a run lasts, as by a build.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** Leaves nothing in the folder. */
  public static void in(Path temporary) throws IOException {
    Path all = temporary.resolve("rehearsal");
    RunFolder run = RunFolder.create(all, Instant.EPOCH, null);
    new Completion(Completion.State.RUNNING, List.of()).write(run.path());
    try (CycleLog log = CycleLog.create(run.file("cells").resolve("1.cycles.jsonl"))) {
      log.add(new Cycle(1, true, 1, 0, Reading.UNKNOWN, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
    Completion.end(run.path(), Completion.State.FAILED);
    run.finish(false);
    FileTrees.delete(all);
  }
}
