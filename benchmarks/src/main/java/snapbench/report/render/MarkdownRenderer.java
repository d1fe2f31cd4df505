package snapbench.report.render;

import java.util.List;
import java.util.stream.Collectors;
import snapbench.report.Report;
import snapbench.report.model.Headline;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.text.MarkdownText;

/** A report as Markdown with tables, as GitHub shows them. */
public final class MarkdownRenderer {
  /** Begins what GitHub shows in red. */
  private static final String ALERT = "\n> [!CAUTION]\n";

  private MarkdownRenderer() {}

  /** Renders a report; each line ends with a newline. */
  public static String render(Report report) {
    StringBuilder text =
        new StringBuilder("# ").append(MarkdownText.escaped(report.title())).append('\n');
    report.alerts().forEach(section -> text.append(section(section)));
    if (!report.headlines().isEmpty()) {
      text.append('\n');
      report.headlines().forEach(headline -> text.append(headline(headline)));
    }
    report.others().forEach(section -> text.append(section(section)));
    return text.toString();
  }

  private static String headline(Headline headline) {
    String verdict = headline.verdict() == null ? "" : "**" + headline.verdict() + "** ";
    return "- " + verdict + MarkdownText.line(headline.sentences()) + "\n";
  }

  private static String section(Section section) {
    StringBuilder text =
        new StringBuilder("\n## ").append(MarkdownText.escaped(section.heading())).append('\n');
    section.curves().forEach(curves -> text.append('\n').append(MermaidChart.render(curves)));
    section.tables().forEach(table -> text.append('\n').append(table(table)));
    if (section.role() == Section.Role.COMMAND) {
      text.append('\n').append(MarkdownText.fenced("sh", String.join("\n", section.lines())));
    } else if (!section.lines().isEmpty()) {
      text.append(section.isAlert() ? ALERT : "\n");
      String quote = section.isAlert() ? "> " : "";
      for (String line : section.lines()) {
        text.append(quote).append("- ").append(MarkdownText.line(line)).append('\n');
      }
    }
    return text.toString();
  }

  private static String table(Table table) {
    List<String> headings = table.columns().stream().map(Table.Column::heading).toList();
    String rule =
        table.columns().stream()
            .map(column -> column.numeric() ? "---:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |\n"));
    return row(headings)
        + rule
        + table.rows().stream().map(MarkdownRenderer::row).collect(Collectors.joining());
  }

  private static String row(List<String> texts) {
    return texts.stream()
        .map(MarkdownText::escaped)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
