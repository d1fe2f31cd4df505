#!/usr/bin/env bash
# Guess:     what the sqlite3 shell's .dump writes restores to the same values: it prints reals with
#            as many digits as tell every double apart.
# Version:   sqlite3 3.40.1 (Debian 12), values written and read by org.xerial:sqlite-jdbc 3.54.1.0.
# Behaviour: of 20,000 random doubles (any exponent, seed 1) some come back as a neighbouring double
#            after .dump and restore by the same shell: SQLite before 3.43 neither prints nor reads
#            every decimal correctly rounded.
# Seen:      reals changed by .dump and restore: 59 of 20000, each by at most 1 unit in the last place
# Fails if none changes, or one by more than that.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case $(sqlite3 --version) in
  3.40.1*) ;;
  *) echo "needs sqlite3 3.40.1, the package sqlite3 of Debian 12" >&2; exit 2 ;;
esac
cat > "$work/Reals.java" <<'JAVA'
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Random;

class Reals {
  public static void main(String[] args) throws Exception {
    int number = 20_000;
    Random random = new Random(1);
    double[] values = new double[number];
    for (int i = 0; i < number; i++) {
      do {
        values[i] = Double.longBitsToDouble(random.nextLong());
      } while (!Double.isFinite(values[i]));
    }
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + args[1]);
        Statement statement = file.createStatement()) {
      if (args[0].equals("write")) {
        statement.executeUpdate("CREATE TABLE sample (id INTEGER PRIMARY KEY, value REAL)");
        file.setAutoCommit(false);
        try (var insert = file.prepareStatement("INSERT INTO sample VALUES (?, ?)")) {
          for (int i = 0; i < number; i++) {
            insert.setInt(1, i);
            insert.setDouble(2, values[i]);
            insert.executeUpdate();
          }
        }
        file.commit();
        return;
      }
      int changed = 0;
      double most = 0;
      try (ResultSet rows = statement.executeQuery("SELECT value FROM sample ORDER BY id")) {
        for (double value : values) {
          rows.next();
          double read = rows.getDouble(1);
          if (Double.doubleToLongBits(read) != Double.doubleToLongBits(value)) {
            changed++;
            most = Math.max(most, Math.abs(Double.doubleToLongBits(read) - Double.doubleToLongBits(value)));
          }
        }
      }
      System.out.printf("%d of %d, each by at most %.0f unit in the last place%n", changed, number, most);
    }
  }
}
JAVA
get() { mvn -q -B -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy "-Dartifact=$1" "-DoutputDirectory=$work/lib" > /dev/null; }
get org.xerial:sqlite-jdbc:3.54.1.0
get org.slf4j:slf4j-api:2.0.20
get org.slf4j:slf4j-nop:2.0.20
reals() { java -Djava.io.tmpdir="$work" -cp "$work/lib/*" "$work/Reals.java" "$@"; }
reals write "$work/original.db"
sqlite3 "$work/original.db" .dump > "$work/dump.sql"
sqlite3 "$work/restored.db" < "$work/dump.sql"
seen=$(reals read "$work/restored.db")
echo "reals changed by .dump and restore: $seen"
[[ $seen != "0 of"* && $seen == *"at most 1 unit"* ]] || { echo "changed" >&2; exit 1; }
