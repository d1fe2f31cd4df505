#!/usr/bin/env bash
# Guess:     "backup to 'file:NAME?mode=memory&cache=shared'" of sqlite-jdbc copies into a shared
#            in-memory database, since a connection to jdbc:sqlite:file:NAME?mode=memory&cache=shared
#            opens one with the same driver.
# Version:   org.xerial:sqlite-jdbc 3.32.3 and 3.54.1.0.
# Behaviour: 3.32.3 opens the backup's target without URI handling: it writes a file of that very
#            name, "?mode=memory&cache=shared" included, into the working folder, reports success, and
#            the in-memory database stays empty. 3.54.1.0 copies into memory.
# Seen:      3.32.3    tables in memory 0, files: file:copy?mode=memory&cache=shared
#            3.54.1.0  tables in memory 1, files: none
# Fails if one of the lines changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/Backup.java" <<'JAVA'
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

class Backup {
  public static void main(String[] args) throws Exception {
    String uri = "file:copy?mode=memory&cache=shared";
    try (Connection copy = DriverManager.getConnection("jdbc:sqlite:" + uri);
        Connection original = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement in = copy.createStatement();
        Statement from = original.createStatement()) {
      from.executeUpdate("CREATE TABLE account (id INTEGER PRIMARY KEY)");
      from.executeUpdate("backup to '" + uri + "'");
      try (ResultSet count = in.executeQuery("SELECT count(*) FROM sqlite_master")) {
        count.next();
        System.out.print(count.getInt(1));
      }
    }
  }
}
JAVA
get() { mvn -q -B -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy "-Dartifact=$1" "-DoutputDirectory=$work/lib" > /dev/null; }
get org.xerial:sqlite-jdbc:3.32.3
get org.xerial:sqlite-jdbc:3.54.1.0
get org.slf4j:slf4j-api:2.0.20
get org.slf4j:slf4j-nop:2.0.20
run() {
  local folder=$work/run-$1 tables files
  mkdir "$folder"
  tables=$(cd "$folder" && java -Djava.io.tmpdir="$work" -cp "$work/lib/sqlite-jdbc-$1.jar:$work/lib/slf4j-api-2.0.20.jar:$work/lib/slf4j-nop-2.0.20.jar" "$work/Backup.java")
  files=$(ls "$folder")
  echo "tables in memory $tables, files: ${files:-none}"
}
old=$(run 3.32.3)
new=$(run 3.54.1.0)
echo "3.32.3    $old"
echo "3.54.1.0  $new"
[[ $old == "tables in memory 0, files: file:copy?mode=memory&cache=shared" ]] || { echo "changed: 3.32.3" >&2; exit 1; }
[[ $new == "tables in memory 1, files: none" ]] || { echo "changed: 3.54.1.0" >&2; exit 1; }
