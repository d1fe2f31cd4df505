package snapbench.self.chaos.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is measured, in little: two forks of each cell, of three cycles each. */
enum Scenario {
  /** The JVM testee. */
  JVM("snapshot=memory"),
  /** The control in C. */
  C("testee=c"),
  /** The same as any program. */
  COMMAND("testee=command:"),
  /** Two cells in turns. */
  INTERLEAVE("snapshot=memory,file", "--interleave"),
  /** With the ledger. */
  LEDGER("snapshot=memory", "-prof", "process:ledger=true"),
  /** Two cells in turns, compared and gated. */
  PAIRS(
      "snapshot=memory,file",
      "--interleave",
      "--reference",
      "snapshot=memory",
      "--fail-on",
      "rss>9,throughput<0.01");

  private static final List<String> LITTLE =
      List.of(
          "snapshotAndDump -bm ss -wi 1 -i 2 -f 2 -foe false -to 20s -p scale=0.001 -p threads=2"
              .split(" "));

  /** So that what is stopped is given up within half a minute. */
  private static final List<String> IMPATIENT =
      List.of("--ready-timeout", "8", "--request-timeout", "4");

  private static final String SMALL_JVM = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m";

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> arguments;

  Scenario(String... parameterAndOthers) {
    this.arguments = List.of(parameterAndOthers);
  }

  /** Whether it needs the control in C. */
  boolean needsControl() {
    return this == C || this == COMMAND;
  }

  /**
   * Its command line.
   *
   * @param control the program of the control in C
   * @param results where the run's folder goes
   */
  List<String> commandLine(String control, String results) {
    List<String> own = new ArrayList<>(List.of("-jvmArgs", SMALL_JVM, "-p"));
    own.add(arguments.get(0) + (this == COMMAND ? control : ""));
    if (!needsControl()) {
      own.addAll(List.of("-p", "jvmArgs=" + SMALL_JVM));
    }
    own.addAll(List.of("--results", results));
    return Stream.of(LITTLE, IMPATIENT, own, arguments.subList(1, arguments.size()))
        .flatMap(List::stream)
        .toList();
  }
}
