package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import snapbench.analysis.comparison.Comparison;
import snapbench.report.cell.ComparedNames;
import snapbench.report.headline.ComparisonHeadlines;
import snapbench.report.model.Section;
import snapbench.report.section.ComparisonSections;
import snapbench.report.section.PlantedLeakSection;

/** What a comparison says: warnings first, then speed, then what there is to explore. */
public final class ComparisonReport {
  private ComparisonReport() {}

  /**
   * The report on a comparison.
   *
   * @param title its title
   * @param warnings what else differs between the two sides, one line each
   * @param comparison the comparison
   */
  public static Report of(String title, List<String> warnings, Comparison comparison) {
    ComparedNames names = new ComparedNames(comparison);
    List<Section> sections = new ArrayList<>();
    sections.add(PlantedLeakSection.of(names.cells()));
    sections.add(Section.list("Warnings: what else differs", warnings));
    sections.addAll(ComparisonSections.of(comparison, names));
    return new Report(
        title,
        ComparisonHeadlines.of(comparison, names),
        sections.stream().filter(section -> !section.isEmpty()).toList(),
        List.of());
  }
}
