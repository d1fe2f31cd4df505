package snapbench.process;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import snapbench.model.OwnMemory;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Ready;

/**
 * A running testee: a JVM that is talked to over HTTP ({@link JvmTestee}), or any program that
 * keeps the testee contract ({@link ProgramTestee}). Closing it ends the process and removes its
 * folder, whatever state it is in. Every failure has the tail of its output.
 */
public abstract sealed class Testee implements AutoCloseable permits JvmTestee, ProgramTestee {
  /** Its process. */
  final ChildProcess child;

  private final TesteeLauncher launcher;

  Testee(TesteeLauncher launcher, ChildProcess child) {
    this.launcher = launcher;
    this.child = child;
  }

  /**
   * Waits until its database is in memory and it answers.
   *
   * @throws TesteeException if it ends before, or shows no sign of life
   */
  public abstract Ready awaitReady() throws IOException, InterruptedException;

  /**
   * Runs one cycle.
   *
   * @param snapshot label of the snapshot's kind, or {@code none}
   * @param activity label of the activity
   * @throws UnsupportedCycleException if it cannot do that
   * @throws TesteeException if the cycle failed, took too long, was not run as asked for, or the
   *     testee ended
   */
  public abstract CycleReport cycle(String snapshot, String activity)
      throws IOException, InterruptedException;

  /** Has it run one full garbage collection, if it has a collector. */
  public abstract void collect() throws IOException, InterruptedException;

  /**
   * Has its C library return free memory to the system.
   *
   * @return whether it did; false where it cannot
   */
  public abstract boolean trim() throws IOException, InterruptedException;

  /** What it knows of its native memory. */
  public abstract OwnMemory memory() throws IOException, InterruptedException;

  /** The process id. */
  public final long pid() {
    return child.pid();
  }

  /**
   * The command that it was started with, as a shell would be given it, with the variables that it
   * has besides ours.
   */
  public final List<String> commandLine() {
    return launcher.shellLine();
  }

  /**
   * Tells it to end, by the end of its stdin, and waits as long as that may take.
   *
   * @return its exit code; empty if it goes on
   */
  public final OptionalInt end() throws IOException, InterruptedException {
    return child.end();
  }

  @Override
  public final void close() throws IOException {
    child.close();
  }
}
