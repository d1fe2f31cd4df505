package snapbench.testee.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The ways to take a snapshot of the live database. */
public enum SnapshotKind {
  /** Backup API into a second in-memory database: what the original report did. */
  MEMORY,
  /** Backup API into a temporary file: the original report's workaround. */
  FILE,
  /** Backup API into a database of SQLite's {@code memdb} VFS. */
  MEMDB,
  /** {@code VACUUM INTO} a second in-memory database. */
  VACUUM,
  /** {@code sqlite3_serialize}, then {@code sqlite3_deserialize} into a second database. */
  SERIALIZE;

  /** All labels. */
  public static final List<String> LABELS =
      Arrays.stream(values()).map(SnapshotKind::label).toList();

  /** The name used in parameters and results, for instance {@code memory}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds a kind by its label.
   *
   * @throws IllegalArgumentException if there is none, naming the value and the valid choices
   */
  public static SnapshotKind of(String label) {
    for (SnapshotKind kind : values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "snapshot=" + label + " is not known; choose one of " + String.join(", ", LABELS));
  }
}
