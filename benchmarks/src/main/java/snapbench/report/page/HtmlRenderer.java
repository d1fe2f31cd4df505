package snapbench.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import snapbench.report.Report;

/**
 * Reports as one HTML page, with everything it needs inside: it opens from disk, and makes no
 * request. What comes from results is escaped by the template engine for the place where it stands.
 */
public final class HtmlRenderer {
  private HtmlRenderer() {}

  /**
   * Renders a page.
   *
   * @param reports at least one; the first gives the page its title
   */
  public static String render(List<Report> reports) {
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", Page.of(reports), page);
    return page.toString();
  }
}
