#!/usr/bin/env bash
# Makes databases as applications have them, loads each into the testee (testee --db), dumps a
# snapshot, restores the dump by sqlite3 and compares: pragmas, texts of the schema, and of every row
# the rowid, types and bits. Prints a Markdown table. Needs the network, for Debian's packages.
#     findings/2026-12-01-application-databases.sh benchmarks/target/benchmarks.jar
set -euo pipefail
jar=$(realpath "${1:?the path of benchmarks.jar}")
packages=(
  beets bogofilter-sqlite chromium firefox-esr fossil gdal-bin ibus-table-wubi libnss3-tools newsboat
  proj-data python3 qgis-providers-common rpm spatialite-bin sqlite3 subversion thunderbird
)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -q >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/db"
export HOME=$work/home
cd "$work"
keep() { # PACKAGE FILE...: those that are SQLite's, each once it has an end
  local package=$1 file
  shift
  for file in "$@"; do
    if [ -f "$file" ] && head -c 15 "$file" | grep -q 'SQLite format'; then
      mkdir -p "db/$package"
      cp "$file" "db/$package/$(basename "$file")"
      if [ -s "$file-wal" ]; then cp "$file-wal" "db/$package/$(basename "$file")-wal"; fi
    fi
  done
}
program() { timeout 60 "$@" >/dev/null 2>&1 </dev/null || true; }

