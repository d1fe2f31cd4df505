/* The program: options, READY, requests and answers. */
#include "control.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char usage[] =
    "usage: control --contract 1 --db FILE --threads N --dump FILE\n";

static bool is_one_of(const char *word, const char *const words[]) {
  for (; *words != NULL; words++) {
    if (strcmp(word, *words) == 0) {
      return true;
    }
  }
  return false;
}

static const char *const snapshots[] = {"memory", "file", "memdb", "vacuum", "serialize", NULL};
static const char *const activities[] = {"dump", NULL};

static void print_list(const char *name, const char *const words[]) {
  printf(",\"%s\":[", name);
  for (int i = 0; words[i] != NULL; i++) {
    fputs(i > 0 ? "," : "", stdout);
    print_string(words[i]);
  }
  putchar(']');
}

static void print_compile_options(void) {
  fputs(",\"compileOptions\":[", stdout);
  for (int i = 0; sqlite3_compileoption_get(i) != NULL; i++) {
    fputs(i > 0 ? "," : "", stdout);
    print_string(sqlite3_compileoption_get(i));
  }
  putchar(']');
}

static void print_ready(const Live *live) {
  printf("READY {\"contract\":1,\"pid\":%d,\"program\":\"C control 1\",\"sqliteVersion\":", getpid());
  print_string(sqlite3_libversion());
  fputs(",\"runtime\":", stdout);
#ifdef __clang__
  print_string(__VERSION__);
#else
  print_string("gcc " __VERSION__);
#endif
  print_compile_options();
  fputs(",\"rows\":{", stdout);
  for (int i = 0; i < live->table_count; i++) {
    fputs(i > 0 ? "," : "", stdout);
    print_string(live->tables[i].name);
    printf(":%lld", live->tables[i].rows);
  }
  printf("},\"databaseBytes\":%lld,\"fillMillis\":%lld", live->bytes, live->fill_millis);
  print_list("snapshots", snapshots);
  print_list("activities", activities);
  puts("}");
}

static void print_failure(const char *id, const Failure *failure) {
  printf("{\"id\":%s,\"%s\":", id, failure->unsupported ? "unsupported" : "error");
  print_string(failure->text);
  puts("}");
}

static void print_cycle(const char *id, const Cycle *cycle) {
  printf("{\"id\":%s,\"cycle\":%lld,\"worker\":%d,\"snapshot\":\"%s\",\"activity\":\"%s\","
         "\"snapshotNanos\":%lld,\"checkNanos\":%lld,\"activityNanos\":%lld,\"closeNanos\":%lld,"
         "\"pages\":%lld,\"databaseBytes\":%lld,\"rows\":%lld,\"dumpBytes\":%lld}\n",
         id, cycle->number, cycle->worker, cycle->snapshot, cycle->activity,
         cycle->snapshot_nanos, cycle->check_nanos, cycle->activity_nanos, cycle->close_nanos,
         cycle->pages, cycle->database_bytes, cycle->rows, cycle->dump_bytes);
}

static void answer_cycle(const Request *request) {
  Cycle cycle = {.snapshot = request->snapshot, .activity = request->activity};
  Failure failure = {0};
  bool no_snapshot = strcmp(cycle.snapshot, "none") == 0;
  bool no_activity = strcmp(cycle.activity, "none") == 0;
  if (no_snapshot && no_activity) {
    fail(&failure, "snapshot none with activity none does nothing");
  } else if (!no_snapshot && !is_one_of(cycle.snapshot, snapshots)) {
    fail(&failure, "snapshot %s is not known", cycle.snapshot);
  } else if (strcmp(cycle.activity, "queries") == 0) {
    failure.unsupported = true;
    fail(&failure, "the C control runs no queries");
  } else if (!no_activity && !is_one_of(cycle.activity, activities)) {
    fail(&failure, "activity %s is not known", cycle.activity);
  } else if (run_on_worker(&cycle, &failure)) {
    print_cycle(request->id, &cycle);
    return;
  }
  print_failure(request->id, &failure);
}

