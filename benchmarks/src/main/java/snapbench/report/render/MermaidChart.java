package snapbench.report.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import snapbench.report.model.LineChart;
import snapbench.report.model.LineChart.Curve;
import snapbench.report.text.MarkdownText;

/**
 * LineChart as a Mermaid diagram, which GitHub draws where the text is pasted: a picture in a file
 * beside the report would be left behind. Mermaid's charts have no legend; so the colours are set,
 * from those of M. Okabe and K. Ito ("Color universal design", 2008), which colour-blind readers
 * can tell apart, and named below.
 */
final class MermaidChart {
  private static final List<String> COLOURS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00");
  private static final List<String> NAMES = List.of("blue", "red", "green", "pink", "orange");

  private MermaidChart() {}

  /** The diagram, fenced, and its legend; each line ends with a newline. */
  static String render(LineChart curves) {
    double highest =
        curves.curves().stream()
            .flatMap(curve -> curve.values().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    StringBuilder text = new StringBuilder("```mermaid\n");
    text.append("%%{init: {\"themeVariables\": {\"xyChart\": {\"plotColorPalette\": \"")
        .append(String.join(", ", COLOURS))
        .append("\"}}}}%%\n")
        .append("xychart-beta\n")
        .append("  title \"")
        .append(curves.title())
        .append("\"\n")
        .append("  x-axis \"")
        .append(curves.xTitle())
        .append("\" 0 --> ")
        .append(number(curves.xTo()))
        .append('\n')
        .append("  y-axis \"")
        .append(curves.yTitle())
        .append("\" 0 --> ")
        .append(number(Math.max(1, Math.ceil(highest * 1.05))))
        .append('\n');
    for (Curve curve : curves.curves()) {
      text.append("  line [")
          .append(
              curve.values().stream().map(MermaidChart::number).collect(Collectors.joining(", ")))
          .append("]\n");
    }
    return text.append("```\n\n").append(legend(curves)).append('\n').toString();
  }

  private static String legend(LineChart curves) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < curves.curves().size(); i++) {
      names.add(
          NAMES.get(i % NAMES.size()) + ": " + MarkdownText.escaped(curves.curves().get(i).name()));
    }
    return String.join("; ", names) + ".";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
  }
}
