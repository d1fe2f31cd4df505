package snapbench.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.model.Cell;
import snapbench.report.cell.CellTitle;
import snapbench.report.model.Section;

/** Says first of all that what grows was planted, so that nobody takes it for a finding. */
public final class PlantedLeakSection {
  private PlantedLeakSection() {}

  /** An alert; it has no lines if nothing was planted. */
  public static Section of(List<Cell> cells) {
    Map<String, String> namesByLeak = new LinkedHashMap<>();
    for (Cell cell : cells) {
      String leak = cell.first().plantedLeak();
      if (!leak.equals(CellTitle.NO_LEAK)) {
        namesByLeak.merge(leak, cell.name(), (names, name) -> names + "; " + name);
      }
    }
    List<String> lines = new ArrayList<>();
    namesByLeak.forEach(
        (leak, names) ->
            lines.add(
                "PLANTED LEAK %s in %s: what grows there was planted and says nothing about the driver"
                    .formatted(leak, names)));
    return Section.list("Planted leak", lines).as(Section.Role.ALERT);
  }
}
