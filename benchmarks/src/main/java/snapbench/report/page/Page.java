package snapbench.report.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import snapbench.report.Report;
import snapbench.report.cell.CellStyle;
import snapbench.report.cell.CellStyles;
import snapbench.report.model.Attachment;
import snapbench.report.model.Chart;
import snapbench.report.model.Headline;
import snapbench.report.model.Section;

/**
 * What the template of a page shows.
 *
 * @param title its title
 * @param alerts what must not be overlooked, and so stands before everything else
 * @param headlines what the cells came to, worst first, as many as the first screen has room for
 * @param moreHeadlines the others
 * @param lead the chart of the first screen; null if there is none
 * @param parts the reports
 * @param legend every cell of the charts, as it is drawn
 * @param attachments files to be saved
 * @param chartData the charts' specifications as JSON that may stand within a script element
 * @param inlined the page's style and scripts, with the policy that allows these alone
 */
public record Page(
    String title,
    List<PageSection> alerts,
    List<Headline> headlines,
    List<Headline> moreHeadlines,
    @Nullable PageChart lead,
    List<PagePart> parts,
    List<CellStyle> legend,
    List<PageAttachment> attachments,
    String chartData,
    PageAssets inlined) {
  private static final int FIRST_HEADLINES = 5;
  private static final String LEAD = "resident-set";

  /** Copies the lists. */
  public Page {
    alerts = List.copyOf(alerts);
    headlines = List.copyOf(headlines);
    moreHeadlines = List.copyOf(moreHeadlines);
    parts = List.copyOf(parts);
    legend = List.copyOf(legend);
    attachments = List.copyOf(attachments);
  }

  /**
   * The page of some reports.
   *
   * @param reports at least one
   */
  public static Page of(List<Report> reports) {
    List<Headline> headlines =
        reports.stream().flatMap(report -> report.headlines().stream()).toList();
    int first = Math.min(FIRST_HEADLINES, headlines.size());
    List<Attachment> files =
        reports.stream().flatMap(report -> report.attachments().stream()).toList();
    Optional<PageChart> lead = lead(reports);
    List<PagePart> parts = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      parts.add(PagePart.of(i + 1, reports.get(i), lead));
    }
    CellStyles styles = styles(reports);
    return new Page(
        reports.get(0).title(),
        parts.stream().flatMap(part -> part.alerts().stream()).toList(),
        headlines.subList(0, first),
        headlines.subList(first, headlines.size()),
        lead.orElse(null),
        parts,
        styles.styles(),
        PageAttachment.of(files),
        ChartJson.of(specifications(reports, styles)),
        PageAssets.ofClasspath());
  }

  /** The first chart of the resident set. */
  private static Optional<PageChart> lead(List<Report> reports) {
    for (int i = 0; i < reports.size(); i++) {
      for (Chart chart : charts(reports.get(i))) {
        if (chart.id().equals(LEAD)) {
          return Optional.of(PageChart.of(i + 1, chart));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Chart> charts(Report report) {
    return report.sections().stream().map(Section::charts).flatMap(List::stream).toList();
  }

  /** One style for each cell of the page, whichever report it is in. */
  private static CellStyles styles(List<Report> reports) {
    Set<String> labels = new LinkedHashSet<>();
    for (Report report : reports) {
      charts(report).forEach(chart -> labels.addAll(CellStyles.labels(chart.specification())));
    }
    return CellStyles.of(labels);
  }

  private static List<ChartJson.Entry> specifications(List<Report> reports, CellStyles styles) {
    List<ChartJson.Entry> entries = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      for (Chart chart : charts(reports.get(i))) {
        ObjectNode specification = chart.specification();
        styles.applyTo(specification);
        entries.add(new ChartJson.Entry(PageChart.id(i + 1, chart), specification));
      }
    }
    return entries;
  }

  /** Whether there is something to filter. */
  public boolean hasLegend() {
    return legend.size() > 1;
  }

  /** Every chart's and section's place in the contents is by its part. */
  public boolean hasSeveralParts() {
    return parts.size() > 1;
  }
}
