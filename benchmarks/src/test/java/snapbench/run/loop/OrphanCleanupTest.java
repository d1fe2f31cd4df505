package snapbench.run.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import snapbench.host.Zombie;
import snapbench.results.files.StartedProcess;
import snapbench.results.folder.CycleLog;

/** What is done with the testees of a fork that was killed. */
class OrphanCleanupTest {
  @TempDir Path folder;

  /** In a container whose first process waits for none, that of a killed fork stays one. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a zombie")
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aZombieIsNotWaitedFor() throws Exception {
    Path log = folder.resolve("1.cycles.jsonl");
    try (Zombie testee = Zombie.make()) {
      try (CycleLog written = CycleLog.create(log)) {
        written.started(StartedProcess.of(testee.handle()));
      }
      OrphanCleanup.end(log);
      assertThat(testee.handle().isAlive()).as("still a zombie").isTrue();
    }
  }
}
