#!/usr/bin/env bash
# Builds benchmarks.jar if a source is newer than it, runs a preset, and passes every other option on
# to JMH. What is given here overrides the preset: ./run-bench.sh --quick -i 5 -p scale=0.1
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./run-bench.sh [preset] [JMH options]
  (none)     the five variants at scale 0.25, 10 iterations of 5 s each: about 5 minutes
  --quick    the same at scale 0.05, 3 iterations of 3 s: about a minute; a smoke test
  --full     the original report's table at its size, scale 1.0: 48 cycles of each variant, one by
             one: about 15 minutes, 12 GiB of memory and 2 GiB of disk
  --drivers A,B,...  compares drivers (versions of sqlite-jdbc, group:artifact:version, jars) with the
             first of them: snapshotAndDump, memory, scale 0.02, 10 short forks each in turns,
             about a minute for each driver; with --fail-on 'throughput<0.95' exit code 3 if slower
  --levers   what frees the memory and what it costs: allocators and their settings, kinds of
             snapshot, threads, schema, activity, at scale 0.5, 40 cycles each, ranked: about 25
             minutes, 6 GiB of memory; jemalloc, mimalloc and tcmalloc where they are installed
  --controls the same cycle in the JVM, in C and in Go, with 1 thread and with 16 (Go also with
             threads of its own choice), from one database file of scale 1.0, 20 cycles each: about
             an hour, 12 GiB of memory, 3 GiB of disk; needs
             the packages gcc, libc6-dev, libsqlite3-dev, golang-go, golang-github-mattn-go-sqlite3-dev
  --speed    seconds and ratios beside sqlite3, memcpy, ps and lsof, at scale 1.0: about 5 minutes;
             needs sqlite3 (and procps, lsof) from the distribution; with --controls the JVM
             beside the control in C instead
  --help     this text
The JMH options are those of java -jar benchmarks/target/benchmarks.jar -h.
TEXT
}

# what is given on the command line is seen from the folder where the user is
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
jar=$here/benchmarks/target/benchmarks.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

preset=default
case "${1:-}" in
  --quick | --full | --levers | --controls | --speed) preset=${1#--}; shift ;;
  --drivers)
    preset=drivers
    drivers=${2:-}
    if [[ -z $drivers || $drivers == -* ]]; then
      echo "run-bench.sh: --drivers needs a list, for instance 3.36.0.3,3.46.1.3,bundled" >&2; exit 2
    fi
    shift 2 ;;
  --help) usage; exit 0 ;;
  --*)
    case "$1" in
      --results | --results=* | --reference | --reference=* | --fail-on | --fail-on=* | --interleave | \
        --ready-timeout | --ready-timeout=* | --request-timeout | --request-timeout=* | \
        --one-at-a-time | --until-decided | --max-cycles | --max-cycles=* | \
        --alpha | --alpha=* | --minimum-effect | --minimum-effect=* | --minimum-memory-effect*) ;;
      *) echo "run-bench.sh: $1 is not a preset; choose --quick, --full, --levers, --controls, --drivers, --speed or none" >&2; exit 2 ;;
    esac ;;
esac

build_if_needed() {
  if [ -f "$jar" ] && [ -z "$(cd -- "$here" && find pom.xml .mvn testee benchmarks -name target -prune -o -type f -newer "$jar" -print -quit)" ]; then
    return
  fi
  echo "Building $jar ..."
  (cd -- "$here" && mvn -B -q -DskipTests package)
}

