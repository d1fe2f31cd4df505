package snapbench.testee.dump.schema;

/**
 * A value of a table's rows that a dump must write: a stored column, or the implicit rowid.
 *
 * @param sql the name as it is written in SQL
 * @param affinity what its declared type makes of values
 * @param alwaysInteger whether it is the rowid under one of its names
 */
public record ColumnSchema(String sql, Affinity affinity, boolean alwaysInteger) {
  /** The implicit rowid, under the one of its names that no column has taken. */
  static ColumnSchema rowid(String sql) {
    return new ColumnSchema(sql, Affinity.OTHER, true);
  }
}
