#!/usr/bin/env bash
# Guess:     a profiler that returns a secondary metric in some iterations only leaves a gap, or NaN,
#            in rawData at the iterations without it, and the score is the mean of what it returned.
# Version:   org.openjdk.jmh:jmh-core 1.37.
# Behaviour: rawData holds the values that were returned one after another, so what follows a missing
#            one moves to an earlier iteration; the score (AVG) counts each missing one as 0. The two
#            contradict each other, and neither says that something was missing.
# Seen:      returned in iterations 2 and 4 of 4: 20, 40
#            rawData [20.0, 40.0], score 15.0
# Fails if rawData or the score change.
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
cat > "$work/src/finding/Absent.java" <<'JAVA'
package finding;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

public class Absent {
  @Benchmark
  public void nothing() {}

  public static void main(String[] args) throws Exception {
    new Runner(
            new OptionsBuilder()
                .include("nothing").forks(0).warmupIterations(0).measurementIterations(4)
                .measurementTime(TimeValue.milliseconds(10)).verbosity(VerboseMode.SILENT)
                .addProfiler(EverySecond.class)
                .resultFormat(ResultFormatType.JSON).result(args[0]).build())
        .run();
  }
}
JAVA
cat > "$work/src/finding/EverySecond.java" <<'JAVA'
package finding;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

public class EverySecond implements InternalProfiler {
  private int iteration;

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams params) {}

  @Override
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams params, IterationResult result) {
    iteration++;
    return iteration % 2 == 1
        ? List.of()
        : List.of(new ScalarResult("seen", 10 * iteration, "x", AggregationPolicy.AVG));
  }

  @Override
  public String getDescription() {
    return "a metric in every second iteration";
  }
}
JAVA
(cd "$work" && mvn -q -B -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies "-DoutputDirectory=$work/lib" > /dev/null)
javac -nowarn -cp "$work/lib/*" -d "$work/classes" "$work"/src/finding/*.java
java -Djmh.ignoreLock=true -cp "$work/classes:$work/lib/*" finding.Absent "$work/result.json" > "$work/log" 2>&1
metric=$(tr -d ' \n' < "$work/result.json" | sed 's/.*"seen"://')
raw=$(sed 's/.*"rawData":\[\[\([^]]*\)\].*/\1/; s/,/, /g' <<< "$metric")
score=$(sed 's/.*"score":\([0-9.]*\),.*/\1/' <<< "$metric")
seen="rawData [$raw], score $score"
echo "returned in iterations 2 and 4 of 4: 20, 40"
echo "$seen"
[[ $seen == "rawData [20.0, 40.0], score 15.0" ]] || { echo "changed" >&2; exit 1; }
