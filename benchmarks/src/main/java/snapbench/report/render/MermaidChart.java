package snapbench.report.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import snapbench.report.model.LineChart;
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
    String lines =
        curves.curves().stream()
            .map(
                curve ->
                    curve.values().stream()
                        .map(MermaidChart::number)
                        .collect(Collectors.joining(", ", "  line [", "]\n")))
            .collect(Collectors.joining());
    return """
    ```mermaid
    %%%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "%s"}}}}%%%%
    xychart-beta
      title "%s"
      x-axis "%s" 0 --> %s
      y-axis "%s" 0 --> %s
    %s```

    %s
    """
        .formatted(
            String.join(", ", COLOURS),
            curves.title(),
            curves.xTitle(),
            number(curves.xTo()),
            curves.yTitle(),
            number(Math.max(1, Math.ceil(highest * 1.05))),
            lines,
            legend(curves));
  }

  private static String legend(LineChart curves) {
    List<LineChart.Curve> drawn = curves.curves();
    return IntStream.range(0, drawn.size())
        .mapToObj(
            i -> NAMES.get(i % NAMES.size()) + ": " + MarkdownText.escaped(drawn.get(i).name()))
        .collect(Collectors.joining("; ", "", "."));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
  }
}
