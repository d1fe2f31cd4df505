package snapbench.testee.dump.text;

/** Names of tables and columns as they are written in SQL. */
public final class Identifier {
  private Identifier() {}

  /** The name in double quotes, whether it needs them or not; the same for every SQLite version. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The string in single quotes. */
  public static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
