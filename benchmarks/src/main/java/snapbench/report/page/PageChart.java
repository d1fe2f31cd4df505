package snapbench.report.page;

import snapbench.report.model.Chart;

/**
 * A chart on a page; its specification is with those of the others.
 *
 * @param id unique on the page
 * @param title what it shows
 * @param summary what is to be seen in it
 * @param table its figures
 */
public record PageChart(String id, String title, String summary, PageTable table) {
  static PageChart of(int part, Chart chart) {
    return new PageChart(
        id(part, chart), chart.title(), chart.summary(), PageTable.of(chart.table()));
  }

  static String id(int part, Chart chart) {
    return "chart-" + part + "-" + chart.id();
  }
}
