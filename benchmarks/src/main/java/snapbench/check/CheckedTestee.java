package snapbench.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import snapbench.process.Testee;
import snapbench.process.TesteeException;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Ready;

/** A testee that is ready, in a conversation. */
interface CheckedTestee extends AutoCloseable {
  /** What it said when it was ready. */
  Ready ready();

  /** What it loaded. */
  Original original();

  /** Its worker threads. */
  int threads();

  /** The kinds of snapshots that it says it takes. */
  List<String> snapshots();

  /** What it says it does with them. */
  List<String> activities();

  /** The testee. */
  Testee testee();

  /** Runs a cycle and leaves its dump. */
  CycleReport cycle(String snapshot, String activity) throws IOException, InterruptedException;

  /** Where the dump of a cycle is. */
  Path dump(CycleReport report);

  /** What a dump restores, compared with the original. */
  Restored restored(Path dump) throws BrokenContractException, IOException;

  /** Where it may have its temporary files. */
  Path workingFolder();

  /** Sends a line as it is and reads one. */
  String exchange(String line, String what) throws IOException, InterruptedException;

  /** Reads one more line. */
  String receive(String what) throws IOException, InterruptedException;

  /** Fails if it printed what nobody asked for. */
  void requireSilence() throws BrokenContractException;

  /** Ends it by the end of its stdin; its exit code, or empty if it goes on. */
  default OptionalInt end() throws IOException, InterruptedException {
    return testee().end();
  }

  /** The kind of snapshot that most testees take; where this one does not, its first. */
  default String usualSnapshot() throws TesteeException {
    if (snapshots().isEmpty()) {
      throw new TesteeException("READY has no kind of snapshot");
    }
    return snapshots().contains("memory") ? "memory" : snapshots().get(0);
  }

  @Override
  void close() throws IOException;
}
