package snapbench.testee.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
   */
  static Fault of(Leak leak, LiveDatabase database, Path folder) throws SQLException {
    long bytes = leak.bytesPerCycle(database.contents().databaseBytes());
    List<Object> kept = Collections.synchronizedList(new ArrayList<>());
    return switch (leak.kind()) {
      case NONE -> throw new IllegalArgumentException("there is no leak to plant");
      case CONNECTION -> new ConnectionLeak(database, leak.every(), kept);
      case STATEMENT -> new StatementLeak(leak.every(), kept);
      case FD -> new FileLeak(folder, leak.every(), kept);
      case THREAD -> new ThreadLeak(leak.every());
      // In a heap that is resident from the start, as the harness gives it to a testee, objects
      // show in the heap's use but not in the resident set.
      case HEAP -> new JavaLeak(bytes, 1 << 16, byte[]::new, kept);
      // Resident, since the JVM fills them with zeros. It allows as many bytes of them as of
      // heap,
      // unless -XX:MaxDirectMemorySize says otherwise.
      case DIRECT -> new JavaLeak(bytes, 1 << 30, ByteBuffer::allocateDirect, kept);
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
   */
  default void dumped(long cycle, Path dump, boolean isRemoved) throws IOException {}

  /**
   * Plants what does not depend on a snapshot or a dump, once the cycle's phases are over.
   *
   * @param done what the cycle did
   * @param live the worker's connection on the live database
   */
  default void plant(CycleReport done, Connection live) throws SQLException, IOException {}
}
