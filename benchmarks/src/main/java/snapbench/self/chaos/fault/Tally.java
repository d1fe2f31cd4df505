package snapbench.self.chaos.fault;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts tries and their faults, and prints those that have any. Safe for several threads. */
public final class Tally {
  private static final int SHOWN = 1_200;

  private final PrintStream out;
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final Map<String, Integer> tries = new TreeMap<>();

  /** With where to print. */
  public Tally(PrintStream out) {
    this.out = out;
    Stream.of(Fault.values()).forEach(fault -> faults.put(fault, 0));
  }

  /**
   * Counts a try.
   *
   * @param kind what it is a try of
   * @param repeat what repeats it alone, and what that is
   * @param found what was wrong, with the evidence
   */
  public synchronized void add(String kind, String repeat, Map<Fault, String> found) {
    tries.merge(kind, 1, Integer::sum);
    if (!found.isEmpty()) {
      out.println(repeat.replace("\r", "\\r").replace("\n", "\\n"));
      found.forEach((fault, said) -> out.println("  " + fault.words() + ": " + shown(said)));
      out.flush();
    }
    found.forEach((fault, said) -> faults.merge(fault, 1, Integer::sum));
  }

  /** Prints how many there were of each; returns whether nothing was wrong. */
  public synchronized boolean print() {
    tries.forEach((kind, count) -> out.println(kind + ": " + count));
    out.println("tries: " + tries.values().stream().mapToInt(count -> count).sum());
    faults.forEach((fault, count) -> out.println(fault.words() + ": " + count));
    return faults.values().stream().allMatch(count -> count == 0);
  }

  private static String shown(String said) {
    return said.substring(0, Math.min(SHOWN, said.length())).strip().replace("\n", "\n    ");
  }
}
