#!/usr/bin/env bash
# Builds benchmarks.jar if a source is newer than it, and runs it with what is given here:
# a preset (quick or --quick, full, drivers A,B, levers, controls, speed), a subcommand, options of
# ours and of JMH. Without any, the default preset. The build's own words go to the error output.
set -euo pipefail

# what is given on the command line is seen from the folder where the user is, links are followed
script=${BASH_SOURCE[0]}
while [ -L "$script" ]; do
  folder=$(cd -P -- "$(dirname -- "$script")" && pwd)
  script=$(readlink -- "$script")
  [[ $script == /* ]] || script=$folder/$script
done
here=$(cd -P -- "$(dirname -- "$script")" && pwd)
jar=$here/benchmarks/target/benchmarks.jar

is_fresh() {
  [ -f "$jar" ] && [ -z "$(cd -- "$here" && find pom.xml .mvn testee benchmarks -name target -prune -o -type f ! -path '*/docs/*' ! -name '*.md' -newer "$jar" -print -quit)" ]
}

if ! is_fresh; then
  echo "Building $jar ..." >&2
  # without what only guards the source: that is for mvn verify
  (cd -- "$here" && mvn -B -q -P '!static-checks' -Dmaven.test.skip=true package >&2)
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$jar" "$@"
