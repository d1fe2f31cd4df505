#!/usr/bin/env bash
# Guess:     the resident set (VmRSS in /proc/PID/status, ps -o rss, OSHI's getResidentMemory) is
#            memory that the process occupies, so two JVMs can be compared by it.
# Version:   OpenJDK 17.0.15 on Linux 6.18, ZGC with a touched heap of 256 MiB.
# Behaviour: ZGC of JDK 17 maps every page of its heap at three addresses (JEP 333, "multi-mapping"),
#            and the kernel counts a page once for each mapping: VmRSS holds the heap three times,
#            the proportional set size (Pss in smaps_rollup) once.
# Seen:      SerialGC  VmRSS 1.1 x Pss
#            ZGC       VmRSS 2.7 x Pss
# Fails if VmRSS of ZGC is less than twice Pss.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case $(java -XX:+PrintFlagsFinal -version 2>&1 | grep -c ZGenerational) in
  0) ;;
  *) echo "needs JDK 17: generational ZGC, a choice from 21 and the default from 23 on, maps its heap once" >&2; exit 2 ;;
esac
cat > "$work/Sets.java" <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;

class Sets {
  public static void main(String[] args) throws Exception {
    double rss = kib("/proc/self/status", "VmRSS:");
    double pss = kib("/proc/self/smaps_rollup", "Pss:");
    System.out.printf(java.util.Locale.ROOT, "%.1f%n", rss / pss);
  }

  static double kib(String file, String label) throws Exception {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(label))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
JAVA
run() { java "$1" -Xms256m -Xmx256m -XX:+AlwaysPreTouch "$work/Sets.java"; }
serial=$(run -XX:+UseSerialGC)
zgc=$(run -XX:+UseZGC)
echo "SerialGC  VmRSS $serial x Pss"
echo "ZGC       VmRSS $zgc x Pss"
awk -v serial="$serial" -v zgc="$zgc" 'BEGIN { exit !(serial < 1.3 && zgc >= 2) }' || { echo "changed" >&2; exit 1; }
