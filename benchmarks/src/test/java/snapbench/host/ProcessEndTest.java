package snapbench.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a zombie is not known")
@Timeout(30)
class ProcessEndTest {
  @Test
  void aZombieHasEnded() throws Exception {
    try (Zombie zombie = Zombie.make()) {
      assertThat(zombie.handle().isAlive()).isTrue();
      assertThat(ProcessEnd.hasEnded(zombie.handle())).isTrue();
      ProcessEnd.await(zombie.handle(), Duration.ofHours(1));
    }
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
