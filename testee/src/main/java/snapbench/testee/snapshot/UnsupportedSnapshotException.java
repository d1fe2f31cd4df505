package snapbench.testee.snapshot;

/** This driver cannot take such a snapshot. The message says why, in one line. */
public final class UnsupportedSnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason. */
  public UnsupportedSnapshotException(String reason) {
    super(reason);
  }
}
