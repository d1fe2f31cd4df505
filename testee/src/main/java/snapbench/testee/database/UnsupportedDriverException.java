package snapbench.testee.database;

import java.sql.SQLException;

/** The driver cannot hold the live database at all; the message says why, in one line. */
public final class UnsupportedDriverException extends SQLException {
  private static final long serialVersionUID = 1L;

  /** With the reason. */
  public UnsupportedDriverException(String message) {
    super(message);
  }
}
