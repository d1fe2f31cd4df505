package snapbench.testee.fault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import snapbench.testee.api.Activity;
import snapbench.testee.api.CycleReport;

/**
 * Leaves the dump's file open; in a cycle without a dump, an empty file. Once it is removed, its
 * content goes too: the leak costs a descriptor, but does not fill the disk.
 */
record FileLeak(Path folder, int every, List<Object> kept) implements Fault {
  private static final Set<OpenOption> EMPTIED =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
  private static final Set<OpenOption> UNTOUCHED = Set.of(StandardOpenOption.READ);

  @Override
  public void dumped(long cycle, Path dump, boolean isRemoved) throws IOException {
    if (cycle % every == 0) {
      kept.add(FileChannel.open(dump, isRemoved ? EMPTIED : UNTOUCHED));
    }
  }

  @Override
  public void plant(CycleReport done, Connection live) throws IOException {
    if (done.cycle() % every == 0 && !done.activity().equals(Activity.DUMP.label())) {
      Path file = Files.createTempFile(folder, "left-open-", ".tmp");
      kept.add(FileChannel.open(file, EMPTIED));
      Files.delete(file);
    }
  }
}
