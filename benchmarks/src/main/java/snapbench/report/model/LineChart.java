package snapbench.report.model;

import java.util.List;
import java.util.Objects;

/**
 * A few curves over a common axis, few and short enough to be drawn in text.
 *
 * @param title what they show
 * @param xTitle what the axis counts, such as {@code cycle}
 * @param xTo where the axis ends; it begins at 0
 * @param yTitle what is shown, with its unit
 * @param curves one or more
 */
public record LineChart(
    String title, String xTitle, double xTo, String yTitle, List<Curve> curves) {
  public LineChart {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(xTitle, "xTitle");
    Objects.requireNonNull(yTitle, "yTitle");
    curves = List.copyOf(curves);
  }

  /**
   * A curve.
   *
   * @param name its name, as in every table
   * @param values at equal distances over the whole axis, all known
   */
  public record Curve(String name, List<Double> values) {
    public Curve {
      Objects.requireNonNull(name, "name");
      values = List.copyOf(values);
    }
  }
}
