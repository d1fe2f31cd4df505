package snapbench.testee.dump.schema;

import java.util.Locale;

/**
 * What a column's declared type makes of values that are stored in it, by the rules of SQLite's
 * documentation ("Datatypes In SQLite", 3.1); only as far as it matters here.
 */
public enum Affinity {
  /** Numbers become text: only text, blobs and NULL are ever stored. */
  TEXT,
  /** Integers become reals, and a negative zero becomes a zero. */
  REAL,
  /** Anything else. */
  OTHER;

  /** The affinity of a column declared with that type; an empty string where it has none. */
  static Affinity ofDeclaredType(String declared) {
    String type = declared.toUpperCase(Locale.ROOT);
    if (type.contains("INT")) {
      return OTHER;
    }
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      return TEXT;
    }
    if (type.contains("BLOB")) {
      return OTHER;
    }
    boolean real = type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB");
    return real ? REAL : OTHER;
  }
}
