package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Cell;
import snapbench.report.cell.ComparedNames;
import snapbench.report.cell.JudgedRun;
import snapbench.report.cell.ScoredCell;
import snapbench.report.cell.ShownCells;
import snapbench.report.chart.CycleTimeChart;
import snapbench.report.chart.DescriptorChart;
import snapbench.report.chart.LedgerChart;
import snapbench.report.chart.PeakChart;
import snapbench.report.chart.RssChart;
import snapbench.report.chart.ScoreCharts;
import snapbench.report.chart.TimesChart;
import snapbench.report.headline.ComparisonHeadlines;
import snapbench.report.headline.Headlines;
import snapbench.report.headline.ResultHeadlines;
import snapbench.report.model.Attachment;
import snapbench.report.model.Headline;
import snapbench.report.model.Section;
import snapbench.report.section.CommandSection;
import snapbench.report.section.ComparisonSections;
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

  /** Copies the lists; a section with nothing in it is left out. */
  public Report {
    headlines = List.copyOf(headlines);
    sections = sections.stream().filter(section -> !section.isEmpty()).toList();
    attachments = List.copyOf(attachments);
  }

  /** A report that carries nothing along. */
  public Report(String title, List<Headline> headlines, List<Section> sections) {
    this(title, headlines, sections, List.of());
  }

  /** A report of sections alone. */
  public Report(String title, List<Section> sections) {
    this(title, List.of(), sections);
  }

  /** The same, carrying these files along. */
  public Report withAttachments(List<Attachment> files) {
    return new Report(title, headlines, sections, files);
  }

  /** The report on one run, judged by the default thresholds. */
  public static Report of(Run run) {
    return of(new JudgedRun(Runs.of(run), Thresholds.STANDARD), null);
  }

  /**
   * The report on a comparison: warnings first, then speed, then what there is to explore.
   *
   * @param warnings what else differs between the two sides, one line each
   */
  public static Report of(String title, List<String> warnings, Comparison comparison) {
    ComparedNames names = new ComparedNames(comparison);
    ComparisonSections compared = new ComparisonSections(comparison, names);
    List<Section> sections = new ArrayList<>();
    sections.add(PlantedLeakSection.of(names.cells()));
    List<String> told = Stream.of(warnings, compared.countedAgain()).flatMap(List::stream).toList();
    sections.add(Section.list("Warnings: what else differs", told));
    sections.addAll(compared.all());
    return new Report(title, ComparisonHeadlines.of(comparison, names), sections);
  }

  /**
   * The report on the runs of one machine.
   *
   * @param comparison what was compared within them; null for nothing
   */
  public static Report of(JudgedRun judged, @Nullable Report comparison) {
    List<Cell> all = judged.cells();
    List<Cell> others = all.stream().filter(cell -> !cell.isObserved()).toList();
    List<Cell> observed = all.stream().filter(Cell::isObserved).toList();
    List<Headline> headlines =
        new ArrayList<>(comparison == null ? List.of() : comparison.headlines());
    headlines.addAll(Headlines.of(judged.observed(), judged.merged().environment()));
    headlines.addAll(ResultHeadlines.of(ScoredCell.of(others, judged.merged().results())));
    return new Report(
        (judged.runs().size() == 1 ? "Run " : "Runs ") + String.join(", ", judged.names()),
        headlines,
        Stream.concat(
                findings(judged, observed, comparison).stream(),
                details(judged, observed, comparison != null).stream())
            .toList());
  }

  private static List<Section> findings(
      JudgedRun judged, List<Cell> observed, @Nullable Report comparison) {
    Run run = judged.merged();
    List<ScoredCell> scored = ScoredCell.of(judged.cells(), run.results());
    ShownCells shown = ShownCells.of(judged.observed(), judged.cells());
    List<Section> sections = new ArrayList<>();
    sections.add(
        Section.list(
                "Incomplete",
                judged.runs().stream().flatMap(each -> each.missing().stream()).toList())
            .as(Section.Role.ALERT));
    sections.add(PlantedLeakSection.of(observed));
    sections.add(MemorySection.of(observed, judged));
    sections.add(GrowthSection.of(observed).withCharts(PeakChart.of(shown)));
    sections.add(VerdictSection.of(judged.observed()).withCharts(RssChart.of(shown)));
    sections.add(LookSection.of(judged.looks(), observed));
    if (comparison != null) {
      sections.addAll(inlined(comparison));
    }
    sections.add(
        SpeedSection.of(scored)
            .withCharts(ScoreCharts.of(scored, shown))
            .withCharts(CycleTimeChart.of(shown)));
    sections.add(PercentileSection.of(scored));
    sections.add(SecondarySection.of(scored));
    sections.add(
        PhaseSection.of(observed)
            .withCharts(TimesChart.phases(shown))
            .withCharts(TimesChart.waits(shown)));
    sections.add(DescriptorSection.of(observed).withCharts(DescriptorChart.of(shown)));
    sections.add(LedgerSection.of(observed, judged).withCharts(LedgerChart.of(shown)));
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
    return with(Stream.concat(Stream.of(section), sections.stream()));
  }

  /** This report with a list at its end, if there is anything in it. */
  public Report withLast(String heading, List<String> lines) {
    Section last = Section.list(heading, lines).as(Section.Role.DETAIL);
    return with(Stream.concat(sections.stream(), Stream.of(last)));
  }

  private Report with(Stream<Section> others) {
    return new Report(title, headlines, others.toList(), attachments);
  }
}
