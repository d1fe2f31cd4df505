package snapbench.report.chart;

import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * How a sample lies. Quartiles are of type 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50 (1996), 361–365.
 */
record Quartiles(int count, double lower, double median, double upper, double highest) {

  /** Of values that are known and finite, at least one. */
  static Quartiles of(double[] values) {
    double[] of =
        Quantile.withDefaults()
            .withCopy(true)
            .with(EstimationMethod.HF7)
            .evaluate(values, 0.25, 0.5, 0.75, 1);
    return new Quartiles(values.length, of[0], of[1], of[2], of[3]);
  }
}
