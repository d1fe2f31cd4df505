/*
 * A database as SQL text that restores it, the same text as the JVM testee writes: for UTF-8
 * databases whose schema has no comment that is left open.
 */
#include "control.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  const Live *live;
  sqlite3 *database;
  long long *read;
  Failure *failure;
} Dump;

/*
 * For table ?1: the columns that an INSERT gives, the implicit rowid first if it has one that no
 * column's name hides; and whether the INSERT must name them, for that or for generated columns.
 */
static const char columns_sql[] =
    "WITH col AS (SELECT name, pk, hidden FROM pragma_table_xinfo(?1)),"
    " key AS (SELECT EXISTS(SELECT 1 FROM pragma_index_list(?1) WHERE origin='pk') AS indexed,"
    "  (SELECT wr FROM pragma_table_list WHERE schema='main' AND name=?1) AS without_rowid),"
    " row_id AS (SELECT column1 AS name FROM (VALUES('rowid'),('_rowid_'),('oid')), key"
    "  WHERE column1 NOT IN (SELECT lower(name) FROM col) AND NOT without_rowid"
    "  AND (indexed OR NOT EXISTS(SELECT 1 FROM col WHERE pk=1)) LIMIT 1),"
    " stored AS (SELECT name FROM row_id UNION ALL"
    "  SELECT '\"'||replace(name,'\"','\"\"')||'\"' FROM col WHERE hidden=0)"
    " SELECT (SELECT group_concat(name) FROM stored),"
    "  EXISTS(SELECT 1 FROM row_id) OR EXISTS(SELECT 1 FROM col WHERE hidden<>0)";

/* Appends text that sqlite3_mprintf made, and frees it. */
static void append_made(char *text) {
  append_text(text);
  sqlite3_free(text);
}

static bool write_rows(Dump *dump, const char *insert, const char *select, long long *rows) {
  sqlite3_stmt *statement = prepare(dump->database, select, NULL, dump->failure);
  if (statement == NULL) {
    return false;
  }
  size_t insert_length = strlen(insert);
  int columns = sqlite3_column_count(statement), status;
  for (*rows = 0; (status = sqlite3_step(statement)) == SQLITE_ROW; ++*rows) {
    append(insert, insert_length);
    append_value(statement, 0);
    for (int i = 1; i < columns; i++) {
      append(",", 1);
      append_value(statement, i);
    }
    append(");\n", 3);
  }
  sqlite3_finalize(statement);
  return status == SQLITE_DONE ||
         fail(dump->failure, "%s: %s", sqlite3_errmsg(dump->database), select);
}

static bool write_table(Dump *dump, const char *name) {
  sqlite3_stmt *statement = prepare(dump->database, columns_sql, name, dump->failure);
  if (statement == NULL || sqlite3_step(statement) != SQLITE_ROW) {
    sqlite3_finalize(statement);
    return fail(dump->failure, "columns of %s: %s", name, sqlite3_errmsg(dump->database));
  }
  const char *columns = (const char *)sqlite3_column_text(statement, 0);
  bool named = sqlite3_column_int(statement, 1);
  char *insert = named ? sqlite3_mprintf("INSERT INTO \"%w\"(%s) VALUES(", name, columns)
                       : sqlite3_mprintf("INSERT INTO \"%w\" VALUES(", name);
  /* a covering index would be scanned in another order than the table */
  char *select = sqlite3_mprintf("SELECT %s FROM main.\"%w\" NOT INDEXED", columns, name);
  sqlite3_finalize(statement);
  long long rows = -1;
  bool written = write_rows(dump, insert, select, &rows);
  for (int i = 0; i < dump->live->table_count; i++) {
    if (strcmp(dump->live->tables[i].name, name) == 0) {
      dump->read[i] = rows;
    }
  }
  sqlite3_free(insert);
  sqlite3_free(select);
  return written;
}

