package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.report.model.Section;

/** The forks that failed, or that the driver does not support, with the reason. */
public final class UnmeasuredSection {
  private UnmeasuredSection() {}

  public static Section of(List<Cell> cells) {
    List<String> lines = new ArrayList<>();
    for (Cell single : Cell.perFork(cells)) {
      Fork fork = single.first();
      switch (fork.state()) {
        case MEASURED -> {}
        case UNSUPPORTED -> lines.add(single.name() + ": unsupported: " + fork.reason());
        case FAILED -> lines.add(single.name() + ": failed: " + fork.reason());
      }
    }
    return Section.list("Not measured", lines);
  }
}
