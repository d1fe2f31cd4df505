package snapbench.testee.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Leak;
import snapbench.testee.database.LiveDatabase;

/**
 * A planted leak. A cycle calls it on its worker's thread, outside the timed phases; several cycles
 * may do so at a time.
 */
public interface Fault {
  /**
   * Makes ready to plant a leak. What that takes once is in the reading before the first cycle.
   *
   * @param leak which one; not {@link Leak#NONE}
   * @param database the live database
   * @param folder takes temporary files
   * @throws SQLException if the driver cannot
   */
  static Fault of(Leak leak, LiveDatabase database, Path folder) throws SQLException {
    long bytes = leak.bytesPerCycle(database.contents().databaseBytes());
    return switch (leak.kind()) {
      case NONE -> throw new IllegalArgumentException("there is no leak to plant");
      case CONNECTION -> new ConnectionLeak(database, leak.every());
      case STATEMENT -> new StatementLeak(leak.every());
      case FD -> new FileLeak(folder, leak.every());
      case THREAD -> new ThreadLeak(leak.every());
      case HEAP -> JavaLeak.ofHeap(bytes);
      case DIRECT -> JavaLeak.ofDirectBuffers(bytes);
      case NATIVE -> NativeLeak.open(database.driver(), bytes);
    };
  }

  /**
   * Offers a snapshot's connection at the end of its life.
   *
   * @param cycle cycles so far, this one included
   * @return whether it was taken over, never to be closed; otherwise the caller closes it
   */
  default boolean takesOver(long cycle, Connection snapshot) {
    return false;
  }

  /**
   * Shows a dump that is complete.
   *
   * @param cycle cycles so far, this one included
   * @param isRemoved whether the caller removes the file next
   * @throws IOException if it cannot be opened
   */
  default void dumped(long cycle, Path dump, boolean isRemoved) throws IOException {}

  /**
   * Plants what does not depend on a snapshot or a dump, once the cycle's phases are over.
   *
   * @param done what the cycle did
   * @param live the worker's connection on the live database
   * @throws SQLException if SQLite or the driver refuses
   * @throws IOException if a file cannot be made
   */
  default void plant(CycleReport done, Connection live) throws SQLException, IOException {}
}
