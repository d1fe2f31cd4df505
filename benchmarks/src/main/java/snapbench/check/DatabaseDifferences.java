package snapbench.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** In what the main database of a connection differs from one that is attached. */
record DatabaseDifferences(Connection connection) {
  /** The name of the one that is attached. */
  static final String ORIGINAL = "original";

  private static final String RESTORED = "main";

  /** What users make: SQLite makes its own tables, and the indices of constraints. */
  private static final String MADE = " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

  static List<String> of(Connection connection) throws SQLException {
    DatabaseDifferences differences = new DatabaseDifferences(connection);
    List<String> lines = new ArrayList<>();
    lines.addAll(differences.schema("is missing: ", ORIGINAL, RESTORED));
    lines.addAll(differences.schema("is not in the original: ", RESTORED, ORIGINAL));
    if (lines.isEmpty()) {
      lines.addAll(differences.tables());
    }
    return lines;
  }

  private List<String> schema(String what, String in, String notIn) throws SQLException {
    return texts(connection, entries(in) + " EXCEPT " + entries(notIn)).stream()
        .map(text -> what + text)
        .toList();
  }

  private static String entries(String database) {
    return "SELECT type || ' ' || name || ': ' || sql FROM "
        + database
        + ".sqlite_master WHERE sql IS NOT NULL"
        + MADE;
  }

  private List<String> tables() throws SQLException {
    List<String> lines = new ArrayList<>();
    String tables =
        "SELECT name FROM original.sqlite_master WHERE type = 'table' AND rootpage > 0" + MADE;
    for (String table : texts(connection, tables + " ORDER BY rowid")) {
      String values = "SELECT " + values(table) + " FROM ";
      String from = "." + quoted(table);
      String others = values + ORIGINAL + from + " EXCEPT " + values + RESTORED + from;
      String count = texts(connection, "SELECT count(*) FROM (" + others + ")").get(0);
      if (!count.equals("0")) {
        lines.add("table " + table + " has other values in " + count + " rows");
      }
    }
    return lines;
  }

  /** A real in 14 digits: older versions of SQLite are off by the last bit in what they write. */
  private String values(String table) throws SQLException {
    String columns = "SELECT name FROM pragma_table_xinfo(?, 'original') WHERE hidden = 0";
    String value = "CASE typeof(%1$s) WHEN 'real' THEN printf('%%.13e', %1$s) ELSE quote(%1$s) END";
    return texts(connection, columns, table).stream()
        .map(name -> value.formatted(quoted(name)))
        .collect(Collectors.joining(", "));
  }

  /** The first column of what a query returns. */
  static List<String> texts(Connection connection, String query, String... arguments)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          texts.add(String.valueOf(result.getString(1)));
        }
      }
    }
    return texts;
  }

  /** A name in a query. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
