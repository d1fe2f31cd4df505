package snapbench.report;

import java.util.List;
import java.util.stream.Stream;
import snapbench.analysis.Thresholds;
import snapbench.results.Looks;
import snapbench.results.Run;

/**
 * A report: what every format shows.
 *
 * @param title its title
 * @param headlines what each variant came to, worst first
 * @param sections its parts, none of them empty
 * @param attachments files that a page carries along
 */
public record Report(
    String title, List<Headline> headlines, List<Section> sections, List<Attachment> attachments) {
  /** Copies the lists. */
  public Report {
    headlines = List.copyOf(headlines);
    sections = List.copyOf(sections);
    attachments = List.copyOf(attachments);
  }

  /** A report of sections alone. */
  public Report(String title, List<Section> sections) {
    this(title, List.of(), sections, List.of());
  }

  /** The same, carrying these files along. */
  public Report withAttachments(List<Attachment> files) {
    return new Report(title, headlines, sections, files);
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
    Looks looks = Looks.of(run.cells());
    List<Variant> variants = Variants.of(looks.counting());
    RunCharts charts = RunCharts.of(run, variants, thresholds);
    List<Section> sections =
        Stream.of(
                PlantedLeakSection.of(variants),
                VerdictSection.of(variants, thresholds).withCharts(charts.residentSet()),
                LookSection.of(looks, variants),
                new MemorySection(variants).section(),
                GrowthSection.of(variants).withCharts(charts.peaks()),
                LedgerSection.of(variants, thresholds).withCharts(charts.ledger()),
                LeverSection.of(variants, thresholds),
                DescriptorSection.of(variants).withCharts(charts.descriptors()),
                new SpeedSection(run, variants).section().withCharts(charts.speed()),
                PhaseSection.of(variants).withCharts(charts.phases()),
                Warnings.of(variants),
                UnmeasuredSection.of(variants))
            .filter(section -> !section.isEmpty())
            .toList();
    return new Report("Run " + run.path().getFileName(), sections);
  }
}
