package snapbench.report;

import java.util.List;
import java.util.stream.Stream;
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

  /** The report on one run. */
  public static Report of(Run run) {
    List<Variant> variants = Variants.of(run.cells());
    List<Section> sections =
        Stream.of(
                new MemorySection(variants).section(),
                GrowthSection.of(variants),
                LedgerSection.of(variants),
                LeverSection.of(variants),
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
