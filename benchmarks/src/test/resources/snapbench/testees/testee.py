"""A testee in Python, written from testee/CONTRACT.md."""
import argparse, ctypes, gc, json, os, platform, queue, sqlite3, sys, tempfile, threading, time

options = argparse.ArgumentParser()
for name in ("--contract", "--db", "--threads", "--dump"):
    options.add_argument(name, required=True)
options = options.parse_args()
LIVE = "file:live?mode=memory&cache=shared"
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY rowid"


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def connect(name):
    return sqlite3.connect(name, uri=True, check_same_thread=False)


def one(database, query):
    return database.execute(query).fetchone()[0]


def rows(database):
    tables = [name for (name,) in database.execute(TABLES).fetchall()]
    return {name: one(database, 'SELECT count(*) FROM "%s"' % name.replace('"', '""')) for name in tables}


def dump(database):
    with open(options.dump, "w", encoding="utf-8", newline="\n") as file:
        for statement in database.iterdump():
            file.write(statement + "\n")
    return os.path.getsize(options.dump)


def cycle(number, worker, live, snapshot, activity):
    """Runs one cycle; each phase is followed by a look at the clock."""
    path = os.path.join(tempfile.gettempdir(), "snapshot-%d.db" % number)
    times = [time.perf_counter_ns()]
    database = live
    if snapshot != "none":
        database = connect({"memory": ":memory:", "file": path}[snapshot])
        live.backup(database)
    times.append(time.perf_counter_ns())
    all_rows = sum(rows(database).values())
    pages, page_size = one(database, "PRAGMA page_count"), one(database, "PRAGMA page_size")
    times.append(time.perf_counter_ns())
    dump_bytes = dump(database) if activity == "dump" else 0
    times.append(time.perf_counter_ns())
    if snapshot != "none":
        database.close()
        if snapshot == "file":
            os.remove(path)
    times.append(time.perf_counter_ns())
    took = [after - before for before, after in zip(times, times[1:])]
    if snapshot == "none":
        took[0] = took[3] = 0
    if activity == "none":
        took[2] = 0
    return {"cycle": number, "worker": worker, "snapshot": snapshot, "activity": activity, "snapshotNanos": took[0], "checkNanos": took[1], "activityNanos": took[2], "closeNanos": took[3], "pages": pages, "databaseBytes": pages * page_size, "rows": all_rows, "dumpBytes": dump_bytes}


class Worker(threading.Thread):
    """Does what it is given, one after the other, as long as the program lives."""

    def __init__(self, index):
        super().__init__(daemon=True)
        self.index, self.tasks, self.results = index, queue.Queue(), queue.Queue()
        self.live = connect(LIVE)
        self.start()

    def run(self):
        while True:
            try:
                self.results.put(cycle(*self.tasks.get()))
            except Exception as failure:
                self.results.put({"error": repr(failure)})


def answer(request):
    kind = request.get("request")
    if kind == "trim" and platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).malloc_trim(0)
    elif kind == "collect":
        gc.collect()
    elif kind == "cycle":
        snapshot, activity = request.get("snapshot"), request.get("activity")
        if snapshot in ("memdb", "vacuum", "serialize") or activity == "queries":
            return {"unsupported": "this program takes memory and file, and dumps"}
        if (snapshot, activity) == ("none", "none") or snapshot not in ("none", "memory", "file") or activity not in ("none", "dump"):
            return {"error": "no such cycle: %s, %s" % (snapshot, activity)}
        worker = workers[answer.cycles % len(workers)]
        answer.cycles += 1
        worker.tasks.put((answer.cycles, worker.index, worker.live, snapshot, activity))
        return worker.results.get()
    elif kind not in ("trim", "memory"):
        return {"error": "no such request: %s" % kind}
    return {"threads": threading.active_count()} if kind == "memory" else {}


start = time.perf_counter()
live = connect(LIVE)
with sqlite3.connect("file:%s?mode=ro" % options.db, uri=True) as original:
    original.backup(live)
original.close()
answer.cycles, workers = 0, [Worker(index) for index in range(int(options.threads) or 1)]
say("READY " + json.dumps({"contract": 1, "pid": os.getpid(), "program": "testee.py 1", "sqliteVersion": sqlite3.sqlite_version, "compileOptions": [text for (text,) in live.execute("PRAGMA compile_options")], "runtime": "Python " + platform.python_version(), "rows": rows(live), "databaseBytes": one(live, "PRAGMA page_count") * one(live, "PRAGMA page_size"), "fillMillis": int(1000 * (time.perf_counter() - start)), "snapshots": ["memory", "file"], "activities": ["dump"]}))
for line in sys.stdin:
    try:
        request = json.loads(line)
        reply = {"id": request.get("id"), **answer(request)} if isinstance(request, dict) else {"id": None, "error": "no object"}
    except ValueError as failure:
        reply = {"id": None, "error": str(failure)}
    say(json.dumps(reply))
