package snapbench.analysis.warning;

import java.util.Arrays;
import java.util.List;

/** What makes figures less than they seem, in the order in which warnings are listed. */
public enum WarningKind {
  /** What grows was planted. */
  PLANTED_LEAK("planted leak"),
  /** A part of the testee was not in main memory. */
  SWAPPED_OUT("swapped out"),
  /** The machine had less memory or disk space than the run may need. */
  LITTLE_SPACE("little space", "FREE_MEMORY", "MEMORY_LIMIT", "RESULTS_SPACE", "TEMPORARY_SPACE"),
  /** Control groups stop the processes now and then. */
  THROTTLED_CONTAINER("throttled container", "PROCESSOR_LIMIT", "THROTTLING"),
  /** The machine was busy with other things. */
  OTHER_LOAD("other load", "OTHER_PROCESSES", "LOAD_AVERAGE", "PROCESSOR_PRESSURE"),
  /** The cores' frequency changes. */
  FREQUENCY_SCALING("frequency scaling", "FREQUENCY_GOVERNOR", "TURBO"),
  /** The machine is virtual, or its host gave the cores to others. */
  VIRTUAL_MACHINE("virtual machine", "STEAL_TIME", "VIRTUAL_MACHINE"),
  /** Dumps and snapshots in files were written to memory or over a network. */
  DUMP_FOLDER("folder of the dumps", "RESULTS_FILE_SYSTEM"),
  /** The machine may swap. */
  SWAP("swap", "SWAP"),
  /** Memory comes in huge pages. */
  HUGE_PAGES("huge pages", "TRANSPARENT_HUGE_PAGES"),
  /** The kernel takes away pages that are not used. */
  RECLAIMED_MEMORY("reclaimed memory", "PROACTIVE_RECLAIM"),
  /** Readings of the resident set lag behind. */
  LAGGING_COUNTER("lagging counter", "RESIDENT_COUNTER"),
  /** Variables of the shell reached the testee. */
  INHERITED_VARIABLES("inherited variables", "JVM_OPTIONS", "ALLOCATOR_VARIABLES"),
  /** Anything else that was found on the machine. */
  MACHINE("machine"),
  /** The resident set is more than the memory of the process. */
  COUNTED_AGAIN("pages counted again"),
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

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> findings;

  WarningKind(String label, String... findings) {
    this.label = label;
    this.findings = List.of(findings);
  }

  /** The one that a finding of the doctor's comes to, by the finding's name. */
  static WarningKind ofFinding(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.findings.contains(name))
        .findFirst()
        .orElse(MACHINE);
  }

  /** As a table shows it. */
  public String label() {
    return label;
  }
}
