package main

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/mattn/go-sqlite3"
)

const (
	pagesPerStep = 250 // as in the original report
	quiet        = "&_journal_mode=OFF&_locking=EXCLUSIVE&_mutex=no"
)

// table is one of the live database, and its rows as they were loaded.
type table struct {
	name string
	rows int64
}

// live is the database in memory.
type live struct {
	pool       *sql.DB
	keeper     *sql.Conn // the database exists as long as a connection does
	tables     []table
	bytes      int64
	fillMillis int64
}

func load(file string) (*live, error) {
	start := time.Now()
	if err := refuseWriteAheadLog(file); err != nil {
		return nil, err
	}
	path, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	source, err := sql.Open("sqlite3", (&url.URL{Scheme: "file", Path: path}).String()+"?mode=ro")
	if err != nil {
		return nil, err
	}
	defer source.Close()
	name := fmt.Sprintf("file:live-%d?mode=memory&cache=shared&_fk=1", os.Getpid())
	pool, err := sql.Open("sqlite3", name+quiet)
	if err != nil {
		return nil, err
	}
	if err = backup(source, pool); err != nil {
		return nil, err
	}
	database := &live{pool: pool, fillMillis: time.Since(start).Milliseconds()}
	return database, database.read()
}

// refuseWriteAheadLog spares a file that SQLite would write beside even to read it.
func refuseWriteAheadLog(file string) error {
	stream, err := os.Open(file)
	if err != nil {
		return err
	}
	defer stream.Close()
	header := make([]byte, 20)
	if _, err = stream.Read(header); err != nil {
		return err
	}
	if !bytes.HasPrefix(header, []byte("SQLite format 3\x00")) {
		return errors.New("it is not a SQLite database")
	}
	if header[19] == 2 {
		return errors.New("it is in WAL mode; give a copy of it after PRAGMA journal_mode=DELETE")
	}
	return nil
}

func (database *live) read() error {
	var err error
	if database.keeper, err = database.pool.Conn(forever); err != nil {
		return err
	}
	names, err := texts(database.keeper, "SELECT name FROM sqlite_master"+
		" WHERE type='table' AND rootpage>0 ORDER BY rowid")
	if err != nil {
		return err
	}
	for _, name := range names {
		rows, err := number(database.keeper, "SELECT count(*) FROM "+quoted(name))
		if err != nil {
			return err
		}
		database.tables = append(database.tables, table{name, rows})
	}
	_, database.bytes, err = size(database.keeper)
	return err
}

func (database *live) ready() (*ready, error) {
	version, _, _ := sqlite3.Version()
	options, err := texts(database.keeper, "PRAGMA compile_options")
	rows := make(map[string]int64)
	for _, each := range database.tables {
		rows[each.name] = each.rows
	}
	return &ready{
		Contract: 1, Pid: os.Getpid(), Program: "Go control 1", SqliteVersion: version,
		CompileOptions: options, Runtime: runtime.Version(), Rows: rows,
		DatabaseBytes: database.bytes, FillMillis: database.fillMillis,
		Snapshots: []string{"memory", "file", "memdb"}, Activities: []string{"dump"},
	}, err
}

// backup copies one database over another, in steps of some pages.
func backup(source, destination *sql.DB) error {
	from, err := source.Conn(forever)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := destination.Conn(forever)
	if err != nil {
		return err
	}
	defer to.Close()
	return copyPages(from, to)
}

func copyPages(from, to *sql.Conn) error {
	return to.Raw(func(destination any) error {
		return from.Raw(func(source any) error {
			copying, err := destination.(*sqlite3.SQLiteConn).Backup(
				"main", source.(*sqlite3.SQLiteConn), "main")
			if err != nil {
				return err
			}
			for done := false; !done && err == nil; {
				done, err = copying.Step(pagesPerStep)
			}
			if finished := copying.Finish(); err == nil {
				err = finished
			}
			return err
		})
	})
}

func texts(connection *sql.Conn, query string) ([]string, error) {
	rows, err := connection.QueryContext(forever, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var text string
		if err = rows.Scan(&text); err != nil {
			return nil, err
		}
		all = append(all, text)
	}
	return all, rows.Err()
}

func number(connection *sql.Conn, query string) (int64, error) {
	var value int64
	err := connection.QueryRowContext(forever, query).Scan(&value)
	return value, err
}

// size returns a database's pages and bytes.
func size(connection *sql.Conn) (int64, int64, error) {
	pages, err := number(connection, "PRAGMA page_count")
	if err != nil {
		return 0, 0, err
	}
	pageBytes, err := number(connection, "PRAGMA page_size")
	return pages, pages * pageBytes, err
}
