package snapbench.testee.database.probe;

import java.sql.SQLException;
import java.util.Locale;

/** Tells failures that pass by themselves from others. */
final class LockedFailure {
  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_LOCKED = 6;
  private static final int PRIMARY_CODE = 0xff;

  private LockedFailure() {}

  /**
   * Whether a statement failed because another connection holds a lock: SQLITE_BUSY, SQLITE_LOCKED
   * or one of their extended codes. Old drivers sometimes report no code, only SQLite's message.
   */
  static boolean is(SQLException failure) {
    int code = failure.getErrorCode() & PRIMARY_CODE;
    if (failure.getErrorCode() > 0) {
      return code == SQLITE_BUSY || code == SQLITE_LOCKED;
    }
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("locked") || message.contains("busy");
  }
}
