package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import snapbench.results.Cell.Cycle;

/** What makes the figures less than they seem, with advice. */
final class Warnings {
  private Warnings() {}

  static Section of(List<Variant> variants) {
    List<String> lines = new ArrayList<>();
    for (Variant variant : variants) {
      double swap = variant.highest(Warnings::swapKiB, "process.swap");
      if (swap > 0) {
        lines.add(
            variant.name()
                + ": up to "
                + Numbers.whole(swap)
                + " KiB were swapped out, so that the resident set is less than the process"
                + " uses; turn off swap or lower scale");
      }
    }
    return new Section("Warnings", List.of(), lines);
  }

  private static double swapKiB(Cycle cycle) {
    return cycle.after().swapKiB();
  }
}
