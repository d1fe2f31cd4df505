package snapbench.cli.judge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.verdict.Quantity;
import snapbench.results.csv.HeadingUnit;
import snapbench.results.csv.MemoryUnit;
import snapbench.results.csv.SeriesTable;
import snapbench.results.files.InvalidInputException;

/**
 * What each column is measured in: as the option says, else as its heading does.
 *
 * @param others unit of columns whose headings have none; null if unknown
 * @param named unit by heading
 */
record ColumnUnits(@Nullable String others, Map<String, String> named) {
  private static final String OPTION = "--unit ";

  /**
   * Reads the option.
   *
   * @param values each {@code UNIT} or {@code COLUMN=UNIT}
   * @throws InvalidInputException if a value is empty, or a unit is given twice
   */
  static ColumnUnits parse(List<String> values) throws InvalidInputException {
    String others = null;
    Map<String, String> named = new LinkedHashMap<>();
    for (String value : values) {
      int equals = value.lastIndexOf('=');
      String unit = value.substring(equals + 1).strip();
      String column = equals < 0 ? "" : value.substring(0, equals).strip();
      if (unit.isEmpty() || (equals >= 0 && column.isEmpty())) {
        throw new InvalidInputException(
            OPTION + value + " is not possible; choose UNIT or COLUMN=UNIT, such as rss=MiB");
      }
      String before = equals < 0 ? others : named.put(column, unit);
      if (before != null) {
        throw new InvalidInputException(OPTION + value + " contradicts " + OPTION + before);
      }
      others = equals < 0 ? unit : others;
    }
    return new ColumnUnits(others, named);
  }

  /**
   * Checks that the columns with a unit are there.
   *
   * @throws InvalidInputException if one is not, naming those that are
   */
  void check(List<SeriesTable> tables) throws InvalidInputException {
    Set<String> headings = new LinkedHashSet<>();
    for (SeriesTable table : tables) {
      headings.add(table.axis().column().heading());
      table.columns().forEach(column -> headings.add(column.heading()));
    }
    for (String column : named.keySet()) {
      if (!headings.contains(column)) {
        throw new InvalidInputException(
            OPTION
                + (column + "=" + named.get(column))
                + " names no column that is judged; choose one of "
                + String.join(", ", headings));
      }
    }
  }

  /** The unit of a column: what is guessed comes after what an option says; empty if unknown. */
  String of(String heading) {
    String unit = named.containsKey(heading) ? named.get(heading) : HeadingUnit.of(heading);
    unit = unit != null ? unit : others != null ? others : HeadingUnit.guess(heading);
    return unit != null ? unit : "";
  }

  /** The unit of the axis, which {@code --unit UNIT} is not about; empty if unknown. */
  String ofAxis(String heading) {
    return new ColumnUnits(null, named).of(heading);
  }

  /** What the unit of a column is taken to be without being said; empty if nothing is. */
  String assumed(String heading) {
    boolean said = named.containsKey(heading) || others != null || HeadingUnit.of(heading) != null;
    return said || of(heading).isEmpty() ? "" : heading + " is in " + of(heading);
  }

  /** What a column is about; memory in KiB. */
  Quantity quantity(String heading) {
    String unit = of(heading);
    if (MemoryUnit.of(unit) != null) {
      return new Quantity(heading, Quantity.RSS.unit(), Quantity.Kind.MEMORY_KIB);
    }
    return HeadingUnit.isCounted(unit)
        ? new Quantity(heading, HeadingUnit.COUNT, Quantity.Kind.COUNT)
        : new Quantity(heading, unit, Quantity.Kind.OTHER);
  }

  /** What a value of a column is to be multiplied by. */
  double factor(String heading) {
    MemoryUnit memory = MemoryUnit.of(of(heading));
    return memory == null ? 1 : memory.kib();
  }
}
