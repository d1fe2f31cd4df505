package snapbench.testee.dump.scan;

import java.sql.Connection;
import java.sql.SQLException;
import snapbench.testee.dump.schema.TableSchema;
import snapbench.testee.sql.Sql;

/**
 * What the SQLite of a connection can do that others cannot.
 *
 * @param comparesRows whether it knows {@code (a,b)>(1,2)}: from 3.15 on
 * @param joinsNul whether {@code group_concat} keeps what stands behind a NUL character: not in
 *     3.36.0, but in 3.40.1
 */
public record LibraryFeatures(boolean comparesRows, boolean joinsNul) {
  /** Finds out, by trial where the version does not tell. */
  public static LibraryFeatures of(Connection connection) throws SQLException {
    String[] version = Sql.text(connection, "SELECT sqlite_version()").split("\\.", 3);
    int major = Integer.parseInt(version[0]);
    int minor = Integer.parseInt(version[1]);
    String nul = "SELECT length(CAST(group_concat(CAST(x'6100' AS TEXT),x'1f') AS BLOB))";
    return new LibraryFeatures(
        major > 3 || (major == 3 && minor >= 15), Sql.text(connection, nul).equals("2"));
  }

  /** Whether reading can start anywhere in a table, by its key. */
  boolean canSeek(TableSchema table) {
    return table.key().size() == 1 || (comparesRows && !table.key().isEmpty());
  }
}
