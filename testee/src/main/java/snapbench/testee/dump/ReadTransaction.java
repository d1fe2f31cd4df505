package snapbench.testee.dump;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps a connection's reads within one transaction, so that all see the same state. Does nothing
 * on a connection that its owner has already put into a transaction.
 */
final class ReadTransaction implements AutoCloseable {
  private final Connection connection;
  private final boolean ours;

  ReadTransaction(Connection connection) throws SQLException {
    this.connection = connection;
    ours = connection.getAutoCommit();
    if (ours) {
      connection.setAutoCommit(false);
    }
  }

  @Override
  public void close() throws SQLException {
    if (ours) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
