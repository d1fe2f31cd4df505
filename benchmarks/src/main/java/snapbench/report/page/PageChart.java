package snapbench.report.page;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.databind.node.ObjectNode;
import snapbench.report.model.Chart;

/**
 * A chart on a page. As JSON it is what the page's script needs to draw it.
 *
 * @param id unique on the page
 * @param title what it shows
 * @param summary what is to be seen in it
 * @param table its figures
 * @param specification in Vega-Lite, of the page alone
 */
@JsonIncludeProperties({"id", "specification"})
public record PageChart(
    String id, String title, String summary, PageTable table, ObjectNode specification) {
  static PageChart of(int part, Chart chart) {
    return new PageChart(
        "chart-" + part + "-" + chart.id(),
        chart.title(),
        chart.summary(),
        PageTable.of(chart.table()),
        chart.specification());
  }
}
