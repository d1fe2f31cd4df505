package snapbench.self.chaos.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import snapbench.host.process.MarkedProcesses;
import snapbench.host.process.ProcessEnd;

/** The processes of a run, told by a variable that all of them inherit. */
record Family(ProcessHandle harness, String mark) {
  /** The variable. */
  static final String VARIABLE = "SNAPBENCH_CHAOS";

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long POLL_MILLIS = 20;

  /** What a process is to a run. */
  enum Role {
    /** The run's own. */
    HARNESS,
    /** A JVM that it started. */
    FORK,
    /** What that started. */
    TESTEE
  }

  /**
   * Sends a signal to those that there are of some roles; waits a while for the first to come.
   *
   * @return how many got it
   */
  int signal(String signal, List<Role> roles) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (of(roles.get(0)).isEmpty()
        && !ProcessEnd.hasEnded(harness)
        && System.nanoTime() - start < PATIENCE.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    List<String> pids =
        roles.stream().flatMap(role -> of(role).stream()).map(each -> "" + each.pid()).toList();
    if (!pids.isEmpty()) {
      List<String> command = Stream.concat(Stream.of("kill", "-" + signal), pids.stream()).toList();
      new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
    return pids.size();
  }

  private List<ProcessHandle> of(Role role) {
    return switch (role) {
      case HARNESS -> ProcessEnd.hasEnded(harness) ? List.of() : List.of(harness);
      case FORK -> forks().toList();
      case TESTEE -> forks().flatMap(ProcessHandle::children).toList();
    };
  }

  /** A child that has not become another program yet looks like its parent. */
  private Stream<ProcessHandle> forks() {
    Optional<String> own = harness.info().commandLine();
    return harness
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .filter(child -> !child.info().commandLine().equals(own));
  }

  /** What has not ended after a while; and ends it. */
  List<String> left(Duration limit) throws InterruptedException {
    long start = System.nanoTime();
    List<ProcessHandle> left = MarkedProcesses.with(VARIABLE, mark);
    while (!left.isEmpty() && System.nanoTime() - start < limit.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      left = MarkedProcesses.with(VARIABLE, mark);
    }
    left.forEach(ProcessHandle::destroyForcibly);
    return left.stream().map(each -> each.info().commandLine().orElse("" + each.pid())).toList();
  }
}
