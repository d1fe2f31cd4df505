package snapbench.testee.dump.scan;

/** The five storage classes of SQLite, as {@code typeof()} names them. */
enum ValueType {
  NULL,
  INTEGER,
  REAL,
  TEXT,
  BLOB;

  /**
   * Finds a type by the first letter of what {@code typeof()} returned.
   *
   * @throws IllegalArgumentException if no type begins with that letter
   */
  static ValueType ofInitial(char initial) {
    return switch (initial) {
      case 'n' -> NULL;
      case 'i' -> INTEGER;
      case 'r' -> REAL;
      case 't' -> TEXT;
      case 'b' -> BLOB;
      default -> throw new IllegalArgumentException("no type of SQLite begins with " + initial);
    };
  }
}
