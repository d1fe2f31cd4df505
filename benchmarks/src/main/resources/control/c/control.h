/*
 * The C control of snapbench: the cycle of its JVM testee, without a virtual machine. It keeps the
 * testee contract (testee/CONTRACT.md) and uses the SQLite library of the system.
 */
#ifndef CONTROL_H
#define CONTROL_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

/* Why something was not done, in one line; unsupported if it can never be done here. */
typedef struct {
  bool unsupported;
  char text[512];
} Failure;

/* Writes a failure down. Returns false, for the caller to return. */
bool fail(Failure *failure, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A table of the live database, and its rows as they were loaded. */
typedef struct {
  char *name;
  long long rows;
} Table;

/* The database in memory, shared by all connections that know its URI. */
typedef struct {
  char uri[80];
  sqlite3 *keeper;
  Table *tables;
  int table_count;
  long long bytes;
  long long fill_millis;
} Live;

/* One cycle: what is asked for, and what was measured. */
typedef struct {
  const char *snapshot;
  const char *activity;
  long long number;
  int worker;
  long long snapshot_nanos, check_nanos, activity_nanos, close_nanos;
  long long pages, database_bytes, rows, dump_bytes;
} Cycle;

/* database.c: connections, queries, the live database */
sqlite3 *open_database(const char *name, int flags, Failure *failure);
sqlite3_stmt *prepare(sqlite3 *database, const char *sql, const char *argument, Failure *failure);
bool execute(sqlite3 *database, const char *sql, Failure *failure);
bool query_number(sqlite3 *database, const char *sql, long long *number, Failure *failure);
bool copy_database(sqlite3 *source, sqlite3 *destination, Failure *failure);
bool load(Live *live, const char *file, Failure *failure);
bool check_rows(const Live *live, sqlite3 *copy, const long long *read, Cycle *cycle,
                Failure *failure);
void unload(Live *live);

/* snapshot.c: the cycle */
long long now_nanos(void);
bool run_cycle(const Live *live, sqlite3 *connection, const char *dump_file, Cycle *cycle,
               Failure *failure);
void remove_snapshot_file(void);

/* dump.c: a database as SQL text; rows by table go to read, -1 for tables that were not read */
bool dump(const Live *live, sqlite3 *database, const char *file, long long *read,
          long long *bytes, Failure *failure);

/* output.c: the text of a dump on its way to its file; end_output leaves in errno what failed */
void begin_output(int file);
void append(const char *bytes, size_t count);
void append_text(const char *text);
bool end_output(long long *bytes);

/* literal.c: values as SQL text */
void prepare_literals(void);
void append_value(sqlite3_stmt *statement, int column);

/* workers.c: threads that live as long as the program and take turns */
bool start_workers(int count, const Live *live, const char *dump_file, Failure *failure);
bool run_on_worker(Cycle *cycle, Failure *failure);
void stop_workers(void);

/* json.c: a flat object of numbers and strings, as requests are */
typedef struct {
  char id[40]; /* as written; "null" where there is none */
  char request[32], snapshot[32], activity[32];
} Request;
bool read_request(const char *line, Request *request, Failure *failure);
void print_string(const char *text);

#endif
