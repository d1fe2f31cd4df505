"""A testee that breaks the contract in one way: --broken KIND, before the contract's options."""
import json, os, signal, sys, threading, time

kind = sys.argv[sys.argv.index("--broken") + 1]
dump = sys.argv[sys.argv.index("--dump") + 1]
ready = {"contract": 1, "pid": os.getpid(), "program": "broken.py", "sqliteVersion": "3.0.0", "compileOptions": [], "runtime": "Python", "rows": {"t": 1}, "databaseBytes": 4096, "fillMillis": 0, "snapshots": ["memory"], "activities": ["dump"]}


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def cycle(number, request):
    time.sleep(0.001)
    with open(dump, "w") as file:
        file.write("BEGIN;\n")
    took = {"snapshotNanos": 1000, "checkNanos": 0, "activityNanos": 1000, "closeNanos": 0}
    return {"id": request["id"], "cycle": number, "worker": (number - 1) % 2, "snapshot": request["snapshot"], "activity": request["activity"], **took, "pages": 1, "databaseBytes": 4096, "rows": 1, "dumpBytes": 7}


def flood(text):
    """Until nobody reads any more."""
    while True:
        sys.stdout.write(text)


def chatter():
    while True:
        say("still here")
        time.sleep(0.005)


sys.stderr.write("broken: " + kind + "\n")
sys.stderr.flush()
if kind == "never ready":
    time.sleep(60)
if kind == "dies at once":
    sys.exit(3)
if kind == "ready is no object":
    ready = []
if kind == "ready lacks rows":
    del ready["rows"]
if kind == "another pid":
    ready["pid"] = 1
if kind == "prints before ready":
    say("loading the database")
if kind == "another contract":
    ready["contract"] = 2
say("READY " + json.dumps(ready))
if kind == "ready twice":
    say("READY " + json.dumps(ready))
if kind == "floods stdout":
    flood("{}\n")
if kind == "floods stdout with one line":
    flood("x" * 65536)
if kind == "chatters":
    threading.Thread(target=chatter, daemon=True).start()
if kind == "closes stdout":
    os.close(1)
    sys.stdin.read()
    os._exit(0)
cycles = 0
for line in sys.stdin:
    request = json.loads(line)
    if request["request"] != "cycle":
        say(json.dumps({"id": request["id"]}))
        continue
    cycles += 1
    answer = cycle(cycles, request)
    if kind == "dies in a cycle":
        sys.stderr.write("out of luck\n")
        sys.stderr.flush()
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "hangs in a cycle":
        time.sleep(60)
    if kind == "wrong json":
        say("{'id': 1}")
        continue
    if kind == "reports a cycle that it did not run":
        os.remove(dump)
    if kind == "reports the same cycle again":
        answer["cycle"] = 1
    if kind == "reports another dump":
        answer["dumpBytes"] = 8
    if kind == "loses rows":
        answer["rows"] = 0
    if kind == "takes no turns":
        answer["worker"] = 0
    if kind == "takes longer than it took":
        answer["snapshotNanos"] = 10**12
    if kind == "takes no time":
        answer["snapshotNanos"] = 0
    if kind == "wrong id":
        answer["id"] += 1
    if kind == "fails":
        answer = {"id": request["id"], "error": "disk full"}
    say(json.dumps(answer))
    if kind == "prints besides":
        say("one cycle done")
if kind in ("ignores the end of stdin", "closes stdout"):
    time.sleep(60)
