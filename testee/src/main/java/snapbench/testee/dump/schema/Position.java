package snapbench.testee.dump.schema;

import java.util.List;

/**
 * A place between two rows of a table, in the order of its key.
 *
 * @param rows rows before it
 * @param literals the key of the last row before it, as SQL literals; empty at the beginning and
 *     where that key cannot be written as literals that every SQLite version reads exactly
 */
public record Position(long rows, List<String> literals) {
  /** Before the first row. */
  public static final Position START = new Position(0, List.of());

  public Position {
    literals = List.copyOf(literals);
  }

  /** Whether reading can go on from here without counting rows from the beginning. */
  public boolean isSeekable() {
    return !literals.isEmpty();
  }
}
