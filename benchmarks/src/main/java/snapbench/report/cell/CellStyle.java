package snapbench.report.cell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a cell is drawn. Colour is never the only sign.
 *
 * @param label its name in charts and in the legend
 * @param colour as in CSS, for instance {@code #0072B2}
 * @param dash lengths of strokes and gaps in pixels
 * @param shape of its points
 */
public record CellStyle(String label, String colour, List<Integer> dash, Shape shape) {
  public CellStyle {
    dash = List.copyOf(dash);
  }

  /** The dash as SVG has it. */
  public String dashes() {
    return dash.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** A point's shape. */
  public enum Shape {
    /** A disc. */
    CIRCLE("M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0Z"),
    /** A square. */
    SQUARE("M-4,-4h8v8h-8Z"),
    /** A triangle on its side. */
    TRIANGLE_UP("M0,-5L5,4H-5Z"),
    /** A square on its corner. */
    DIAMOND("M0,-5L4,0L0,5L-4,0Z"),
    /** A plus. */
    CROSS("M-5,-2h3v-3h4v3h3v4h-3v3h-4v-3h-3Z"),
    /** A triangle on its corner. */
    TRIANGLE_DOWN("M0,5L5,-4H-5Z");

    private final String path;

    Shape(String path) {
      this.path = path;
    }

    /** Its name in Vega. */
    public String vegaName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its outline as an SVG path, about 10 pixels wide, around the origin. */
    public String path() {
      return path;
    }
  }
}
