package snapbench.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import snapbench.host.Zombie;
import snapbench.process.Python;

@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a zombie is not known")
@Timeout(60)
class ProcessEndTest {
  private static final Duration POLL = Duration.ofMillis(10);
  private static final String FIRST_THREAD_ENDS =
      """
      import ctypes, threading, time
      threading.Thread(target=time.sleep, args=[60]).start()
      ctypes.CDLL(None).pthread_exit(None)
      """;

  @Test
  void aZombieHasEnded() throws Exception {
    try (Zombie zombie = Zombie.make()) {
      assertThat(zombie.handle().isAlive()).isTrue();
      assertThat(ProcessEnd.hasEnded(zombie.handle())).isTrue();
      ProcessEnd.await(zombie.handle(), Duration.ofHours(1));
    }
  }

  /** Its state is that of its first thread, which is a zombie then. */
  @Test
  void aProcessWhoseFirstThreadHasEndedHasNotWhileAnotherGoesOn() throws Exception {
    Process process = new ProcessBuilder(Python.interpreter(), "-c", FIRST_THREAD_ENDS).start();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      while (!Files.readString(status).contains("State:\tZ")) {
        LockSupport.parkNanos(POLL.toNanos());
      }
      assertThat(ProcessEnd.hasEnded(process.toHandle())).isFalse();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(ProcessEnd.hasEnded(process.toHandle())).isTrue();
  }

  @Test
  void aProcessThatGoesOnHasNotAndIsAwaitedNoLongerThanTheLimit() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    try {
      ProcessEnd.await(process.toHandle(), Duration.ofMillis(30));
      assertThat(ProcessEnd.hasEnded(process.toHandle())).isFalse();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(ProcessEnd.hasEnded(process.toHandle())).isTrue();
  }
}
