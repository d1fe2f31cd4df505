package snapbench.testee.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A copy of a database, alive until it is closed. */
public final class Snapshot implements AutoCloseable {
  private final Connection connection;
  private final List<Path> files;

  /**
   * Takes over an open connection.
   *
   * @param connection the connection that holds the copy
   * @param files files that belong to it, deleted when it is closed
   */
  Snapshot(Connection connection, List<Path> files) {
    this.connection = connection;
    this.files = List.copyOf(files);
  }

  /** The connection to read it by; closed with the snapshot. */
  public Connection connection() {
    return connection;
  }

  /**
   * Disposes of the copy: closes its connection, then deletes its files.
   *
   * @throws SQLException if the connection cannot be closed
   * @throws IOException if a file cannot be deleted
   */
  @Override
  public void close() throws SQLException, IOException {
    try {
      connection.close();
    } finally {
      deleteFiles();
    }
  }

  /**
   * Deletes the copy's files but leaves its connection open, as somebody does who forgets it.
   *
   * @throws IOException if a file cannot be deleted
   */
  public void deleteFiles() throws IOException {
    delete(files);
  }

  static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
