package snapbench.process;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Ready;

/**
 * A running testee: a JVM that is talked to over HTTP ({@link JvmTestee}), or any program that
 * keeps the testee contract ({@link ProgramTestee}). Closing it ends the process and removes its
 * folder, whatever state it is in. Every failure has the tail of its output.
 */
public interface Testee extends AutoCloseable {
  /**
   * Waits until its database is in memory and it answers.
   *
   * @throws TesteeException if it ends before, or shows no sign of life
   */
  Ready awaitReady() throws IOException, InterruptedException;

  /**
   * Runs one cycle.
   *
   * @param snapshot label of the snapshot's kind, or {@code none}
   * @param activity label of the activity
   * @throws UnsupportedCycleException if it cannot do that
   * @throws TesteeException if the cycle failed, took too long, was not run as asked for, or the
   *     testee ended
   */
  CycleReport cycle(String snapshot, String activity) throws IOException, InterruptedException;

  /** Has it run one full garbage collection, if it has a collector. */
  void collect() throws IOException, InterruptedException;

  /**
   * Has its C library return free memory to the system.
   *
   * @return whether it did; false where it cannot
   */
  boolean trim() throws IOException, InterruptedException;

  /** What it knows of its native memory. */
  OwnMemory memory() throws IOException, InterruptedException;

  /** The process id. */
  long pid();

  /**
   * The command that it was started with, as a shell would be given it, with the variables that it
   * has besides ours.
   */
  List<String> commandLine();

  /**
   * Tells it to end, by the end of its stdin, and waits as long as that may take.
   *
   * @return its exit code; empty if it goes on
   */
  OptionalInt end() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
