/* Connections and queries, and the live database, loaded from a file. */
#include "control.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Pages per step of a backup, and the patience with locks, as org.xerial:sqlite-jdbc has them. */
#define PAGES_PER_STEP 100
#define BUSY_MILLIS 3000

bool fail(Failure *failure, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(failure->text, sizeof failure->text, format, arguments);
  va_end(arguments);
  return false;
}

sqlite3 *open_database(const char *name, int flags, Failure *failure) {
  sqlite3 *database;
  /* a connection is used by one thread at a time, so it needs no mutex of its own */
  if (sqlite3_open_v2(name, &database, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
    fail(failure, "cannot open %s: %s", name, sqlite3_errmsg(database));
    sqlite3_close(database);
    return NULL;
  }
  sqlite3_busy_timeout(database, BUSY_MILLIS);
  return database;
}

sqlite3_stmt *prepare(sqlite3 *database, const char *sql, const char *argument, Failure *failure) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK) {
    fail(failure, "%s: %s", sqlite3_errmsg(database), sql);
    return NULL;
  }
  if (argument != NULL) {
    sqlite3_bind_text(statement, 1, argument, -1, SQLITE_TRANSIENT);
  }
  return statement;
}

bool execute(sqlite3 *database, const char *sql, Failure *failure) {
  return sqlite3_exec(database, sql, NULL, NULL, NULL) == SQLITE_OK ||
         fail(failure, "%s: %s", sqlite3_errmsg(database), sql);
}

bool query_number(sqlite3 *database, const char *sql, long long *number, Failure *failure) {
  sqlite3_stmt *statement = prepare(database, sql, NULL, failure);
  bool found = statement != NULL && sqlite3_step(statement) == SQLITE_ROW;
  if (found) {
    *number = sqlite3_column_int64(statement, 0);
  } else if (statement != NULL) {
    fail(failure, "%s: %s", sqlite3_errmsg(database), sql);
  }
  sqlite3_finalize(statement);
  return found;
}

bool copy_database(sqlite3 *source, sqlite3 *destination, Failure *failure) {
  sqlite3_backup *backup = sqlite3_backup_init(destination, "main", source, "main");
  if (backup != NULL) {
    while (sqlite3_backup_step(backup, PAGES_PER_STEP) == SQLITE_OK) {
    }
    if (sqlite3_backup_finish(backup) == SQLITE_OK) {
      return true;
    }
  }
  return fail(failure, "backup failed: %s", sqlite3_errmsg(destination));
}

static long long count_rows(sqlite3 *database, const char *table, Failure *failure) {
  char *sql = sqlite3_mprintf("SELECT count(*) FROM main.\"%w\"", table);
  long long rows = -1;
  query_number(database, sql, &rows, failure);
  sqlite3_free(sql);
  return rows;
}

bool check_rows(const Live *live, sqlite3 *copy, const long long *read, Cycle *cycle,
                Failure *failure) {
  long long start = now_nanos();
  for (int i = 0; i < live->table_count; i++) {
    const Table *table = &live->tables[i];
    long long rows = read != NULL && read[i] >= 0 ? read[i] : count_rows(copy, table->name, failure);
    if (rows != table->rows) {
      return rows >= 0 && fail(failure, "the snapshot is incomplete: table %s has %lld rows, its "
                               "original %lld", table->name, rows, table->rows);
    }
    cycle->rows += rows;
  }
  cycle->check_nanos = now_nanos() - start;
  return true;
}

/* Tables that hold rows: with virtual tables' shadow tables, without the virtual ones. */
static bool read_tables(Live *live, Failure *failure) {
  sqlite3_stmt *names = prepare(live->keeper,
      "SELECT name, count(*) OVER () FROM sqlite_master WHERE type='table' AND rootpage>0"
      " ORDER BY rowid", NULL, failure);
  bool complete = names != NULL;
  while (complete && sqlite3_step(names) == SQLITE_ROW) {
    if (live->tables == NULL) {
      live->tables = calloc((size_t)sqlite3_column_int(names, 1), sizeof(Table));
    }
    Table *table = &live->tables[live->table_count++];
    table->name = strdup((const char *)sqlite3_column_text(names, 0));
    table->rows = count_rows(live->keeper, table->name, failure);
    complete = table->rows >= 0;
  }
  sqlite3_finalize(names);
  return complete;
}

/* SQLite would write beside a file in WAL mode even to read it. */
static bool refuse_wal(const char *file, Failure *failure) {
  unsigned char header[20] = "";
  FILE *stream = fopen(file, "rb");
  size_t count = stream == NULL ? 0 : fread(header, 1, sizeof header, stream);
  if (stream != NULL) {
    fclose(stream);
  }
  if (count == sizeof header && header[19] == 2) {
    return fail(failure, "it is in WAL mode; give a copy of it after PRAGMA journal_mode=DELETE");
  }
  return true;
}

static bool fill(const Live *live, const char *file, Failure *failure) {
  sqlite3 *source = open_database(file, SQLITE_OPEN_READONLY, failure);
  sqlite3 *destination = NULL;
  bool filled = source != NULL &&
      (destination = open_database(live->uri, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, failure)) &&
      copy_database(source, destination, failure);
  sqlite3_close(destination);
  sqlite3_close(source);
  return filled;
}

bool load(Live *live, const char *file, Failure *failure) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
  long long page_bytes = 0, start = now_nanos();
  snprintf(live->uri, sizeof live->uri, "file:live-%d?mode=memory&cache=shared", getpid());
  sqlite3 *holder = open_database(live->uri, flags, failure);
  bool filled = holder != NULL && refuse_wal(file, failure) && fill(live, file, failure);
  /* a connection that saw the empty database may keep what it knew of it */
  live->keeper = filled ? open_database(live->uri, flags, failure) : NULL;
  live->fill_millis = (now_nanos() - start) / 1000000;
  sqlite3_close(holder);
  if (live->keeper == NULL || !read_tables(live, failure) ||
      !query_number(live->keeper, "PRAGMA page_count", &live->bytes, failure) ||
      !query_number(live->keeper, "PRAGMA page_size", &page_bytes, failure)) {
    return false;
  }
  live->bytes *= page_bytes;
  return true;
}

void unload(Live *live) {
  for (int i = 0; i < live->table_count; i++) {
    free(live->tables[i].name);
  }
  free(live->tables);
  sqlite3_close(live->keeper);
}
