package snapbench.testee.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A copy of a database, alive until it is closed.
 *
 * @param connection holds the copy, to read it by; closed with the snapshot
 * @param files files that belong to it, deleted when it is closed
 */
public record Snapshot(Connection connection, List<Path> files) implements AutoCloseable {
  /** Disposes of the copy: closes its connection, then deletes its files. */
  @Override
  public void close() throws SQLException, IOException {
    try {
      connection.close();
    } finally {
      deleteFiles();
    }
  }

  /** Deletes the copy's files but leaves its connection open, as somebody does who forgets it. */
  public void deleteFiles() throws IOException {
    delete(files);
  }

  static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
