package snapbench.report.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import snapbench.report.Report;
import snapbench.report.model.Section;

/**
 * A report on a page.
 *
 * @param number from 1
 * @param title its title
 * @param sections its sections
 */
public record PagePart(int number, String title, List<PageSection> sections) {
  public PagePart {
    sections = List.copyOf(sections);
  }

  /** Its sections that stand at the beginning of the page. */
  List<PageSection> alerts() {
    return sections.stream().filter(each -> each.section().isAlert()).toList();
  }

  /** Its other sections. */
  public List<PageSection> others() {
    return sections.stream().filter(each -> !each.section().isAlert()).toList();
  }

  Stream<PageChart> charts() {
    return sections.stream().flatMap(section -> section.charts().stream());
  }

  static PagePart of(int number, Report report) {
    List<Section> sections = report.sections();
    return new PagePart(
        number,
        report.title(),
        IntStream.range(0, sections.size())
            .mapToObj(i -> PageSection.of(number, i + 1, sections.get(i)))
            .toList());
  }

  /** The same without the chart that stands on the first screen. */
  PagePart without(Optional<PageChart> lead) {
    String id = lead.map(PageChart::id).orElse("");
    return new PagePart(
        number, title, sections.stream().map(section -> section.without(id)).toList());
  }
}
