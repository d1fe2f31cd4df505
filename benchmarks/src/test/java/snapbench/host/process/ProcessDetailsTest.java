package snapbench.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of this very process. */
class ProcessDetailsTest {
  private static final long NO_PROCESS = 1L << 30;
  private final long pid = ProcessHandle.current().pid();

  @Test
  void knowsTheVariables() {
    assertThat(ProcessDetails.environment(pid)).containsEntry("PATH", System.getenv("PATH"));
  }

  @Test
  void knowsTheLibraries() {
    assertThat(ProcessDetails.mappedFiles(pid)).anyMatch(file -> file.endsWith("/libjvm.so"));
  }

  @Test
  void knowsTheThreads() {
    assertThat(ProcessDetails.threadNames(pid)).contains("VM Thread");
  }

  @Test
  void knowsNothingOfAProcessThatDoesNotExist() {
    assertThat(ProcessDetails.environment(NO_PROCESS)).isEmpty();
    assertThat(ProcessDetails.mappedFiles(NO_PROCESS)).isEmpty();
    assertThat(ProcessDetails.threadNames(NO_PROCESS)).isEmpty();
  }
}
