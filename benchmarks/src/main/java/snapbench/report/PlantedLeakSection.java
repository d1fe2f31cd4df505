package snapbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.results.Cell;

/** Says first of all that what grows was planted, so that nobody takes it for a finding. */
final class PlantedLeakSection {
  private static final String PARAMETER = "leak";

  /** No leak. */
  static final String NONE = "none";

  private static final String OURS = "snapbench.";

  private PlantedLeakSection() {}

  static Section of(List<Variant> variants) {
    Map<String, List<String>> namesByLeak = new LinkedHashMap<>();
    for (Variant variant : variants) {
      String leak = leak(variant.first());
      if (!leak.equals(NONE)) {
        namesByLeak.computeIfAbsent(leak, key -> new ArrayList<>()).add(variant.name());
      }
    }
    List<String> lines = new ArrayList<>();
    namesByLeak.forEach(
        (leak, names) ->
            lines.add(
                "PLANTED LEAK "
                    + leak
                    + " in "
                    + String.join("; ", names)
                    + ": what grows there was planted and says nothing about the driver"));
    return Section.alert("Planted leak", lines);
  }

  /** Another project's benchmark may have a parameter of that name, which means something else. */
  static String leak(Cell cell) {
    return cell.benchmark().startsWith(OURS) ? cell.params().getOrDefault(PARAMETER, NONE) : NONE;
  }
}
