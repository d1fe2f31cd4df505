package snapbench.testee.dump;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.testee.dump.scan.LibraryFeatures;
import snapbench.testee.dump.scan.TableDump;
import snapbench.testee.dump.schema.PersistentPragmas;
import snapbench.testee.dump.schema.SchemaEntry;
import snapbench.testee.dump.schema.TableReader;
import snapbench.testee.dump.schema.TableSchema;
import snapbench.testee.dump.text.Literal;
import snapbench.testee.dump.text.OutputFile;
import snapbench.testee.dump.text.SqlText;
import snapbench.testee.sql.Sql;

/**
 * Writes a database as SQL text that restores it: {@code sqlite3 new.db < dump.sql}, or the text as
 * one string to {@code Statement.executeUpdate} of a JDBC driver. The restored database has the
 * same schema text, rowids and persistent pragmas, and every value has the same type and bits. The
 * same database gives the same text whichever version of SQLite, driver or JDK reads it.
 *
 * <p>In this order: the pragmas that must precede tables; then within one transaction each table
 * with its rows, one INSERT statement for each; indices, triggers and views, as they were made;
 * virtual tables, internal tables (sequences, statistics) and what else needs a writable schema
 * (SQLite's {@code defensive} setting must be off, as it is by default); the application's numbers;
 * behind it the journal mode, if it is WAL.
 *
 * <p>What is not kept: the schema's version; the rowids of a table that has named columns after all
 * three names of its rowid; the order of entries in {@code sqlite_schema}; a row with NULL in a
 * column that is NOT NULL, which a damaged database may have and SQLite does not insert.
 *
 * <p>It is fast since thousands of values travel by one JDBC call ({@code BatchScan}) while another
 * thread formats and writes those before. The memory it takes is that of a few batches, or of a few
 * times the longest row.
 */
public final class SqlDump {
  private final Connection connection;
  private final OutputFile output;
  private final PersistentPragmas pragmas;
  private final List<SchemaEntry> schema;
  private final LibraryFeatures abilities;
  private final Map<String, Long> rowsByTable = new LinkedHashMap<>();

  private SqlDump(Connection connection, OutputFile output) throws SQLException {
    this.connection = connection;
    this.output = output;
    pragmas = PersistentPragmas.read(connection);
    schema = SchemaEntry.readAll(connection);
    abilities = LibraryFeatures.of(connection);
  }

  /**
   * Dumps the main database of a connection into a file, within one read transaction. The file is
   * created, or emptied first; after a failure it may hold a part of the text. The connection is
   * left as it was found; SQLite is called on the calling thread alone.
   */
  public static DumpSummary write(Connection connection, Path file)
      throws SQLException, IOException {
    try (OutputFile output = new OutputFile(file);
        ReadTransaction transaction = new ReadTransaction(connection)) {
      return new SqlDump(connection, output).write();
    }
  }

  private DumpSummary write() throws SQLException, IOException {
    statement("PRAGMA foreign_keys=OFF");
    statement("PRAGMA ignore_check_constraints=ON");
    statements(pragmas.beforeTables());
    statement("BEGIN TRANSACTION");
    writeTables();
    writeOthers();
    writeInternals();
    statements(pragmas.afterTables());
    statement("COMMIT");
    statements(pragmas.afterTransaction());
    return new DumpSummary(output.finish(), rowsByTable);
  }

  /** The tables that the user made, each with its rows. */
  private void writeTables() throws SQLException, IOException {
    for (SchemaEntry entry : schema) {
      if (entry.isTable() && !entry.virtual() && !entry.isInternalTable()) {
        append(entry.statement());
        writeRows(entry);
      }
    }
  }

  /** Indices, triggers and views: behind the rows, so that no trigger fires. */
  private void writeOthers() throws IOException {
    for (SchemaEntry entry : schema) {
      if (!entry.isTable()) {
        append(entry.statement());
      }
    }
  }

  /**
   * What can be made only while the schema is writable: the virtual tables, whose content is
   * already there in tables of their own; the tables that SQLite makes for itself; and texts of the
   * schema that are not kept by executing them.
   */
  private void writeInternals() throws SQLException, IOException {
    List<SchemaEntry> entries = schema.stream().filter(SqlDump::needsWritableSchema).toList();
    if (entries.isEmpty()) {
      return;
    }
    statement("PRAGMA writable_schema=ON");
    for (SchemaEntry entry : entries) {
      if (entry.virtual()) {
        statement(schemaInsert(entry));
      } else if (entry.isInternalTable()) {
        writeInternalTable(entry);
      } else {
        statement(schemaUpdate(entry));
      }
    }
    statement("PRAGMA writable_schema=RESET");
  }

  private static boolean needsWritableSchema(SchemaEntry entry) {
    return entry.virtual() || entry.isInternalTable() || entry.isTextAtRisk();
  }

  /** The table may be there: sqlite_sequence is, as soon as one table has AUTOINCREMENT. */
  private void writeInternalTable(SchemaEntry entry) throws SQLException, IOException {
    statement(entry.sql().replaceFirst("^CREATE TABLE ", "CREATE TABLE IF NOT EXISTS "));
    statement("DELETE FROM " + Sql.quoted(entry.name()));
    writeRows(entry);
  }

  private String schemaInsert(SchemaEntry entry) {
    return "INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql) VALUES('table',%s,%s,0,%s)"
        .formatted(literal(entry.name()), literal(entry.tableName()), literal(entry.sql()));
  }

  private String schemaUpdate(SchemaEntry entry) {
    return "UPDATE sqlite_master SET sql=%s WHERE type='%s' AND name=%s"
        .formatted(literal(entry.sql()), entry.type(), literal(entry.name()));
  }

  private String literal(String text) {
    SqlText out = new SqlText(text.length() + 20);
    Literal.appendText(out, pragmas.encoding().encode(text), pragmas.encoding());
    return out.substring(0, out.length());
  }

  private void writeRows(SchemaEntry entry) throws SQLException, IOException {
    TableSchema table = new TableReader(connection).read(entry);
    long rows = new TableDump(connection, table, pragmas.encoding(), abilities, output).write();
    rowsByTable.put(entry.name(), rows);
  }

  private void statements(List<String> all) throws IOException {
    for (String sql : all) {
      statement(sql);
    }
  }

  private void statement(String sql) throws IOException {
    append(sql + ";\n");
  }

  private void append(String text) throws IOException {
    output.text().append(text);
    output.writeFullBlock();
  }
}
