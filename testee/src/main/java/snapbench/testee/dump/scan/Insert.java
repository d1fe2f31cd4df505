package snapbench.testee.dump.scan;

/** What every INSERT statement of a dump ends with. */
final class Insert {
  /** Closes the values, and the line. */
  static final byte[] END = {')', ';', '\n'};

  private Insert() {}
}
