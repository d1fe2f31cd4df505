package main

import (
	"bufio"
	"database/sql"
	"os"
	"strings"
)

// dump writes a database as SQL text, as github.com/schollz/sqlite3dump did in the original
// report: SQLite makes each INSERT statement of pieces and quote(). Implicit rowids and virtual
// tables are not kept. Rows by table go to read.
func dump(connection *sql.Conn, file string, read map[string]int64) (size int64, err error) {
	stream, err := os.Create(file)
	if err != nil {
		return 0, err
	}
	defer stream.Close()
	out := bufio.NewWriterSize(stream, 256<<10)
	if err = writeDatabase(connection, out, read); err != nil {
		return 0, err
	}
	if err = out.Flush(); err != nil {
		return 0, err
	}
	information, err := stream.Stat()
	if err != nil {
		return 0, err
	}
	return information.Size(), nil
}

func writeDatabase(connection *sql.Conn, out *bufio.Writer, read map[string]int64) error {
	const schema = " FROM sqlite_master WHERE sql NOT NULL AND name NOT GLOB 'sqlite_*' AND "
	virtual, err := number(connection,
		"SELECT count(*) FROM sqlite_master WHERE type='table' AND rootpage=0")
	if err != nil {
		return err
	}
	if virtual > 0 {
		return unsupported("the Go control dumps no virtual tables")
	}
	// what goes wrong with out is said when it is flushed
	out.WriteString("PRAGMA foreign_keys=OFF;\nPRAGMA ignore_check_constraints=ON;\nBEGIN TRANSACTION;\n")
	names, err := texts(connection, "SELECT name"+schema+"type='table' ORDER BY rowid")
	if err != nil {
		return err
	}
	for _, name := range names {
		create := "SELECT sql||';'" + schema + "type='table' AND name=" + literal(name)
		if _, err = writeLines(connection, out, create); err != nil {
			return err
		}
		if read[name], err = writeRows(connection, out, name); err != nil {
			return err
		}
	}
	_, err = writeLines(connection, out, "SELECT sql||';'"+schema+"type<>'table' ORDER BY rowid")
	out.WriteString("COMMIT;\n")
	return err
}

func writeRows(connection *sql.Conn, out *bufio.Writer, name string) (int64, error) {
	columns, err := texts(connection,
		"SELECT name FROM pragma_table_info("+literal(name)+") ORDER BY cid")
	if err != nil {
		return 0, err
	}
	values := make([]string, len(columns))
	for i, column := range columns {
		values[i] = "quote(" + quoted(column) + ")"
	}
	insert := literal("INSERT INTO " + quoted(name) + " VALUES(")
	return writeLines(connection, out, "SELECT "+insert+"||"+strings.Join(values, "||','||")+
		"||');' FROM "+quoted(name)+" NOT INDEXED")
}

// writeLines writes the texts that a query returns, and returns how many there were.
func writeLines(connection *sql.Conn, out *bufio.Writer, query string) (int64, error) {
	rows, err := connection.QueryContext(forever, query)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	var count int64
	for ; rows.Next(); count++ {
		var line string
		if err = rows.Scan(&line); err != nil {
			return 0, err
		}
		out.WriteString(line)
		out.WriteByte('\n')
	}
	return count, rows.Err()
}

func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func literal(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
