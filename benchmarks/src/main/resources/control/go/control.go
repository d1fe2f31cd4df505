// The Go control of snapbench: the cycle of its JVM testee on the stack of the original report,
// database/sql and mattn/go-sqlite3. It keeps the testee contract (testee/CONTRACT.md).
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"time"
)

// longestLine is the longest request in bytes; what is longer ends the program.
const longestLine = 1 << 20

// patience is how long a cycle may go on after the input has ended; then the program ends.
const patience = 1500 * time.Millisecond

// ready is the line that follows the word READY.
type ready struct {
	Contract       int              `json:"contract"`
	Pid            int              `json:"pid"`
	Program        string           `json:"program"`
	SqliteVersion  string           `json:"sqliteVersion"`
	CompileOptions []string         `json:"compileOptions"`
	Runtime        string           `json:"runtime"`
	Rows           map[string]int64 `json:"rows"`
	DatabaseBytes  int64            `json:"databaseBytes"`
	FillMillis     int64            `json:"fillMillis"`
	Snapshots      []string         `json:"snapshots"`
	Activities     []string         `json:"activities"`
}

type request struct {
	ID       json.RawMessage `json:"id"`
	Request  string          `json:"request"`
	Snapshot string          `json:"snapshot"`
	Activity string          `json:"activity"`
}

// unsupported is why something can never be done here.
type unsupported string

func (why unsupported) Error() string { return string(why) }

func say(prefix string, message any) {
	text, err := json.Marshal(message)
	if err != nil {
		panic(err) // all that is said can be
	}
	fmt.Printf("%s%s\n", prefix, text)
}

func main() {
	contract := flag.Int("contract", 0, "version of the contract: 1")
	file := flag.String("db", "", "SQLite `file` to load")
	threads := flag.Int("threads", 0, "worker threads; 0 leaves them to Go")
	dump := flag.String("dump", "", "`file` that a dump is written to")
	flag.Parse()
	if *contract != 1 || *file == "" || *dump == "" || *threads < 0 || *threads > 10000 {
		fmt.Fprintln(os.Stderr, "usage: control --contract 1 --db FILE --threads N --dump FILE")
		os.Exit(2)
	}
	database, err := load(*file)
	if err == nil {
		err = serve(database, *threads, *dump)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "--db %s cannot be loaded: %v\n", *file, err)
		os.Exit(1)
	}
}

func serve(database *live, threads int, dump string) error {
	workers, err := startWorkers(database, threads)
	if err != nil {
		return err
	}
	greeting, err := database.ready()
	if err != nil {
		return err
	}
	say("READY ", greeting)
	cycles := &cycles{database: database, workers: workers, dump: dump}
	for line := range inputLines() {
		answer(cycles, line)
	}
	return nil
}

// inputLines reads ahead, so that the end of the input is seen while a cycle runs.
func inputLines() <-chan []byte {
	lines := make(chan []byte, 1000)
	go func() {
		scanner := bufio.NewScanner(os.Stdin)
		scanner.Buffer(nil, longestLine)
		for scanner.Scan() {
			lines <- append([]byte(nil), scanner.Bytes()...)
		}
		close(lines)
		time.AfterFunc(patience, func() {
			removeSnapshotFile()
			os.Exit(0)
		})
	}()
	return lines
}

func answer(cycles *cycles, line []byte) {
	var asked request
	if err := json.Unmarshal(line, &asked); err != nil {
		refuse(nil, fmt.Errorf("a request must be one JSON object: %w", err))
		return
	}
	acknowledgement := struct {
		ID json.RawMessage `json:"id"`
	}{asked.ID}
	switch asked.Request {
	case "cycle":
		report, err := cycles.run(asked)
		if err != nil {
			refuse(asked.ID, err)
			return
		}
		say("", report)
	case "memory":
		say("", readMemory(asked.ID))
	case "collect":
		runtime.GC()
		say("", acknowledgement)
	case "trim":
		trim()
		say("", acknowledgement)
	default:
		refuse(asked.ID, fmt.Errorf(
			"request %q is not known; choose cycle, memory, collect or trim", asked.Request))
	}
}

func refuse(id json.RawMessage, err error) {
	var never unsupported
	if errors.As(err, &never) {
		say("", struct {
			ID     json.RawMessage `json:"id"`
			Reason string          `json:"unsupported"`
		}{id, err.Error()})
		return
	}
	say("", struct {
		ID     json.RawMessage `json:"id"`
		Reason string          `json:"error"`
	}{id, err.Error()})
}

// forever is the context of all statements: one that can be cancelled would cost a goroutine each.
var forever = context.Background()
