package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import snapbench.results.Cell;

/** The cells that failed, or that the driver does not support, with the reason. */
final class UnmeasuredSection {
  private UnmeasuredSection() {}

  static Section of(List<Variant> variants) {
    List<String> lines = new ArrayList<>();
    for (Variant variant : variants) {
      for (Variant fork : variant.perFork()) {
        Cell cell = fork.first();
        switch (cell.state()) {
          case MEASURED -> {}
          case UNSUPPORTED -> lines.add(fork.name() + ": unsupported: " + cell.reason());
          case FAILED -> lines.add(fork.name() + ": failed: " + cell.reason());
        }
      }
    }
    return new Section("Not measured", List.of(), lines);
  }
}
