package snapbench.check;

/** The lines of the contract that checks refer to; the README has them in full. */
enum ContractRule {
  /** The READY line. */
  READY(
      "One line: READY and an object, once the database is in memory and the threads are started"),
  /** What the READY line says. */
  READY_FIELDS(
      "READY has contract, pid, program, sqliteVersion, compileOptions, runtime, rows,"
          + " databaseBytes, fillMillis, snapshots, activities"),
  /** The answer to a cycle. */
  CYCLE(
      "cycle runs one cycle and says what it did: worker, times of the phases, pages, bytes and rows"
          + " of the database that was worked on, bytes of the dump"),
  /** Where dumps go. */
  DUMP("--dump FILE: each dump is written there, as SQL text that restores the database"),
  /** Whose turn it is. */
  THREADS("--threads N: cycle i, from 0, runs on worker i mod N; all are started before READY"),
  /** Kinds of snapshots. */
  SNAPSHOTS("snapshots and activities in READY are those that can be asked for"),
  /** The live database. */
  LIVE("snapshot none works on the live database itself; activity none takes a snapshot only"),
  /** What it cannot do. */
  UNSUPPORTED("What the program cannot do is answered with unsupported; it goes on"),
  /** What nobody can do. */
  ERROR("A failure, or a request that is none, is answered with error; the program goes on"),
  /** Order. */
  ORDER("Requests are answered in their order, one line each, with the same id"),
  /** The small requests. */
  MEMORY("memory is answered with numbers that are not negative, collect and trim with an id"),
  /** Descriptors and threads. */
  NOTHING_KEPT("Snapshots are disposed of: descriptors and threads come back to the same number"),
  /** The database's file. */
  READ_ONLY("--db FILE: is never written to, and nothing is written beside it"),
  /** The end. */
  END("At the end of stdin the program ends with exit code 0, and leaves no file and no process"),
  /** What stdout is for. */
  STDOUT("stdout has protocol lines only, one for READY and one for each request");

  private final String text;

  ContractRule(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
