package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import snapbench.report.Table.Column;

/** How each allocator setting was made, as one writes it elsewhere. */
final class LeverTable {
  private LeverTable() {}

  static Section of(List<Variant> variants) {
    List<List<String>> rows = new ArrayList<>();
    for (Variant variant : variants) {
      String settings = LeverSettings.of(variant.first());
      if (!settings.isEmpty()) {
        rows.add(List.of(variant.name(), settings));
      }
    }
    return new Section(
            "Settings of the allocator",
            List.of(new Table(List.of(Column.text("Variant"), Column.text("Settings")), rows)),
            List.of())
        .as(Section.Role.DETAIL);
  }
}
