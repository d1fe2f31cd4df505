/* One cycle: snapshot, check, activity, close. */
#include "control.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SHARED = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI };

static char snapshot_file[64]; /* the temporary file of the cycle that runs, empty if none */

long long now_nanos(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

void remove_snapshot_file(void) {
  char journal[80];
  if (snapshot_file[0] != '\0') {
    snprintf(journal, sizeof journal, "%s-journal", snapshot_file);
    unlink(journal);
    unlink(snapshot_file);
    snapshot_file[0] = '\0';
  }
}

/* Copies by a connection of its own, as a driver does that is given a name to copy to. */
static bool copy_to(sqlite3 *source, const char *name, Failure *failure) {
  sqlite3 *destination = open_database(name, SHARED, failure);
  bool copied = destination != NULL && copy_database(source, destination, failure);
  sqlite3_close(destination);
  return copied;
}

static bool vacuum_into(sqlite3 *source, const char *name, Failure *failure) {
  char *sql = sqlite3_mprintf("VACUUM INTO %Q", name);
  bool copied = execute(source, sql, failure);
  sqlite3_free(sql);
  return copied;
}

/* A database in memory, which ends with the connection returned. */
static sqlite3 *into_memory(sqlite3 *source, const char *uri,
                            bool (*copy)(sqlite3 *, const char *, Failure *), Failure *failure) {
  sqlite3 *holder = open_database(uri, SHARED, failure);
  if (holder != NULL && !copy(source, uri, failure)) {
    sqlite3_close(holder);
    holder = NULL;
  }
  return holder;
}

static sqlite3 *into_file(sqlite3 *source, const char *name, Failure *failure) {
  snprintf(snapshot_file, sizeof snapshot_file, "%s.db", name);
  return copy_to(source, snapshot_file, failure) ? open_database(snapshot_file, SHARED, failure)
                                                 : NULL;
}

static sqlite3 *serialized(sqlite3 *source, Failure *failure) {
  sqlite3_int64 size;
  unsigned char *bytes = sqlite3_serialize(source, "main", &size, 0);
  sqlite3 *copy = bytes == NULL ? NULL : open_database(":memory:", SHARED, failure);
  if (copy == NULL) {
    sqlite3_free(bytes);
    fail(failure, "sqlite3_serialize returned no memory");
    return NULL;
  }
  /* frees the bytes also when it fails */
  if (sqlite3_deserialize(copy, "main", bytes, size, size,
                          SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)) {
    fail(failure, "sqlite3_deserialize failed: %s", sqlite3_errmsg(copy));
    sqlite3_close(copy);
    return NULL;
  }
  return copy;
}

static sqlite3 *take(sqlite3 *source, const Cycle *cycle, Failure *failure) {
  char name[40], uri[80];
  snprintf(name, sizeof name, "snapshot-%d-%lld", getpid(), cycle->number);
  snprintf(uri, sizeof uri, "file:%s?mode=memory&cache=shared", name);
  if (strcmp(cycle->snapshot, "memory") == 0) {
    return into_memory(source, uri, copy_to, failure);
  }
  if (strcmp(cycle->snapshot, "vacuum") == 0) {
    return into_memory(source, uri, vacuum_into, failure);
  }
  if (strcmp(cycle->snapshot, "memdb") == 0) {
    snprintf(uri, sizeof uri, "file:/%s?vfs=memdb", name);
    return into_memory(source, uri, copy_to, failure);
  }
  return strcmp(cycle->snapshot, "file") == 0 ? into_file(source, name, failure)
                                              : serialized(source, failure);
}

static bool act(const Live *live, sqlite3 *database, const char *dump_file, Cycle *cycle,
                Failure *failure) {
  long long page_bytes, read[live->table_count + 1];
  if (!query_number(database, "PRAGMA page_count", &cycle->pages, failure) ||
      !query_number(database, "PRAGMA page_size", &page_bytes, failure)) {
    return false;
  }
  cycle->database_bytes = cycle->pages * page_bytes;
  if (strcmp(cycle->activity, "dump") != 0) {
    return check_rows(live, database, NULL, cycle, failure);
  }
  long long start = now_nanos();
  bool dumped = dump(live, database, dump_file, read, &cycle->dump_bytes, failure);
  cycle->activity_nanos = now_nanos() - start;
  return dumped && check_rows(live, database, read, cycle, failure);
}

bool run_cycle(const Live *live, sqlite3 *connection, const char *dump_file, Cycle *cycle,
               Failure *failure) {
  if (strcmp(cycle->snapshot, "none") == 0) {
    return act(live, connection, dump_file, cycle, failure);
  }
  long long start = now_nanos();
  sqlite3 *snapshot = take(connection, cycle, failure);
  cycle->snapshot_nanos = now_nanos() - start;
  bool done = snapshot != NULL && act(live, snapshot, dump_file, cycle, failure);
  start = now_nanos();
  bool closed = sqlite3_close(snapshot) == SQLITE_OK;
  remove_snapshot_file();
  cycle->close_nanos = now_nanos() - start;
  return done && (closed || fail(failure, "the snapshot's connection cannot be closed"));
}
