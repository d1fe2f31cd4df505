package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Cell;
import snapbench.report.cell.JudgedRun;
import snapbench.report.cell.ScoredCell;
import snapbench.report.chart.RunCharts;
import snapbench.report.headline.Headlines;
import snapbench.report.headline.ResultHeadlines;
import snapbench.report.model.Attachment;
import snapbench.report.model.Headline;
import snapbench.report.model.Section;
import snapbench.report.section.CommandSection;
import snapbench.report.section.DescriptorSection;
import snapbench.report.section.DriverSection;
import snapbench.report.section.EnvironmentSection;
import snapbench.report.section.GrowthSection;
import snapbench.report.section.LedgerSection;
import snapbench.report.section.LeverSection;
import snapbench.report.section.LiveSection;
import snapbench.report.section.LookSection;
import snapbench.report.section.MemorySection;
import snapbench.report.section.MethodSection;
import snapbench.report.section.PeakSection;
import snapbench.report.section.PercentileSection;
import snapbench.report.section.PhaseSection;
import snapbench.report.section.PlantedLeakSection;
import snapbench.report.section.SecondarySection;
import snapbench.report.section.SpeedSection;
import snapbench.report.section.UnmeasuredSection;
import snapbench.report.section.VerdictSection;
import snapbench.report.section.Warnings;
import snapbench.results.folder.Run;
import snapbench.results.folder.Runs;

/**
 * A report: what every format shows.
 *
 * @param title its title
 * @param headlines what was compared, then what each cell came to, worst first
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
    return of(JudgedRun.of(Runs.of(run), thresholds), null);
  }

  /**
   * The report on the runs of one machine.
   *
   * @param comparison what was compared within them; null for nothing
   */
  public static Report of(JudgedRun judged, @Nullable Report comparison) {
    List<Section> sections = new ArrayList<>();
    List<Cell> all = judged.cells();
    List<Cell> others = all.stream().filter(cell -> !cell.isObserved()).toList();
    List<Cell> observed = all.stream().filter(Cell::isObserved).toList();
    sections.addAll(findings(judged, observed, comparison));
    sections.addAll(details(judged, observed, comparison != null));
    List<Headline> headlines =
        new ArrayList<>(comparison == null ? List.of() : comparison.headlines());
    headlines.addAll(Headlines.of(judged.observed(), judged.merged().environment()));
    headlines.addAll(ResultHeadlines.of(ScoredCell.of(others, judged.merged().results())));
    return new Report(
        (judged.runs().size() == 1 ? "Run " : "Runs ") + String.join(", ", judged.names()),
        headlines,
        sections.stream().filter(section -> !section.isEmpty()).toList(),
        List.of());
  }

  private static List<Section> findings(
      JudgedRun judged, List<Cell> observed, @Nullable Report comparison) {
    Run run = judged.merged();
    List<ScoredCell> scored = ScoredCell.of(judged.cells(), run.results());
    RunCharts charts = RunCharts.of(judged, scored);
    List<Section> sections = new ArrayList<>();
    sections.add(PlantedLeakSection.of(observed));
    sections.add(new MemorySection(observed, judged).section());
    sections.add(GrowthSection.of(observed).withCharts(charts.peaks()));
    sections.add(VerdictSection.of(judged.observed()).withCharts(charts.residentSet()));
    sections.add(LookSection.of(judged.looks(), observed));
    if (comparison != null) {
      sections.addAll(inlined(comparison));
    }
    sections.add(SpeedSection.of(scored).withCharts(charts.speed()));
    sections.add(PercentileSection.of(scored));
    sections.add(SecondarySection.of(scored));
    sections.add(PhaseSection.of(observed).withCharts(charts.phases()));
    sections.add(DescriptorSection.of(observed).withCharts(charts.descriptors()));
    sections.add(LedgerSection.of(observed, judged).withCharts(charts.ledger()));
    sections.add(LeverSection.of(judged.observed(), judged.runParameter()));
    sections.add(PeakSection.of(observed).as(Section.Role.DETAIL));
    sections.add(LiveSection.of(observed).as(Section.Role.DETAIL));
    sections.add(Warnings.of(judged));
    sections.add(UnmeasuredSection.of(judged.cells()));
    return sections;
  }

  /** For who doubts it, or wants to repeat it. */
  private static List<Section> details(JudgedRun judged, List<Cell> observed, boolean isCompared) {
    return List.of(
        EnvironmentSection.of(judged),
        DriverSection.of(observed),
        LeverSection.settings(observed),
        CommandSection.of(judged.runs()),
        MethodSection.of(judged, isCompared));
  }

  /** A comparison's sections as parts of another report, which has said what was planted. */
  private static List<Section> inlined(Report comparison) {
    return comparison.sections().stream()
        .filter(section -> !section.isAlert())
        .map(section -> section.withHeading(comparison.title() + ". " + section.heading()))
        .toList();
  }

  /** Its sections that must not be overlooked, which come before everything else. */
  public List<Section> alerts() {
    return sections.stream().filter(Section::isAlert).toList();
  }

  /** Its other sections. */
  public List<Section> others() {
    return sections.stream().filter(section -> !section.isAlert()).toList();
  }

  /** This report with a section at its beginning. */
  public Report withFirst(Section section) {
    return new Report(
        title,
        headlines,
        Stream.concat(Stream.of(section), sections.stream()).toList(),
        attachments);
  }

  /** This report with a list at its end; itself if there is nothing in it. */
  public Report withLast(String heading, List<String> lines) {
    Section last = new Section(heading, List.of(), lines).as(Section.Role.DETAIL);
    return last.isEmpty()
        ? this
        : new Report(
            title,
            headlines,
            Stream.concat(sections.stream(), Stream.of(last)).toList(),
            attachments);
  }
}
