package snapbench.cli.preset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Settings by one word, given first: {@code quick}, or {@code --quick}. Each setting holds unless
 * it is given, too.
 */
public enum Preset {
  /** Also where no benchmark is named. */
  DEFAULT(
      "the question of this project in short: what a cycle costs, and whether memory grows",
      "memory, file, snapshot only, dump live at scale 0.25",
      "about 5 minutes",
      "-i 10 -p snapshot=memory,file"),
  QUICK(
      "the same as a smoke test: 3 iterations of 3 s",
      "memory, file, snapshot only, dump live at scale 0.05",
      "about a minute",
      "-p scale=0.05 -wi 0 -i 3 -r 3s -p snapshot=memory,file"),
  FULL(
      "the original report's table at its size, one cycle after the other",
      "memory, file, snapshot only, dump live at scale 1.0, 48 cycles each",
      "about 15 minutes, 12 GiB of memory, 2 GiB of disk",
      "-p scale=1.0 -bm ss -wi 0 -i 48 -prof process:ledger=true -p snapshot=memory,file"),
  /** Followed by a list of drivers, the first of which is the reference. */
  DRIVERS(
      "compares drivers (versions of sqlite-jdbc, group:artifact:version, jars) with the first of"
          + " them, in 10 short forks each, in turns; with --fail-on 'throughput<0.95' exit code 3"
          + " if slower",
      "{drivers}, each compared with {first}",
      "about a minute each",
      "--interleave snapshotAndDump -p driver={drivers} -p snapshot=memory -p scale=0.02"
          + " --reference driver={first} -f 10 -wi 1 -w 1s -i 5 -r 250ms"),
  LEVERS(
      "what frees the memory and what it costs, ranked; jemalloc, mimalloc and tcmalloc where they"
          + " are installed",
      "allocators and their settings, kinds of snapshot, threads, schema, activity at scale 0.5, 40"
          + " cycles each",
      "about 25 minutes, 6 GiB of memory",
      "--one-at-a-time snapshotAndDump -p scale=0.5 -bm ss -wi 0 -i 40 -prof process:ledger=true"
          + " -p malloc=system,arena1,arena:2,mmap,trim,arena1+trim,jemalloc,"
          + "jemalloc:background_thread:true;dirty_decay_ms:500;muzzy_decay_ms:0,mimalloc,tcmalloc"
          + " -p snapshot=memory,file,memdb,vacuum,serialize -p threads=16,1"
          + " -p schema=seed,flat -p activity=dump,queries"),
  CONTROLS(
      "the same cycle in the JVM, in C and in Go, from one database file; needs the packages gcc,"
          + " libc6-dev, libsqlite3-dev, golang-go, golang-github-mattn-go-sqlite3-dev",
      "JVM, C and Go, 1 and 16 threads (0: those that Go chooses), at scale 1.0, 20 cycles each",
      "about an hour, 12 GiB of memory, 3 GiB of disk",
      "-p testee=jvm,c,go -p threads=0,1,16 -p scale=1.0 -bm ss -wi 0 -i 20"
          + " -prof process:ledger=true -p snapshot=memory,file"),
  /** The subcommand of that name, which has options of its own. */
  SPEED(
      "the project's own speed; needs the packages sqlite3, procps, lsof; with --controls the JVM"
          + " beside the control in C instead",
      "fill, dump, snapshots and readings beside sqlite3, memcpy, ps and lsof, scale 1.0",
      "about 5 minutes",
      "");

  private final String purpose;
  private final String measured;
  private final String cost;
  private final String settings;

  Preset(String purpose, String measured, String cost, String settings) {
    this.purpose = purpose;
    this.measured = measured;
    this.cost = cost;
    this.settings = settings;
  }

  /** The word that chooses it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is for, what it measures and what that takes, in words. */
  public String description() {
    return measured.contains("{") ? purpose + "; " + cost : purpose + ": " + measured + "; " + cost;
  }

  /** The preset that is chosen by a word, with or without two dashes; empty if none is. */
  public static Optional<Preset> of(String word) {
    return Arrays.stream(values())
        .filter(preset -> word.equals(preset.word()) || word.equals("--" + preset.word()))
        .findFirst();
  }

  /**
   * The line that says what runs, and for how long.
   *
   * @param drivers that were given; empty where none are taken
   */
  public String announcement(String drivers) {
    String name = name().charAt(0) + word().substring(1);
    return name + ": " + filled(measured, drivers) + "; " + cost + ".";
  }

  /**
   * What it stands for, as options of a command line.
   *
   * @param drivers that were given; empty where none are taken
   */
  public List<String> settings(String drivers) {
    return Arrays.stream(settings.split(" ")).map(word -> filled(word, drivers)).toList();
  }

  private static String filled(String text, String drivers) {
    return text.replace("{drivers}", drivers).replace("{first}", drivers.split(",", 2)[0]);
  }
}
