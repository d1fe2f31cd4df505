PRAGMA user_version = -42;
PRAGMA application_id = 1179011410;

CREATE TABLE plain(id INTEGER PRIMARY KEY, name TEXT NOT NULL, amount REAL, picture BLOB);
INSERT INTO plain VALUES(-9223372036854775808, 'it''s "quoted"', 0.1, x'00ff');
INSERT INTO plain VALUES(0, 'line
feed', -5e-324, x'');
INSERT INTO plain VALUES(7, '', NULL, NULL);
INSERT INTO plain VALUES(9223372036854775807, '10% grüße 漢字 😀;', 9e999, zeroblob(5000));

CREATE TABLE "implicit rowid"(a, "b c" INTEGER, "d""e" NUMERIC, f TEXT COLLATE NOCASE);
INSERT INTO "implicit rowid"(rowid, a, "b c", "d""e", f) VALUES(-3, 1, 1.5, 2.0, 3);
INSERT INTO "implicit rowid"(rowid, a, "b c", "d""e", f) VALUES(1000000, -0.0, 'one', x'01', 'A');
INSERT INTO "implicit rowid"(rowid, a, "b c", "d""e", f) VALUES(5, -9e999, NULL, '1e', 'a');
INSERT INTO "implicit rowid"(rowid, a) VALUES(6, CAST(x'61006200' AS TEXT));
INSERT INTO "implicit rowid"(rowid, a) VALUES(7, CAST(x'00' AS TEXT));
INSERT INTO "implicit rowid"(rowid, a) VALUES(8, CAST(x'ff41c0af' AS TEXT));
INSERT INTO "implicit rowid"(rowid, a) VALUES(9, CAST(x'00d8eda08041' AS TEXT));
INSERT INTO "implicit rowid"(rowid, a) VALUES(10, 'carriage' || char(13) || char(10) || 'return');
INSERT INTO "implicit rowid"(rowid, a) VALUES(11, char(31) || char(30) || char(9) || char(65279));
INSERT INTO "implicit rowid"(rowid, a) VALUES(12, 5.0);
INSERT INTO "implicit rowid"(rowid, a) VALUES(13, 1.7976931348623157e308);
INSERT INTO "implicit rowid"(rowid, a) VALUES(14, 2.2250738585072011e-308);

CREATE TABLE shadowed(rowid TEXT, oid REAL);
INSERT INTO shadowed(_rowid_, rowid, oid) VALUES(99, 'not the rowid', 3);
CREATE TABLE "all shadowed"(RowId, _rowid_, OID, id INTEGER PRIMARY KEY);
INSERT INTO "all shadowed" VALUES('x', 2, 3.5, 77);
CREATE TABLE descending(id INTEGER PRIMARY KEY DESC, a);
INSERT INTO descending(rowid, id, a) VALUES(12, 3, 'not an alias');

CREATE TABLE pairs(id TEXT, day TEXT CHECK(day LIKE '____-__-__'), value REAL, PRIMARY KEY(id, day)) WITHOUT ROWID;
INSERT INTO pairs VALUES('b', '2020-01-01', 1), ('a', '2020-01-02', 2), ('a', '2020-01-01', 3);
CREATE TABLE folded(name TEXT PRIMARY KEY COLLATE NOCASE, n) WITHOUT ROWID;
INSERT INTO folded VALUES('b', 1), ('A', 2), ('C', 3);
CREATE TABLE backwards(a INT, b, PRIMARY KEY(b DESC, a)) WITHOUT ROWID;
INSERT INTO backwards VALUES(1, 1), (2, 2), (1, 2.5), (1, x'00'), (1, 'x');

CREATE TABLE precise(i INT, r REAL, t TEXT, b BLOB, any ANY) STRICT;
INSERT INTO precise VALUES(1, 2, 3, x'04', 5), (NULL, NULL, NULL, NULL, '005'), (1, 2, 3, x'04', 5.0);
CREATE TABLE computed(a INT, v INT GENERATED ALWAYS AS (a * 2) VIRTUAL, b TEXT, s TEXT AS (b || a) STORED);
INSERT INTO computed(rowid, a, b) VALUES(10, 1, 'x'), (20, NULL, 'y');
CREATE TABLE "select"("from" TEXT, "where" INT, "order" REFERENCES missing(x) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "select" VALUES('group', 1, 'dangling');
CREATE TABLE empty(a, b);
CREATE TABLE empty_default(a DEFAULT 'semi;colon' /* a comment; */, b -- another;
);
INSERT INTO empty_default DEFAULT VALUES;
CREATE TABLE selected AS SELECT 1 AS one, 'two' AS "t w o";

CREATE TABLE numbered(id INTEGER PRIMARY KEY AUTOINCREMENT, a);
INSERT INTO numbered(a) VALUES('x'), ('y'), ('z');
DELETE FROM numbered WHERE a <> 'y';

CREATE INDEX by_name ON plain(name DESC, amount);
CREATE UNIQUE INDEX "by lower" ON plain(lower(name)) WHERE amount IS NOT NULL;
CREATE INDEX covering ON pairs(value, day);
CREATE TRIGGER no_insert BEFORE INSERT ON plain BEGIN SELECT RAISE(ABORT, 'a trigger fired'); END;
CREATE TRIGGER more AFTER INSERT ON numbered BEGIN INSERT INTO numbered(a) VALUES('more;'); END;
CREATE VIEW names AS SELECT name FROM plain -- all of them
;
CREATE VIEW broken AS SELECT * FROM nowhere;
CREATE TRIGGER instead INSTEAD OF INSERT ON names BEGIN SELECT 1; END;

CREATE VIRTUAL TABLE notes USING fts5(title, body);
INSERT INTO notes VALUES('first', 'the quick brown fox'), ('second', 'jumps over');
CREATE VIRTUAL TABLE old_notes USING fts4(body);
INSERT INTO old_notes VALUES('the lazy dog');
CREATE VIRTUAL TABLE older_notes USING fts3(body);
INSERT INTO older_notes VALUES('it''s');
CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1, y0, y1);
INSERT INTO boxes VALUES(1, 0, 1, 0, 1), (2, 5, 7.5, -1, 3);
ANALYZE;
