package snapbench.analysis.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/** A weighted mixture of shifted and scaled Student's t distributions of the same freedom. */
public final class StudentMixture {
  /** Nodes of less weight do not show in any digit. */
  private static final double LEAST_WEIGHT = 1e-12;

  /** A step of the search that is less than this part of the range does not show either. */
  private static final double EXACT = 1e-14;

  private final double[] locations;
  private final double[] scales;
  private final double[] weights;
  private final TDistribution t;

  /** With the location, scale and weight of each part; the weights add up to 1. */
  public StudentMixture(
      double[] locations, double[] scales, double[] weights, double degreesOfFreedom) {
    this.locations = locations;
    this.scales = scales;
    this.weights = weights;
    this.t = TDistribution.of(degreesOfFreedom);
  }

  /** The value that is not exceeded with a probability. */
  public double quantile(double probability) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double reach = t.inverseCumulativeProbability(1 - Math.min(probability, 1 - probability));
    double guess = 0;
    double sign = probability < 0.5 ? -1 : probability > 0.5 ? 1 : 0;
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] > 0) {
        low = Math.min(low, locations[j] - (reach + 1) * scales[j]);
        high = Math.max(high, locations[j] + (reach + 1) * scales[j]);
        guess += weights[j] * (locations[j] + sign * reach * scales[j]);
      }
    }
    return root(probability, low, high, guess);
  }

  /**
   * Newton's method, kept within the halves that bisection would choose: a step that leaves them is
   * replaced by halving. Ends where a step no longer matters, or after 100.
   */
  private double root(double probability, double from, double to, double guess) {
    double low = from;
    double high = to;
    double value = Math.min(high, Math.max(low, guess));
    for (int i = 0; i < 100 && low < high; i++) {
      double excess = cumulative(value) - probability;
      if (excess < 0) {
        low = value;
      } else {
        high = value;
      }
      double next = value - excess / density(value);
      boolean isInside = next >= low && next <= high;
      double moved = isInside ? next : low + (high - low) / 2;
      double change = Math.abs(moved - value);
      value = moved;
      if (isInside && change <= EXACT * Math.max(Math.abs(value), to - from)) {
        break;
      }
    }
    return value;
  }

  private double cumulative(double value) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] > LEAST_WEIGHT) {
        sum += weights[j] * t.cumulativeProbability(standardised(j, value));
      }
    }
    return sum;
  }

  private double density(double value) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] > LEAST_WEIGHT && scales[j] > 0) {
        sum += weights[j] * t.density(standardised(j, value)) / scales[j];
      }
    }
    return sum;
  }

  private double standardised(int node, double value) {
    double distance = value - locations[node];
    return scales[node] > 0
        ? distance / scales[node]
        : distance == 0 ? 0 : Math.copySign(1e9, distance);
  }
}
