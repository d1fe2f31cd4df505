package snapbench.results.folder;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import snapbench.results.files.JsonFiles;
import snapbench.results.files.LockFile;
import snapbench.results.files.StartedProcess;

/**
 * The process that a run's temporary folder belongs to, the content of {@code tmp/pid}.
 *
 * @param pid its process id
 * @param startMillis when it started, in milliseconds since 1970, so that another process with the
 *     same id is not taken for it; 0 where the system does not say
 * @param lockFile the machine-wide lock that it holds for the run; null if none
 */
record Owner(long pid, long startMillis, @Nullable String lockFile) {

  static Owner thisProcess(@Nullable LockFile lock) {
    StartedProcess self = StartedProcess.of(ProcessHandle.current());
    return new Owner(self.pid(), self.startMillis(), lock == null ? null : lock.path().toString());
  }

  static Owner read(Path file) throws IOException {
    return JsonFiles.read(file, Owner.class);
  }

  boolean isAlive() {
    return new StartedProcess(pid, startMillis).handle().isPresent();
  }
}
