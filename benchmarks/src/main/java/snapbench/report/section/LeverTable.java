package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import snapbench.model.Cell;
import snapbench.report.cell.LeverSettings;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;

/** How each allocator setting was made, as one writes it elsewhere. */
public final class LeverTable {
  private LeverTable() {}

  public static Section of(List<Cell> cells) {
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      String settings = LeverSettings.of(cell.first());
      if (!settings.isEmpty()) {
        rows.add(List.of(cell.name(), settings));
      }
    }
    return new Section(
            "Settings of the allocator",
            List.of(new Table(List.of(Column.text("Variant"), Column.text("Settings")), rows)),
            List.of())
        .as(Section.Role.DETAIL);
  }
}