keep proj-data /usr/share/proj/proj.db
keep qgis-providers-common /usr/share/qgis/resources/*.db
keep ibus-table-wubi /usr/share/ibus-table/tables/*.db
echo '<title>a page</title><p>text' >page.html
program chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chromium" --dump-dom \
  "file://$work/page.html"
mapfile -t files < <(find chromium -type f ! -name '*-journal' ! -name '*-wal' ! -name '*-shm')
keep chromium "${files[@]}"
mkdir firefox
program firefox-esr --headless --profile "$work/firefox" --screenshot "$work/page.png" "file://$work/page.html"
keep firefox-esr firefox/*.sqlite firefox/*.db
mkdir thunderbird
timeout 20 thunderbird --headless --profile "$work/thunderbird" >/dev/null 2>&1 </dev/null || true
keep thunderbird thunderbird/*.sqlite
USER=somebody program fossil init repository.fossil
keep fossil repository.fossil
program svnadmin create "$work/svn"
program svn checkout "file://$work/svn" "$work/checkout"
keep subversion checkout/.svn/wc.db svn/db/rep-cache.db
mkdir certificates
program certutil -N -d "sql:$work/certificates" --empty-password
keep libnss3-tools certificates/*.db
program rpm --initdb --dbpath "$work/rpm"
keep rpm rpm/rpmdb.sqlite
echo "file://$work/feed.xml" >urls
echo '<rss version="2.0"><channel><title>t</title><item><title>i</title><link>http://localhost/</link></item></channel></rss>' >feed.xml
program newsboat -u "$work/urls" -c "$work/newsboat.db" -x reload
keep newsboat newsboat.db
program spatialite "$work/spatialite.sqlite" "CREATE TABLE p(id INTEGER PRIMARY KEY);
  SELECT AddGeometryColumn('p', 'g', 4326, 'POINT', 'XY'); SELECT CreateSpatialIndex('p', 'g');
  INSERT INTO p VALUES(1, MakePoint(7.1, 46.9, 4326));"
keep spatialite-bin spatialite.sqlite
echo '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Bern","height":542.7},"geometry":{"type":"Point","coordinates":[7.4386,46.9511]}}]}' >towns.geojson
program ogr2ogr -f GPKG towns.gpkg towns.geojson
program gdal_create -of GTiff -outsize 512 512 -bands 3 -burn 40 -a_srs EPSG:3857 -a_ullr 0 1000 1000 0 map.tif
program gdal_translate -of MBTILES map.tif map.mbtiles
keep gdal-bin towns.gpkg map.mbtiles
mkdir bogofilter
echo 'Subject: offer' | bogofilter -s -d bogofilter || true
keep bogofilter-sqlite bogofilter/wordlist.db
BEETSDIR=$work/beets program beet ls
keep beets beets/library.db

cat >schemas.py <<'PYTHON'
# schemas of applications that no package of Debian has, with their collations
import os, sqlite3
os.makedirs("db/schema", exist_ok=True)
def make(name, collations, script):
    connection = sqlite3.connect("db/schema/" + name)
    for collation in collations:
        connection.create_collation(collation, lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))
    connection.executescript(script)
    connection.close()
make("android-mmssms.db", [], """
CREATE TABLE android_metadata (locale TEXT); INSERT INTO android_metadata VALUES('de_CH');
CREATE TABLE sms (_id INTEGER PRIMARY KEY, thread_id INTEGER, address TEXT, date INTEGER, body TEXT, seen INTEGER DEFAULT 0);
CREATE TABLE words_plain (a); CREATE VIRTUAL TABLE words USING FTS3 (_id INTEGER PRIMARY KEY, index_text TEXT, source_id INTEGER, table_to_use INTEGER);
CREATE TRIGGER sms_words_delete AFTER DELETE ON sms BEGIN DELETE FROM words WHERE source_id = OLD._id AND table_to_use = 1; END;
INSERT INTO sms VALUES(1, 1, '+41', 1700000000000, 'Grüezi', 1); INSERT INTO words VALUES(1, 'Grüezi', 1, 1);""")
make("android-contacts2.db", ["LOCALIZED", "PHONEBOOK"], """
CREATE TABLE raw_contacts (_id INTEGER PRIMARY KEY AUTOINCREMENT, display_name TEXT, sort_key TEXT COLLATE PHONEBOOK,
  phonetic_name TEXT, deleted INTEGER NOT NULL DEFAULT 0);
CREATE INDEX raw_contact_sort_key1_index ON raw_contacts (sort_key);
CREATE TABLE search_index_plain (contact_id INTEGER REFERENCES raw_contacts(_id) NOT NULL, content TEXT, name TEXT COLLATE LOCALIZED);
INSERT INTO raw_contacts(display_name, sort_key) VALUES('Zoë', 'Zoë'), ('adam', 'adam');""")
make("anki-collection.anki2", ["unicase"], """
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, flds text NOT NULL, sfld integer NOT NULL);
CREATE TABLE tags (tag text NOT NULL PRIMARY KEY COLLATE unicase, usn integer NOT NULL, collapsed boolean NOT NULL, config blob NULL) without rowid;
CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
INSERT INTO notes VALUES(1, 'g', 1, 'front' || char(31) || 'back', 'front'); INSERT INTO tags VALUES('leech', 0, 0, NULL);
INSERT INTO notetypes VALUES(1, 'Basic', 0, 0, x'00');""")
make("anki-before-2.1.28.anki2", [], """
CREATE TABLE col (id integer primary key, crt integer not null, conf text not null);
CREATE TABLE notes (id integer primary key, guid text not null, flds text not null, sfld integer not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, ease integer not null);
CREATE INDEX ix_notes_guid on notes (guid); INSERT INTO notes VALUES(1, 'g', 'f', 'text in an integer column');""")
PYTHON
python3 schemas.py

cat >compare.py <<'PYTHON'
import json, os, re, shutil, sqlite3, struct, subprocess, sys, urllib.request
jar = sys.argv[1]
def quoted(name): return '"' + name.replace('"', '""') + '"'
def bits(value): return struct.pack(">d", value) if isinstance(value, float) else value
def content(path):
    c = sqlite3.connect(path); c.text_factory = bytes; found = {}
    for pragma in ("encoding", "page_size", "auto_vacuum", "user_version", "application_id"):
        found["pragma " + pragma] = c.execute("pragma " + pragma).fetchone()
    found["schema"] = sorted(c.execute("select type, name, tbl_name, sql from sqlite_master where sql is not null"), key=repr)
    for (name,) in c.execute("select name from sqlite_master where type='table' and rootpage>0").fetchall():
        name = name.decode()
        columns = [row[1].decode() for row in c.execute("pragma table_xinfo(%s)" % quoted(name)) if row[6] != 1]
        values = ", ".join("typeof(%s), %s" % (quoted(x), quoted(x)) for x in columns)
        try: rows = c.execute("select rowid, %s from %s not indexed order by rowid" % (values, quoted(name))).fetchall()
        except sqlite3.Error: rows = sorted(c.execute("select %s from %s" % (values, quoted(name))).fetchall(), key=repr)
        found["table " + name] = [tuple(map(bits, row)) for row in rows]
    return found
def attempt(path):
    if os.path.exists("kept"): shutil.rmtree("kept")
    # a copy that has taken in its log, as the testee's has
    for name in ("original.db-wal", "original.db-shm"):
        if os.path.exists(name): os.remove(name)
    shutil.copy(path, "original.db")
    if os.path.exists(path + "-wal"): shutil.copy(path + "-wal", "original.db-wal")
    testee = subprocess.Popen(["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar, "testee", "--port", "0", "--db", path,
        "--threads", "2", "--keep-dump", "kept", "--exit-on-eof"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=open("err", "w"), text=True)
    ready = testee.stdout.readline()
    if ready.startswith("READY"):
        url = "http://127.0.0.1:%d/dumpdb?snapshot=memory" % json.loads(ready[6:])["port"]
        urllib.request.urlopen(urllib.request.Request(url, method="POST")).read()
    if ready: testee.terminate()
    code = testee.wait()
    said = [line.replace(path, os.path.basename(path)) for line in open("err").read().splitlines() if line.startswith(("testee: ", "db=", "snapbench: "))]
    if not ready.startswith("READY"): return "refused, exit code %d" % code, said[-1].replace("testee: ", "")
    for name in ("new.db", "new.db-wal", "new.db-shm"):
        if os.path.exists(name): os.remove(name)
    shell = subprocess.run(["sqlite3", "-batch", "new.db"], stdin=open("kept/dump-1.sql"), capture_output=True, text=True)
    one, other = content("original.db"), content("new.db")
    different = sorted(key for key in {**one, **other} if one.get(key) != other.get(key))
    result = "equal" if not different else "differs: " + ", ".join(different)
    notes = [line for line in said if "checked" in line or "WAL" in line]
    if different: notes.append(re.sub(r"\s+", " ", shell.stderr)[:200])
    return "loaded, page by page; restored " + result, "; ".join(notes)
print("| Database | From | Bytes | Tables | Result | Said |\n| --- | --- | ---: | ---: | --- | --- |")
for folder, _, names in sorted(os.walk("db")):
    for name in sorted(names):
        if name.endswith("-wal"): continue
        path = os.path.abspath(os.path.join(folder, name)); package = os.path.basename(folder)
        version = "a schema in the script" if package == "schema" else package + " " + subprocess.run(
            ["dpkg-query", "-W", "-f=${Version}", package], capture_output=True, text=True).stdout
        try: tables = sqlite3.connect("file:%s?immutable=1" % path, uri=True).execute("select count(*) from sqlite_master where type='table'").fetchone()[0]
        except sqlite3.Error: tables = "unknown"
        result, said = attempt(path)
        print("| %s | %s | %s | %s | %s | %s |" % (name, version, format(os.path.getsize(path), ","), tables, result, said), flush=True)
PYTHON
python3 compare.py "$jar"
