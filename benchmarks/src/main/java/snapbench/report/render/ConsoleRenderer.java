package snapbench.report.render;

import java.util.List;
import snapbench.report.Report;
import snapbench.report.model.Headline;
import snapbench.report.model.Section;
import snapbench.report.text.PlainText;

/** A report as aligned plain text. */
public final class ConsoleRenderer {
  private static final int HEADLINE_WIDTH = 100;
  private static final String GAP = "  ";

  /** Bold and red, and neither again (ECMA-48, select graphic rendition). */
  private static final String RED = "\u001b[1;31m";

  private static final String PLAIN = "\u001b[0m";

  private ConsoleRenderer() {}

  /**
   * Renders a report; each line ends with a newline.
   *
   * @param coloured whether what must not be overlooked is red, as a terminal shows it
   */
  public static String render(Report report, boolean coloured) {
    StringBuilder text = new StringBuilder(PlainText.oneLine(report.title())).append('\n');
    for (Section section : report.alerts()) {
      String rendered = section(section);
      text.append('\n').append(coloured ? RED + rendered + PLAIN : rendered);
    }
    text.append(headlines(report.headlines()));
    for (Section section : report.others()) {
      if (section.role() == Section.Role.FINDING && !isPicture(section)) {
        text.append('\n').append(section(section));
      }
    }
    return text.toString();
  }

  private static boolean isPicture(Section section) {
    return section.tables().isEmpty() && section.lines().isEmpty();
  }

  /** Each begins with its verdict, and is broken into lines beside it. */
  private static String headlines(List<Headline> headlines) {
    StringBuilder text = new StringBuilder();
    int width = headlines.stream().mapToInt(headline -> verdict(headline).length()).max().orElse(0);
    String indent = GAP + (width == 0 ? "" : " ".repeat(width) + GAP);
    for (Headline headline : headlines) {
      List<String> lines =
          PlainText.wrapped(
              PlainText.oneLine(headline.sentences()), HEADLINE_WIDTH - indent.length());
      String verdict = verdict(headline);
      String first = GAP + verdict + " ".repeat(indent.length() - GAP.length() - verdict.length());
      text.append('\n').append(first).append(lines.get(0)).append('\n');
      lines.stream().skip(1).forEach(line -> text.append(indent).append(line).append('\n'));
    }
    return text.toString();
  }

  private static String verdict(Headline headline) {
    return headline.verdict() == null ? "" : headline.verdict().name();
  }

  private static String section(Section section) {
    StringBuilder text = new StringBuilder(PlainText.oneLine(section.heading())).append("\n\n");
    for (int i = 0; i < section.tables().size(); i++) {
      text.append(i > 0 ? "\n" : "");
      ConsoleTable.lines(section.tables().get(i))
          .forEach(line -> text.append(GAP).append(line).append('\n'));
    }
    section.lines().stream()
        .map(PlainText::oneLine)
        .forEach(line -> text.append(GAP).append(line).append('\n'));
    return text.toString();
  }
}
