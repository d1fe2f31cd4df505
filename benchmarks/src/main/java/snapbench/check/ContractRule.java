package snapbench.check;

/** The lines of the contract that checks refer to; testee/CONTRACT.md has them in full. */
enum ContractRule {
  READY(
      "One line: READY and an object, once the database is in memory and the threads are started"),
  READY_FIELDS(
      "READY has contract, pid, program, sqliteVersion, compileOptions, runtime, rows,"
          + " databaseBytes, fillMillis, snapshots, activities"),
  CYCLE(
      "cycle runs one cycle and says what it did: worker, times of the phases, pages, bytes and"
          + " rows of the database that was worked on, bytes of the dump"),
  DUMP("--dump FILE: each dump is written there, as SQL text that restores the database"),
  THREADS("--threads N: cycle i, from 0, runs on worker i mod N; all are started before READY"),
  SNAPSHOTS("snapshots and activities in READY are those that can be asked for"),
  LIVE("snapshot none works on the live database itself; activity none takes a snapshot only"),
  UNSUPPORTED("What the program cannot do is answered with unsupported; it goes on"),
  ERROR("A failure, or a request that is none, is answered with error; the program goes on"),
  ORDER("Requests are answered in their order, one line each, with the same id"),
  MEMORY("memory is answered with numbers that are not negative, collect and trim with an id"),
  NOTHING_KEPT("Snapshots are disposed of: descriptors and threads come back to the same number"),
  READ_ONLY("--db FILE: is never written to, and nothing is written beside it"),
  END("At the end of stdin the program ends with exit code 0, and leaves no file and no process"),
  STDOUT("stdout has protocol lines only, one for READY and one for each request");

  final String text;

  ContractRule(String text) {
    this.text = text;
  }
}