# The value that the user gave for a flag (-i 5) or a parameter (-p scale=0.1) wins over the preset's.
user_arguments=("$@")
user_count=$#
options=()
is_given() { # flag, or a flag and how its value begins: "-p name="
  local i option=${1%% *} value=${1#* }
  for ((i = 0; i < user_count; i++)); do
    if [[ $1 == *" "* ]]; then
      if [[ ${user_arguments[i]} == "$option" && ${user_arguments[i + 1]:-} == "$value"* ]]; then return 0; fi
      if [[ ${user_arguments[i]} == "$option$value"* || ${user_arguments[i]} == "$option=$value"* ]]; then return 0; fi
    elif [[ ${user_arguments[i]} == "$1" || ${user_arguments[i]} == "$1="* ]]; then
      return 0
    elif [[ $1 == -? && ${user_arguments[i]} == "$1"[0-9]* ]]; then
      return 0
    fi
  done
  return 1
}
flag() { is_given "$1" || options+=("$1" "$2"); }
parameter() { is_given "-p $1=" || options+=(-p "$1=$2"); }
# JMH takes several profilers: only the same one with other options takes the place of the preset's.
ledger() { is_given "-prof process" || options+=(-prof process:ledger=true); }

# The benchmarks that the user names: words that are neither options nor values of them.
names=" "
find_names() {
  local word before=
  for word in "$@"; do
    case $word in
      -h | -l | -lp | -lprof | -lrf | --interleave | --one-at-a-time | --until-decided) before= ;;
      -*=* | -[fitrw][0-9]* | -wi[0-9]*) before= ;;
      -*) before=$word ;;
      *)
        if [[ -z $before ]]; then names+="$word "; fi
        before= ;;
    esac
  done
}
find_names "$@"
is_named() { [[ $names == *"$1"* ]]; }

build_if_needed
case $preset in
  speed)
    case " $* " in
      *" --controls "*) echo "Speed: the JVM's cycles beside those in C, scale 1.0; about 2 minutes, 8 GiB of memory." ;;
      *) echo "Speed: fill, dump, snapshots and readings beside sqlite3, memcpy, ps and lsof, scale 1.0; about 5 minutes." ;;
    esac
    exec "$java" -jar "$jar" speed "$@" ;;
  quick)
    echo "Quick: memory, file, snapshot only, dump live at scale 0.05; about a minute."
    parameter scale 0.05; flag -wi 0; flag -i 3; flag -r 3s ;;
  full)
    echo "Full: memory, file, snapshot only, dump live at scale 1.0, 48 cycles each; about 15 minutes, 12 GiB of memory, 2 GiB of disk."
    parameter scale 1.0; flag -bm ss; flag -wi 0; flag -i 48; ledger ;;
  drivers)
    echo "Drivers: $drivers, each compared with ${drivers%%,*}; about a minute each."
    options+=(--interleave)
    if [[ $names == " " ]]; then options+=(snapshotAndDump); fi
    parameter driver "$drivers"; parameter snapshot memory; parameter scale 0.02
    flag --reference "driver=${drivers%%,*}"
    flag -f 10; flag -wi 1; flag -w 1s; flag -i 5; flag -r 250ms ;;
  levers)
    echo "Levers: allocators and their settings, kinds of snapshot, threads, schema, activity at scale 0.5, 40 cycles each; about 25 minutes, 6 GiB of memory."
    options+=(--one-at-a-time)
    if [[ $names == " " ]]; then options+=(snapshotAndDump); fi
    parameter scale 0.5; flag -bm ss; flag -wi 0; flag -i 40; ledger
    parameter malloc "system,arena1,arena:2,mmap,trim,arena1+trim,jemalloc,jemalloc:background_thread:true;dirty_decay_ms:500;muzzy_decay_ms:0,mimalloc,tcmalloc"
    parameter snapshot memory,file,memdb,vacuum,serialize
    parameter threads 16,1
    parameter schema seed,flat
    parameter activity dump,queries ;;
  controls)
    echo "Controls: JVM, C and Go, 1 and 16 threads (0: those that Go chooses), at scale 1.0, 20 cycles each; about an hour, 12 GiB of memory, 3 GiB of disk."
    parameter testee jvm,c,go; parameter threads 0,1,16
    parameter scale 1.0; flag -bm ss; flag -wi 0; flag -i 20; ledger ;;
  default)
    echo "Default: memory, file, snapshot only, dump live at scale 0.25; about 5 minutes (--quick: a minute, --full: the original's size)."
    flag -i 10 ;;
esac
# dumpLive alone has no such parameter; drivers and levers have named theirs.
if [[ $preset != drivers && $preset != levers ]] && { ! is_named umpLive && ! is_named DumpBenchmark || is_named napshot; }; then
  parameter snapshot memory,file
fi
exec "$java" -jar "$jar" ${options[@]+"${options[@]}"} "$@"
