package snapbench.testee.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.stream.Collectors;
import snapbench.testee.sql.Column;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.Tables;

/** SHA-256 over the schema and all values of a database, of reals over their bits. */
public final class ContentHash {
  private final MessageDigest digest;

  private ContentHash() throws NoSuchAlgorithmException {
    this.digest = MessageDigest.getInstance("SHA-256");
  }

  public static String of(Connection connection) throws SQLException {
    try {
      ContentHash hash = new ContentHash();
      hash.add(connection, "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid");
      for (String table : Tables.names(connection)) {
        hash.add(connection, "SELECT * FROM " + Sql.quoted(table) + orderBy(connection, table));
      }
      return HexFormat.of().formatHex(hash.digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** By all columns; else SQLite's versions read the same table by one index or another. */
  private static String orderBy(Connection connection, String table) throws SQLException {
    return Column.of(connection, table).stream()
        .map(Column::quoted)
        .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  private void add(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          add(rows.getObject(i));
        }
      }
    }
  }

  private void add(Object value) {
    if (value instanceof Double real) {
      add('r', ByteBuffer.allocate(8).putLong(Double.doubleToRawLongBits(real)).array());
    } else if (value instanceof byte[] blob) {
      add('b', blob);
    } else {
      add(
          value instanceof Number ? 'i' : 't',
          String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }
  }

  private void add(char type, byte[] bytes) {
    digest.update((byte) type);
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
