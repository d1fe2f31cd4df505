package main

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"
)

// cycle is what was measured.
type cycle struct {
	ID            json.RawMessage `json:"id"`
	Cycle         int             `json:"cycle"`
	Worker        int             `json:"worker"`
	Snapshot      string          `json:"snapshot"`
	Activity      string          `json:"activity"`
	SnapshotNanos int64           `json:"snapshotNanos"`
	CheckNanos    int64           `json:"checkNanos"`
	ActivityNanos int64           `json:"activityNanos"`
	CloseNanos    int64           `json:"closeNanos"`
	Pages         int64           `json:"pages"`
	DatabaseBytes int64           `json:"databaseBytes"`
	Rows          int64           `json:"rows"`
	DumpBytes     int64           `json:"dumpBytes"`
}

// work is done with a connection on the live database.
type work func(connection *sql.Conn) error

// workers run work; worker i has its turn in cycle i.
type workers []func(work) error

// startWorkers starts goroutines that are locked to OS threads of their own, each with its
// connection, and waits for them. For 0 threads, each cycle gets a goroutine, as a request to a
// web server does, which Go moves over its threads as it likes.
func startWorkers(database *live, threads int) (workers, error) {
	if threads == 0 {
		database.pool.SetMaxOpenConns(10) // as in the original report
		return workers{func(task work) error { return onNewGoroutine(database, task) }}, nil
	}
	database.pool.SetMaxIdleConns(threads + 1)
	var all workers
	for len(all) < threads {
		worker, err := startWorker(database)
		if err != nil {
			return nil, err
		}
		all = append(all, worker)
	}
	return all, nil
}

func onNewGoroutine(database *live, task work) error {
	done := make(chan error)
	go func() {
		connection, err := database.pool.Conn(forever)
		if err == nil {
			err = task(connection)
			connection.Close()
		}
		done <- err
	}()
	return <-done
}

func startWorker(database *live) (func(work) error, error) {
	tasks, done := make(chan work), make(chan error)
	go func() {
		runtime.LockOSThread()
		connection, err := database.pool.Conn(forever)
		done <- err
		for task := range tasks {
			done <- task(connection)
		}
	}()
	return func(task work) error {
		tasks <- task
		return <-done
	}, <-done
}

// cycles runs them one by one.
type cycles struct {
	database *live
	workers  workers
	dump     string
	count    int
}

func (all *cycles) run(asked request) (*cycle, error) {
	if err := refusal(asked); err != nil {
		return nil, err
	}
	worker := all.count % len(all.workers)
	all.count++
	report := &cycle{ID: asked.ID, Cycle: all.count, Worker: worker,
		Snapshot: asked.Snapshot, Activity: asked.Activity}
	return report, all.workers[worker](func(connection *sql.Conn) error {
		if asked.Snapshot == "none" {
			return all.act(connection, report)
		}
		return all.onSnapshot(connection, report)
	})
}

// refusal is why a cycle cannot be run; nil if it can.
func refusal(asked request) error {
	switch asked.Snapshot {
	case "memory", "file", "memdb", "none":
	case "vacuum", "serialize":
		return unsupported("the Go control takes no snapshot " + asked.Snapshot)
	default:
		return fmt.Errorf("snapshot %s is not known", asked.Snapshot)
	}
	switch asked.Activity {
	case "dump":
	case "queries":
		return unsupported("the Go control runs no queries")
	case "none":
		if asked.Snapshot == "none" {
			return errors.New("snapshot none with activity none does nothing")
		}
	default:
		return fmt.Errorf("activity %s is not known", asked.Activity)
	}
	return nil
}

func (all *cycles) onSnapshot(connection *sql.Conn, report *cycle) error {
	start := time.Now()
	snapshot, copied, err := takeSnapshot(connection, report)
	report.SnapshotNanos = time.Since(start).Nanoseconds()
	if err == nil {
		err = all.act(copied, report)
	}
	start = time.Now()
	if copied != nil {
		copied.Close()
	}
	if closed := snapshot.Close(); err == nil {
		err = closed
	}
	removeSnapshotFile()
	report.CloseNanos = time.Since(start).Nanoseconds()
	return err
}

// takeSnapshot copies into a database of one private connection, as the original report did.
func takeSnapshot(connection *sql.Conn, report *cycle) (*sql.DB, *sql.Conn, error) {
	name := fmt.Sprintf("snapshot-%d-%d", os.Getpid(), report.Cycle)
	uri := "file:" + name + "?mode=memory&cache=private"
	switch report.Snapshot {
	case "memdb":
		uri = "file:/" + name + "?vfs=memdb"
	case "file":
		setSnapshotFile(name + ".db")
		uri = "file:" + name + ".db?mode=rwc&cache=private"
	}
	snapshot, err := sql.Open("sqlite3", uri+"&_fk=off&_query_only=true"+quiet)
	if err != nil {
		return nil, nil, err // never: no connection is opened yet
	}
	snapshot.SetMaxOpenConns(1)
	copied, err := snapshot.Conn(forever)
	if err == nil {
		err = copyPages(connection, copied)
	}
	return snapshot, copied, err
}

func (all *cycles) act(connection *sql.Conn, report *cycle) (err error) {
	if report.Pages, report.DatabaseBytes, err = size(connection); err != nil {
		return err
	}
	read := make(map[string]int64)
	if report.Activity == "dump" {
		start := time.Now()
		report.DumpBytes, err = dump(connection, all.dump, read)
		report.ActivityNanos = time.Since(start).Nanoseconds()
		if err != nil {
			return err
		}
	}
	start := time.Now()
	report.Rows, err = all.database.check(connection, read)
	report.CheckNanos = time.Since(start).Nanoseconds()
	return err
}

// check compares rows with the original's; those that were not read are counted.
func (database *live) check(copied *sql.Conn, read map[string]int64) (sum int64, err error) {
	for _, each := range database.tables {
		rows, known := read[each.name]
		if !known {
			rows, err = number(copied, "SELECT count(*) FROM "+quoted(each.name))
		}
		if err != nil {
			return 0, err
		}
		if rows != each.rows {
			return 0, fmt.Errorf("the snapshot is incomplete: table %s has %d rows, its original %d",
				each.name, rows, each.rows)
		}
		sum += rows
	}
	return sum, nil
}

// snapshotFile is the temporary file of the cycle that runs, empty if none.
var snapshotFile struct {
	sync.Mutex
	name string
}

func setSnapshotFile(name string) {
	snapshotFile.Lock()
	defer snapshotFile.Unlock()
	snapshotFile.name = name
}

func removeSnapshotFile() {
	snapshotFile.Lock()
	defer snapshotFile.Unlock()
	if snapshotFile.name != "" {
		os.Remove(snapshotFile.name)
		os.Remove(snapshotFile.name + "-journal")
		snapshotFile.name = ""
	}
}
