package snapbench.report.page;

import java.util.List;
import java.util.stream.Stream;
import snapbench.report.model.Section;

/**
 * A section on a page.
 *
 * @param id unique on the page
 * @param heading its heading
 * @param isAlert whether it must not be overlooked
 * @param isCommand whether its lines are commands, to be copied as they are
 * @param charts its charts
 * @param tables its tables, as many as a browser shows at ease
 * @param lines what is listed after the tables
 * @param notes what was left out, if anything was
 */
public record PageSection(
    String id,
    String heading,
    boolean isAlert,
    boolean isCommand,
    List<PageChart> charts,
    List<PageTable> tables,
    List<String> lines,
    List<String> notes) {
  private static final int MOST_TABLES = 12;
  private static final int MOST_LINES = 300;

  /** Copies the lists. */
  public PageSection {
    charts = List.copyOf(charts);
    tables = List.copyOf(tables);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  static PageSection of(int part, int number, Section section) {
    return new PageSection(
        "section-" + part + "-" + number,
        section.heading(),
        section.isAlert(),
        section.role() == Section.Role.COMMAND,
        section.charts().stream().map(chart -> PageChart.of(part, chart)).toList(),
        section.tables().stream().limit(MOST_TABLES).map(PageTable::of).toList(),
        section.lines().stream().limit(MOST_LINES).toList(),
        Stream.concat(
                leftOut(section.tables().size() - MOST_TABLES, "table"),
                leftOut(section.lines().size() - MOST_LINES, "line"))
            .toList());
  }

  private static Stream<String> leftOut(int count, String what) {
    return count > 0
        ? Stream.of(
            "%s more %s left out of this page; series.csv and report.md have what they show."
                .formatted(count, what + (count == 1 ? " is" : "s are")))
        : Stream.of();
  }

  /** The same without a chart. */
  PageSection without(String chartId) {
    return new PageSection(
        id,
        heading,
        isAlert,
        isCommand,
        charts.stream().filter(chart -> !chart.id().equals(chartId)).toList(),
        tables,
        lines,
        notes);
  }
}
