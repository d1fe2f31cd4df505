package snapbench.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import snapbench.report.Report;
import snapbench.report.cell.CellStyle;
import snapbench.report.cell.CellStyles;
import snapbench.report.model.Attachment;
import snapbench.report.model.Headline;

/**
 * What the template of a page shows. The page has everything it needs inside: it opens from disk,
 * and makes no request. What comes from results is escaped by the template engine.
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
  private static final String LEAD = "chart-\\d+-resident-set";

  public Page {
    alerts = List.copyOf(alerts);
    headlines = List.copyOf(headlines);
    moreHeadlines = List.copyOf(moreHeadlines);
    parts = List.copyOf(parts);
    legend = List.copyOf(legend);
    attachments = List.copyOf(attachments);
  }

  /** Some reports, of which the first gives the page its title, as HTML. */
  public static String html(List<Report> reports) {
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", of(reports), page);
    return page.toString();
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
    List<PagePart> parts =
        IntStream.rangeClosed(1, reports.size())
            .mapToObj(i -> PagePart.of(i, reports.get(i - 1)))
            .toList();
    List<PageChart> drawn = parts.stream().flatMap(PagePart::charts).toList();
    Optional<PageChart> lead = drawn.stream().filter(each -> each.id().matches(LEAD)).findFirst();
    // one style for each cell of the page, whichever report it is in
    CellStyles styles =
        CellStyles.of(
            drawn.stream()
                .flatMap(chart -> CellStyles.labels(chart.specification()).stream())
                .toList());
    drawn.forEach(chart -> styles.applyTo(chart.specification()));
    return new Page(
        reports.get(0).title(),
        parts.stream().flatMap(part -> part.alerts().stream()).toList(),
        headlines.subList(0, first),
        headlines.subList(first, headlines.size()),
        lead.orElse(null),
        parts.stream().map(part -> part.without(lead)).toList(),
        styles.styles(),
        PageAttachment.of(files),
        ChartJson.of(drawn),
        PageAssets.ofClasspath());
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
