package snapbench.report;

import java.util.List;
import java.util.stream.Stream;
import snapbench.analysis.Thresholds;
import snapbench.results.Run;

/**
 * A report: what every format shows.
 *
 * @param title its title
 * @param sections its parts, none of them empty
 */
public record Report(String title, List<Section> sections) {
  /** Copies the list. */
  public Report {
    sections = List.copyOf(sections);
  }

  /** The report on one run, judged by the default thresholds. */
  public static Report of(Run run) {
    return of(run, Thresholds.STANDARD);
  }

  /**
   * The report on one run.
   *
   * @param thresholds what growth is too small to matter
   */
  public static Report of(Run run, Thresholds thresholds) {
    List<Variant> variants = Variants.of(run.cells());
    List<Section> sections =
        Stream.of(
                PlantedLeakSection.of(variants),
                VerdictSection.of(variants, thresholds),
                new MemorySection(variants).section(),
                GrowthSection.of(variants),
                DescriptorSection.of(variants),
                new SpeedSection(run, variants).section(),
                PhaseSection.of(variants),
                Warnings.of(variants),
                UnmeasuredSection.of(variants))
            .filter(section -> !section.isEmpty())
            .toList();
    return new Report("Run " + run.path().getFileName(), sections);
  }
}