/* Whether malloc is glibc's: another allocator may have been preloaded. */
static bool glibc_allocates(void) {
  const size_t bytes = 50000;
  struct mallinfo2 before = mallinfo2();
  void *volatile block = malloc(bytes);
  struct mallinfo2 after = mallinfo2();
  free(block);
  return after.uordblks + after.hblkhd >= before.uordblks + before.hblkhd + bytes;
}

static int count_arenas(void) {
  char *text = NULL;
  size_t length = 0;
  int arenas = 0;
  FILE *stream = open_memstream(&text, &length);
  if (stream != NULL) {
    malloc_info(0, stream);
    fclose(stream);
    for (const char *at = text; (at = strstr(at, "<heap nr=")) != NULL; at++) {
      arenas++;
    }
  }
  free(text);
  return arenas;
}

static void print_memory(const char *id) {
  printf("{\"id\":%s", id);
  if (glibc_allocates()) {
    struct mallinfo2 all = mallinfo2();
    printf(",\"liveKiB\":%zu,\"freeKiB\":%zu,\"mappedKiB\":%zu,\"mappedChunks\":%zu,\"arenas\":%d",
           (all.uordblks + all.hblkhd) / 1024, all.fordblks / 1024, all.hblkhd / 1024, all.hblks,
           count_arenas());
  }
  struct stat tasks;
  if (stat("/proc/self/task", &tasks) == 0) {
    printf(",\"threads\":%ld", (long)tasks.st_nlink - 2);
  }
  puts("}");
}

static void answer(const char *line) {
  Request request;
  Failure failure = {0};
  if (!read_request(line, &request, &failure)) {
    print_failure(request.id, &failure);
  } else if (strcmp(request.request, "cycle") == 0) {
    answer_cycle(&request);
  } else if (strcmp(request.request, "memory") == 0) {
    print_memory(request.id);
  } else if (strcmp(request.request, "collect") == 0) {
    printf("{\"id\":%s}\n", request.id);
  } else if (strcmp(request.request, "trim") == 0) {
    malloc_trim(0);
    printf("{\"id\":%s}\n", request.id);
  } else {
    fail(&failure, "request %s is not known; choose cycle, memory, collect or trim",
         request.request);
    print_failure(request.id, &failure);
  }
}

static void answer_all(void) {
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  while ((length = getline(&line, &room, stdin)) >= 0) {
    if (length > 0 && line[length - 1] == '\n') {
      line[length - 1] = '\0';
    }
    answer(line);
  }
  free(line);
}

/* The value of an option, which must be there; the last one counts. */
static const char *option(int count, char *arguments[], const char *name) {
  const char *value = NULL;
  for (int i = 1; i + 1 < count; i += 2) {
    value = strcmp(arguments[i], name) == 0 ? arguments[i + 1] : value;
  }
  if (value == NULL) {
    fprintf(stderr, "option %s is missing; %s", name, usage);
    exit(2);
  }
  return value;
}

static int threads_of(const char *text) {
  char *end;
  long threads = strtol(text, &end, 10);
  if (*text == '\0' || *end != '\0' || threads < 0 || threads > 10000) {
    fprintf(stderr, "--threads %s is not possible; choose 0 to 10000\n", text);
    exit(2);
  }
  return threads == 0 ? 1 : (int)threads;
}

int main(int count, char *arguments[]) {
  Live live = {0};
  Failure failure = {0};
  const char *file = option(count, arguments, "--db");
  const char *dump_file = option(count, arguments, "--dump");
  int threads = threads_of(option(count, arguments, "--threads"));
  if (strcmp(option(count, arguments, "--contract"), "1") != 0) {
    fputs("this program keeps version 1 of the contract: --contract 1\n", stderr);
    return 2;
  }
  setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
  prepare_literals();
  bool ready = load(&live, file, &failure) && start_workers(threads, &live, dump_file, &failure);
  if (ready) {
    print_ready(&live);
    answer_all();
  } else {
    fprintf(stderr, "--db %s cannot be loaded: %s\n", file, failure.text);
  }
  stop_workers();
  unload(&live);
  return ready ? 0 : 1;
}
