package snapbench.report.page;

import java.util.List;
import java.util.stream.Stream;
import snapbench.report.model.Section;

/**
 * A section on a page.
 *
 * @param id unique on the page
 * @param section the section
 * @param charts its charts, as the page has them
 */
public record PageSection(String id, Section section, List<PageChart> charts) {
  private static final int MOST_TABLES = 12;
  private static final int MOST_LINES = 300;

  public PageSection {
    charts = List.copyOf(charts);
  }

  static PageSection of(int part, int number, Section section) {
    return new PageSection(
        "section-" + part + "-" + number,
        section,
        section.charts().stream().map(chart -> PageChart.of(part, chart)).toList());
  }

  /** Its tables, as many as a browser shows at ease. */
  public List<PageTable> tables() {
    return section.tables().stream().limit(MOST_TABLES).map(PageTable::of).toList();
  }

  /** What is listed after the tables, likewise. */
  public List<String> lines() {
    return section.lines().stream().limit(MOST_LINES).toList();
  }

  /** What was left out, if anything was. */
  public List<String> notes() {
    return Stream.concat(
            leftOut(section.tables().size() - MOST_TABLES, "table"),
            leftOut(section.lines().size() - MOST_LINES, "line"))
        .toList();
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
        id, section, charts.stream().filter(chart -> !chart.id().equals(chartId)).toList());
  }
}
