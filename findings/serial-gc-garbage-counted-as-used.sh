#!/usr/bin/env bash
# Guess:     after a full collection by SerialGC, MemoryPoolMXBean.getCollectionUsage() of the old
#            generation is what is reachable, so a series of it shows a leak of a few KiB a cycle.
# Version:   OpenJDK 17.0.15, SerialGC.
# Behaviour: in three full collections of four, garbage of up to 5 % of the old generation
#            (MarkSweepDeadRatio=5, MarkSweepAlwaysCompactCount=4) is left where it is and counted as
#            used; with MarkSweepDeadRatio=0 every collection counts what is reachable alone.
# Seen:      default  KiB above what is reachable after each collection: 3000 3000 3000 0 0 0 0 0
#            ratio 0  KiB above what is reachable after each collection: 0 0 0 0 0 0 0 0
#            (3,000 KiB became garbage once; the fourth collection was the first to count them so)
# Fails if the default counts no garbage any more, or if ratio 0 counts some.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/Garbage.java" <<'JAVA'
import java.lang.management.ManagementFactory;

class Garbage {
  public static void main(String[] args) {
    var old =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Tenured Gen"))
            .findFirst()
            .orElseThrow();
    byte[][] kept = new byte[600][];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = new byte[100 * 1024 - 16];
    }
    System.gc();
    System.gc();
    System.gc();
    System.gc();
    long[] used = new long[8];
    for (int i = 299; i < 329; i++) { // 3,000 KiB in the middle become garbage
      kept[i] = null;
    }
    for (int i = 0; i < used.length; i++) {
      System.gc();
      used[i] = old.getCollectionUsage().getUsed();
    }
    long least = java.util.Arrays.stream(used).min().orElseThrow();
    StringBuilder line = new StringBuilder();
    for (long each : used) {
      line.append(' ').append(Math.round((each - least) / 1024.0 / 100) * 100);
    }
    System.out.println(line.substring(1));
    if (kept[0] == null) {
      throw new AssertionError();
    }
  }
}
JAVA
run() { java -XX:+UseSerialGC -Xms256m -Xmx256m "$@" "$work/Garbage.java"; }
default=$(run)
zero=$(run -XX:MarkSweepDeadRatio=0)
echo "default  KiB above what is reachable after each collection: $default"
echo "ratio 0  KiB above what is reachable after each collection: $zero"
[[ $default == *3000* && $default == *" 0"* ]] || { echo "changed: default" >&2; exit 1; }
[[ $zero == "0 0 0 0 0 0 0 0" ]] || { echo "changed: ratio 0" >&2; exit 1; }