/* The schema's parts, each in the order in which it was made. */
static const char tables[] = "type='table' AND rootpage>0 AND name NOT GLOB 'sqlite_*'";
static const char others[] = "type<>'table'";
static const char internals[] =
    "type='table' AND (rootpage=0 OR name GLOB 'sqlite_*')";

/* What only a writable schema takes: virtual tables, and the tables that SQLite makes itself. */
static bool write_internal(Dump *dump, const char *name, bool is_virtual, const char *sql) {
  if (is_virtual) {
    append_made(sqlite3_mprintf("INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql) "
                                "VALUES('table',%Q,%Q,0,%Q);\n", name, name, sql));
    return true;
  }
  static const char create[] = "CREATE TABLE ";
  append_made(sqlite3_mprintf("CREATE TABLE IF NOT EXISTS %s;\nDELETE FROM \"%w\";\n",
                              sql + strlen(create), name));
  return write_table(dump, name);
}

static bool write_entries(Dump *dump, const char *part) {
  char *query = sqlite3_mprintf("SELECT name, rootpage, sql FROM main.sqlite_master "
                                "WHERE sql IS NOT NULL AND %s ORDER BY rowid", part);
  sqlite3_stmt *statement = prepare(dump->database, query, NULL, dump->failure);
  bool written = statement != NULL, any = false;
  while (written && sqlite3_step(statement) == SQLITE_ROW) {
    const char *name = (const char *)sqlite3_column_text(statement, 0);
    const char *sql = (const char *)sqlite3_column_text(statement, 2);
    if (part == internals) {
      append_text(any ? "" : "PRAGMA writable_schema=ON;\n");
      written = write_internal(dump, name, sqlite3_column_int64(statement, 1) == 0, sql);
    } else {
      append_text(sql);
      append_text(";\n");
      written = part != tables || write_table(dump, name);
    }
    any = true;
  }
  append_text(any && part == internals ? "PRAGMA writable_schema=RESET;\n" : "");
  sqlite3_finalize(statement);
  sqlite3_free(query);
  return written;
}

static bool write_pragma(Dump *dump, const char *name) {
  char sql[40];
  long long number;
  snprintf(sql, sizeof sql, "PRAGMA main.%s", name);
  if (!query_number(dump->database, sql, &number, dump->failure)) {
    return false;
  }
  append_made(sqlite3_mprintf("PRAGMA %s=%lld;\n", name, number));
  return true;
}

static bool write_database(Dump *dump) {
  long long utf8 = 0;
  if (!query_number(dump->database, "SELECT encoding='UTF-8' FROM pragma_encoding", &utf8,
                    dump->failure) || !utf8) {
    dump->failure->unsupported = true;
    return fail(dump->failure, "the C control dumps databases in UTF-8 only");
  }
  append_text("PRAGMA foreign_keys=OFF;\nPRAGMA ignore_check_constraints=ON;\nPRAGMA encoding='UTF-8';\n");
  if (!write_pragma(dump, "page_size") || !write_pragma(dump, "auto_vacuum")) {
    return false;
  }
  append_text("BEGIN TRANSACTION;\n");
  if (!write_entries(dump, tables) || !write_entries(dump, others) ||
      !write_entries(dump, internals) || !write_pragma(dump, "user_version") ||
      !write_pragma(dump, "application_id")) {
    return false;
  }
  append_text("COMMIT;\n");
  return true;
}

bool dump(const Live *live, sqlite3 *database, const char *file, long long *read,
          long long *bytes, Failure *failure) {
  Dump dump = {live, database, read, failure};
  for (int i = 0; i < live->table_count; i++) {
    read[i] = -1;
  }
  int descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return fail(failure, "cannot write the dump %s: %s", file, strerror(errno));
  }
  begin_output(descriptor);
  bool written = execute(database, "BEGIN", failure) && write_database(&dump);
  written = (sqlite3_get_autocommit(database) || execute(database, "ROLLBACK", failure)) && written;
  if (!end_output(bytes) && written) {
    written = fail(failure, "cannot write the dump %s: %s", file, strerror(errno));
  }
  close(descriptor);
  return written;
}
