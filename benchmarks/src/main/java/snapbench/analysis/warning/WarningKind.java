package snapbench.analysis.warning;

/** What makes figures less than they seem, in the order in which warnings are listed. */
public enum WarningKind {
  /** What grows was planted. */
  PLANTED_LEAK("planted leak"),
  /** A part of the testee was not in main memory. */
  SWAPPED_OUT("swapped out"),
  /** The machine had less memory or disk space than the run may need. */
  LITTLE_SPACE("little space"),
  /** Control groups stop the processes now and then. */
  THROTTLED_CONTAINER("throttled container"),
  /** The machine was busy with other things. */
  OTHER_LOAD("other load"),
  /** The cores' frequency changes. */
  FREQUENCY_SCALING("frequency scaling"),
  /** The machine is virtual, or its host gave the cores to others. */
  VIRTUAL_MACHINE("virtual machine"),
  /** Dumps and snapshots in files were written to memory or over a network. */
  DUMP_FOLDER("folder of the dumps"),
  /** The machine may swap. */
  SWAP("swap"),
  /** Memory comes in huge pages. */
  HUGE_PAGES("huge pages"),
  /** The kernel takes away pages that are not used. */
  RECLAIMED_MEMORY("reclaimed memory"),
  /** Readings of the resident set lag behind. */
  LAGGING_COUNTER("lagging counter"),
  /** Variables of the shell reached the testee. */
  INHERITED_VARIABLES("inherited variables"),
  /** Anything else that was found on the machine. */
  MACHINE("machine"),
  /** Forks come to different verdicts. */
  FORKS_DISAGREE("forks disagree"),
  /** Iterations of a fork differ widely. */
  NOISY_ITERATIONS("noisy iterations"),
  /** Forks differ widely. */
  NOISY_FORKS("noisy forks"),
  /** More cycles are needed for a verdict. */
  TOO_FEW_CYCLES("too few cycles"),
  /** Readings of the ledger failed. */
  LEDGER_FAILED("failed readings"),
  /** Nothing vouches for the driver's jar. */
  UNVERIFIED_DRIVER("unverified driver");

  private final String label;

  WarningKind(String label) {
    this.label = label;
  }

  /** As a table shows it. */
  public String label() {
    return label;
  }
}
