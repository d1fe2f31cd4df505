package snapbench.analysis.verdict;

import snapbench.analysis.stats.StudentMixture;

/**
 * Growth per cycle with an interval that counts both kinds of disturbance: noise of a reading,
 * which is gone at the next, and steps that stay, which are most of what a resident set does.
 *
 * <p>The series is a level that moves by the growth per cycle plus a random step, read with noise:
 * the local level model with a fixed slope (A. C. Harvey, "Forecasting, structural time series
 * models and the Kalman filter", Cambridge 1989, chapters 2 and 4). With no steps it is a straight
 * line fitted by least squares, with no noise it is the mean of the increments; the data say how
 * much of each there is, and what they leave open widens the interval: the ratio of the two
 * standard deviations is integrated out under a half-Cauchy prior (A. Gelman, "Prior distributions
 * for variance parameters in hierarchical models", Bayesian Analysis 1 (2006), 515–534), the growth
 * and the first level under flat ones, so that given the ratio the growth has Student's t
 * distribution. Isolated outliers are to be removed before ({@link HampelFilter}).
 *
 * <p>The prior expects few steps: with nothing but steps an interval of 95 % holds the growth in 59
 * % of series of 8 readings, 87 % of 25, 92 % of 41; with nothing but noise in 95 % and more.
 */
final class LocalLevelModel {
  /** Nodes of the integral over the ratio. */
  private static final int NODES = 64;

  /**
   * Median of the prior: a step that stays is a twentieth of the noise of a reading, unless the
   * data say otherwise, which the prior's heavy tail lets them.
   */
  private static final double PRIOR_RATIO = 0.02;

  /** The nodes are at equal distances on a logarithmic scale, from nearly no steps to no noise. */
  private static final double SMALLEST_RATIO = 1e-4;

  private static final double LARGEST_RATIO = 1e2;

  /** A variance that changes by less than this part of it has settled. */
  private static final double SETTLED = 1e-15;

  /** Fewest points that say anything about growth. */
  private static final int FEWEST_POINTS = 3;

  private final double[] x;
  private final double[] y;
  private final double step;
  private final double resolutionVariance;
  private final double[] estimates = new double[NODES];
  private final double[] standardErrors = new double[NODES];
  private final double[] weights = new double[NODES];

  private LocalLevelModel(Series series) {
    int n = series.size();
    this.step = (series.lastCycle() - series.cycle(0)) / (n - 1);
    this.x = new double[n];
    this.y = new double[n];
    for (int i = 0; i < n; i++) {
      // in steps between readings, from 0: the prior is about a step, and numbers stay small
      x[i] = (series.cycle(i) - series.cycle(0)) / step;
      y[i] = series.value(i) - series.value(0);
    }
    double resolution = series.quantity().kind().resolution();
    // what rounding to the resolution hides is uniform over a step of it
    this.resolutionVariance = resolution * resolution / 12;
  }

  /**
   * Estimates the growth of a series.
   *
   * @param alpha one minus the interval's confidence
   */
  static GrowthEstimate growth(Series series, double alpha) {
    int n = series.size();
    if (n < FEWEST_POINTS) {
      return new GrowthEstimate(
          Double.NaN,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          n == 0 ? Double.NaN : series.cycle(0),
          n == 0 ? Double.NaN : series.lastCycle());
    }
    LocalLevelModel model = new LocalLevelModel(series);
    model.fit();
    // what the slope may be, with the weight of each ratio of step to noise
    StudentMixture slopes =
        new StudentMixture(
            model.estimates, model.standardErrors, model.weights, model.degreesOfFreedom());
    return new GrowthEstimate(
        slopes.quantile(0.5) / model.step,
        slopes.quantile(alpha / 2) / model.step,
        slopes.quantile(1 - alpha / 2) / model.step,
        series.cycle(0),
        series.lastCycle());
  }

  private double degreesOfFreedom() {
    return y.length - 2 + 1.0;
  }

  private void fit() {
    double[] logWeights = new double[NODES];
    double highest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < NODES; j++) {
      double ratio =
          SMALLEST_RATIO * Math.pow(LARGEST_RATIO / SMALLEST_RATIO, (double) j / (NODES - 1));
      logWeights[j] = fit(j, ratio) + logPrior(ratio);
      highest = Math.max(highest, logWeights[j]);
    }
    double sum = 0;
    for (int j = 0; j < NODES; j++) {
      weights[j] = Math.exp(logWeights[j] - highest);
      sum += weights[j];
    }
    for (int j = 0; j < NODES; j++) {
      weights[j] /= sum;
    }
  }

  /** Half-Cauchy density in the logarithm of the ratio, up to a constant. */
  private static double logPrior(double ratio) {
    double scaled = ratio / PRIOR_RATIO;
    return Math.log(scaled / (1 + scaled * scaled));
  }

  /**
   * Generalised least squares for one ratio of step to noise, the covariance being that of a random
   * walk plus noise: a Kalman filter turns values and regressors into independent innovations.
   *
   * @return the logarithm of the ratio's marginal likelihood, up to a constant
   */
  private double fit(int node, double ratio) {
    double stateVariance = 0;
    double stateY = 0;
    double stateOne = 0;
    double stateX = 0;
    double logDeterminant = 0;
    double oneOne = 0;
    double oneX = 0;
    double xx = 0;
    double oneY = 0;
    double xy = 0;
    double yy = 0;
    double variance = 1;
    double logVariance = 0;
    double gain = 0;
    double lastStateVariance = 0;
    for (int i = 0; i < y.length; i++) {
      // Equal gaps lead to a variance that stays: then there is no need to compute it again.
      if (stateVariance != lastStateVariance) {
        variance = stateVariance + 1;
        gain = stateVariance / variance;
        logVariance = Math.log(variance);
        lastStateVariance = stateVariance;
      }
      double innovationY = y[i] - stateY;
      double innovationOne = 1 - stateOne;
      double innovationX = x[i] - stateX;
      logDeterminant += logVariance;
      oneOne += innovationOne * innovationOne / variance;
      oneX += innovationOne * innovationX / variance;
      xx += innovationX * innovationX / variance;
      oneY += innovationOne * innovationY / variance;
      xy += innovationX * innovationY / variance;
      yy += innovationY * innovationY / variance;
      stateY += gain * innovationY;
      stateOne += gain * innovationOne;
      stateX += gain * innovationX;
      double gap = i + 1 < y.length ? x[i + 1] - x[i] : 0;
      double next = stateVariance * (1 - gain) + ratio * ratio * gap;
      stateVariance =
          Math.abs(next - stateVariance) <= SETTLED * stateVariance ? stateVariance : next;
    }
    double determinant = oneOne * xx - oneX * oneX;
    double slope = (oneOne * xy - oneX * oneY) / determinant;
    double level = (xx * oneY - oneX * xy) / determinant;
    double residual = Math.max(0, yy - level * oneY - slope * xy) + resolutionVariance;
    double noise = residual / degreesOfFreedom();
    estimates[node] = slope;
    standardErrors[node] = Math.sqrt(noise * oneOne / determinant);
    return -0.5 * logDeterminant
        - 0.5 * Math.log(determinant)
        - 0.5 * degreesOfFreedom() * Math.log(Math.max(residual, Double.MIN_NORMAL));
  }
}
