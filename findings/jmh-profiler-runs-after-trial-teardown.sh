#!/usr/bin/env bash
# Guess:     an InternalProfiler's beforeIteration and afterIteration lie inside @Setup(Level.Trial) and
#            @TearDown(Level.Trial), so that it can look at what the trial set up.
# Version:   org.openjdk.jmh:jmh-core 1.37.
# Behaviour: the first iteration's beforeIteration comes before @Setup(Trial), and the last iteration's
#            afterIteration after @TearDown(Trial): a profiler that reads a process which the trial
#            starts finds it unborn at the start and gone at the end.
# Seen:      before setup teardown after
#            (one iteration; with two: before setup after before teardown after)
# Fails if the order changes.
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
    <dependency><groupId>org.openjdk.jmh</groupId><artifactId>jmh-generator-annprocess</artifactId><version>1.37</version></dependency>
  </dependencies>
</project>
XML
mkdir -p "$work/src/finding" "$work/classes"
cat > "$work/src/finding/Order.java" <<'JAVA'
package finding;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

@State(Scope.Benchmark)
public class Order {
  @Setup(Level.Trial)
  public void setUp() {
    System.err.print("setup ");
  }

  @TearDown(Level.Trial)
  public void tearDown() {
    System.err.print("teardown ");
  }

  @Benchmark
  public void nothing() {}

  public static void main(String[] args) throws Exception {
    new Runner(
            new OptionsBuilder()
                .include("nothing").forks(0).warmupIterations(0)
                .measurementIterations(Integer.parseInt(args[0]))
                .measurementTime(TimeValue.milliseconds(10)).verbosity(VerboseMode.SILENT)
                .addProfiler(Telling.class).build())
        .run();
  }
}
JAVA
cat > "$work/src/finding/Telling.java" <<'JAVA'
package finding;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

public class Telling implements InternalProfiler {
  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams params) {
    System.err.print("before ");
  }

  @Override
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams params, IterationResult result) {
    System.err.print("after ");
    return List.of();
  }

  @Override
  public String getDescription() {
    return "tells when it is called";
  }
}
JAVA
(cd "$work" && mvn -q -B -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies "-DoutputDirectory=$work/lib" > /dev/null)
javac -nowarn -cp "$work/lib/*" -d "$work/classes" "$work"/src/finding/*.java
run() { java -Djmh.ignoreLock=true -cp "$work/classes:$work/lib/*" finding.Order "$1" 2>&1 > "$work/log" | grep -o -E 'before|after|setup|teardown' | paste -sd' '; }
one=$(run 1)
two=$(run 2)
echo "$one"
echo "(one iteration; with two: $two)"
[[ $one == "before setup teardown after" && $two == "before setup after before teardown after" ]] || { echo "changed" >&2; exit 1; }
