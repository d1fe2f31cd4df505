/* Threads that live as long as the program, each with its connection, and take turns. */
#include "control.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* After its input has ended, a cycle may take so long; then the program ends without it. */
#define PATIENCE_NANOS 1500000000LL

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static const Live *database;
static const char *dump_name;
static pthread_t *threads;
static int thread_count;
static long long turns;
static int busy = -1;    /* whose turn it is; -1 for nobody's */
static bool ended, done; /* all is over; the turn was successful */
static Cycle *work;
static Failure *reason;

/* Waits for a turn. False when there will be none. */
static bool await_turn(int index) {
  while (busy != index && !ended) {
    pthread_cond_wait(&changed, &mutex);
  }
  return busy == index;
}

static void finish_turn(bool success) {
  done = success;
  busy = -1;
  pthread_cond_broadcast(&changed);
}

/* The first turn opens the connection. The mutex is held by whoever's turn it is. */
static void *work_in_turn(void *argument) {
  int index = (int)(long)argument;
  pthread_mutex_lock(&mutex);
  await_turn(index);
  sqlite3 *connection =
      open_database(database->uri, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, reason);
  finish_turn(connection != NULL);
  while (await_turn(index)) {
    pthread_mutex_unlock(&mutex);
    bool success = run_cycle(database, connection, dump_name, work, reason);
    pthread_mutex_lock(&mutex);
    finish_turn(success);
  }
  pthread_mutex_unlock(&mutex);
  sqlite3_close(connection);
  return NULL;
}

/* Ends the program, while a worker is at work, some time after its input has ended. */
static void give_up_without_input(void) {
  static long long since;
  struct pollfd input = {.fd = STDIN_FILENO, .events = 0};
  if (poll(&input, 1, 0) == 1 && (input.revents & POLLHUP)) {
    since = since == 0 ? now_nanos() : since;
    if (now_nanos() - since > PATIENCE_NANOS) {
      remove_snapshot_file();
      _exit(0);
    }
  }
}

/* Gives a worker its turn and waits for it. */
static bool take_turn(int index, Failure *failure) {
  pthread_mutex_lock(&mutex);
  reason = failure;
  busy = index;
  pthread_cond_broadcast(&changed);
  while (busy >= 0) {
    struct timespec deadline;
    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_sec++;
    if (pthread_cond_timedwait(&changed, &mutex, &deadline) == ETIMEDOUT) {
      give_up_without_input();
    }
  }
  bool success = done;
  pthread_mutex_unlock(&mutex);
  return success;
}

bool start_workers(int count, const Live *live, const char *dump_file, Failure *failure) {
  database = live;
  dump_name = dump_file;
  threads = calloc((size_t)count, sizeof *threads);
  for (int i = 0; i < count; i++) {
    if (pthread_create(&threads[i], NULL, work_in_turn, (void *)(long)i) != 0) {
      return fail(failure, "cannot start worker thread %d", i);
    }
    thread_count++;
    if (!take_turn(i, failure)) {
      return false;
    }
  }
  return true;
}

bool run_on_worker(Cycle *cycle, Failure *failure) {
  cycle->worker = (int)(turns++ % thread_count);
  cycle->number = turns;
  work = cycle;
  return take_turn(cycle->worker, failure);
}

void stop_workers(void) {
  pthread_mutex_lock(&mutex);
  ended = true;
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&mutex);
  for (int i = 0; i < thread_count; i++) {
    pthread_join(threads[i], NULL);
  }
  free(threads);
}
