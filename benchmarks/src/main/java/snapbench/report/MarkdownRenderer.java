package snapbench.report;

import java.util.List;
import java.util.stream.Collectors;

/** A report as Markdown with tables, as GitHub shows them. */
public final class MarkdownRenderer {
  /** Begins what GitHub shows in red. */
  private static final String ALERT = "\n> [!CAUTION]\n";

  private MarkdownRenderer() {}

  /** Renders a report; each line ends with a newline. */
  public static String render(Report report) {
    StringBuilder text = new StringBuilder("# ").append(escaped(report.title())).append('\n');
    for (Section section : report.sections()) {
      text.append("\n## ").append(escaped(section.heading())).append('\n');
      section.tables().forEach(table -> text.append('\n').append(table(table)));
      if (!section.lines().isEmpty()) {
        text.append(section.isAlert() ? ALERT : "\n");
        String quote = section.isAlert() ? "> " : "";
        for (String line : section.lines()) {
          text.append(quote).append("- ").append(escaped(line)).append('\n');
        }
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
        .map(MarkdownRenderer::escaped)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Keeps characters that mean something in Markdown, or in HTML within it, as they are. */
  private static String escaped(String text) {
    return text.replaceAll("([\\\\|*_`<>\\[\\]])", "\\\\$1").replaceAll("\\R", " ");
  }
}
