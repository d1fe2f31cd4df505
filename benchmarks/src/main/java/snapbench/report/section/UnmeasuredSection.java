package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import snapbench.model.Fork;
import snapbench.report.cell.Cell;
import snapbench.report.model.Section;

/** The cells that failed, or that the driver does not support, with the reason. */
public final class UnmeasuredSection {
  private UnmeasuredSection() {}

  public static Section of(List<Cell> variants) {
    List<String> lines = new ArrayList<>();
    for (Cell variant : variants) {
      for (Cell fork : variant.perFork()) {
        Fork cell = fork.first();
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
