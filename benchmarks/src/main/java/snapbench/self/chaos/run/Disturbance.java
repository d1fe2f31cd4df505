package snapbench.self.chaos.run;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import snapbench.self.chaos.run.Family.Role;

/** A signal to some of a run's processes at a random moment, or too little of something. */
enum Disturbance {
  /** The run's own process is killed. */
  KILL_HARNESS("KILL", Set.of(0, 137), Role.HARNESS),
  /** A JVM that it started is, as JMH's fork. */
  KILL_FORK("KILL", Set.of(0, 1), Role.FORK),
  /** What that started is. */
  KILL_TESTEE("KILL", Set.of(0, 1), Role.TESTEE),
  /** Nobody is left who could clean up. */
  KILL_HARNESS_AND_FORK("KILL", Set.of(0, 137), Role.FORK, Role.HARNESS),
  /** As the kernel does where memory is short. */
  KILL_ALL("KILL", Set.of(0, 137), Role.TESTEE, Role.FORK, Role.HARNESS),
  /** As Ctrl-C, which all of a terminal's processes get. */
  INTERRUPT("INT", Set.of(0, 130), Role.TESTEE, Role.FORK, Role.HARNESS),
  /** As a container is ended. */
  TERMINATE("TERM", Set.of(0, 130, 143), Role.HARNESS),
  /** The run's own process stands still for a while. */
  STOP_HARNESS("STOP", Set.of(0, 1), Role.HARNESS),
  /** JMH's fork does, for ever. */
  STOP_FORK("STOP", Set.of(0, 1), Role.FORK),
  /** The testee does. */
  STOP_TESTEE("STOP", Set.of(0, 1), Role.TESTEE),
  /** Open files (RLIMIT_NOFILE). */
  FEW_FILES("--nofile=", 16, 128),
  /** Address space (RLIMIT_AS), in MiB. */
  LITTLE_ADDRESS_SPACE("--as=", 512, 6_000),
  /** Size of each file (RLIMIT_FSIZE), in KiB. */
  SMALL_FILES("--fsize=", 1, 4_096),
  /** Processes and threads, by control group. */
  FEW_PROCESSES("pids", 8, 120),
  /** Memory, by control group, in MiB. */
  LITTLE_MEMORY("memory", 64, 500),
  /** Room on the disk, in KiB. */
  FULL_DISK("tmpfs", 16, 8_192);

  /** A signal's name, an option of prlimit(1), a control group's controller or a file system. */
  private final String means;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, List.of
  private final Set<Integer> exitCodes;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, List.of
  private final List<Role> roles;

  private final int least;
  private final int most;

  Disturbance(String signal, Set<Integer> exitCodes, Role... roles) {
    this.means = signal;
    this.exitCodes = exitCodes;
    this.roles = List.of(roles);
    this.least = 0;
    this.most = 0;
  }

  Disturbance(String means, int least, int most) {
    this.means = means;
    this.exitCodes = Set.of(0, 1, 2);
    this.roles = List.of();
    this.least = least;
    this.most = most;
  }

  /** Whether it is too little of something, from the start. */
  boolean isLimit() {
    return roles.isEmpty();
  }

  /** A signal's name, an option of prlimit(1), a control group's controller or a file system. */
  String means() {
    return means;
  }

  /** To whom, in this order. */
  List<Role> roles() {
    return roles;
  }

  /** The least that there may be; most of one is enough. */
  int least() {
    return least;
  }

  /** The most of it. */
  int most() {
    return most;
  }

  /** What the run may end with; where its JVM itself has too little, also by a signal. */
  boolean permits(int exitCode) {
    boolean killedByKernel = List.of(134, 137).contains(exitCode);
    return exitCodes.contains(exitCode)
        || (killedByKernel && List.of(LITTLE_MEMORY, LITTLE_ADDRESS_SPACE).contains(this));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
