#!/usr/bin/env bash
# Guess:     OSProcess.updateAttributes() on a process that has ended throws, or leaves its figures 0
#            or negative, so that a series of getResidentMemory() shows where the process ended.
# Version:   com.github.oshi:oshi-core 7.5.0, Linux 6.18.
# Behaviour: it returns false and keeps the resident memory of the last successful update, while
#            getOpenFiles() of the same object, which is read anew at each call, falls to 0. Who does
#            not look at the returned value records a flat resident set for a process that is gone.
# Seen:      running  updated true, state not INVALID, resident memory above 0, open files above 0
#            ended    updated false, resident memory as before, open files 0
# Fails if an ended process is told in another way.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/pom.xml" <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>com.github.oshi</groupId><artifactId>oshi-core</artifactId><version>7.5.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.20</version></dependency>
  </dependencies>
</project>
XML
cat > "$work/Ended.java" <<'JAVA'
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

class Ended {
  public static void main(String[] args) throws Exception {
    Process child = new ProcessBuilder("cat").start();
    OSProcess seen = new SystemInfo().getOperatingSystem().getProcess((int) child.pid());
    boolean updated = seen.updateAttributes();
    long resident = seen.getResidentMemory();
    System.out.println(
        "running  updated " + updated
            + ", state " + (seen.getState() == OSProcess.State.INVALID ? "" : "not ") + "INVALID"
            + ", resident memory " + (resident > 0 ? "above 0" : resident)
            + ", open files " + (seen.getOpenFiles() > 0 ? "above 0" : seen.getOpenFiles()));
    child.getOutputStream().close();
    child.waitFor();
    updated = seen.updateAttributes();
    System.out.println(
        "ended    updated " + updated
            + ", resident memory " + (seen.getResidentMemory() == resident ? "as before" : seen.getResidentMemory())
            + ", open files " + seen.getOpenFiles());
  }
}
JAVA
(cd "$work" && mvn -q -B -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies "-DoutputDirectory=$work/lib" > /dev/null)
seen=$(java -Duser.home="$work" -Djna.tmpdir="$work" -cp "$work/lib/*" "$work/Ended.java")
echo "$seen"
[[ $seen == "running  updated true, state not INVALID, resident memory above 0, open files above 0
ended    updated false, resident memory as before, open files 0" ]] || { echo "changed" >&2; exit 1; }
