package snapbench.self.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import snapbench.self.verdicts.SyntheticKind.Group;

/** Synthetic series are what their kinds say. */
class SyntheticKindTest {
  private static final long SEED = 20261124;
  private static final int MANY = 500;
  private static final Set<Group> GROWING = Set.of(Group.FOUND, Group.GROWING);

  @ParameterizedTest
  @MethodSource
  void theTruthIsAsTheGroupSays(SyntheticKind kind, boolean grows) {
    assertThat(many(kind)).allMatch(s -> s.grows() == grows);
  }

  static Stream<Arguments> theTruthIsAsTheGroupSays() {
    return Arrays.stream(SyntheticKind.values())
        .filter(kind -> kind.group() != Group.BORDER)
        .map(kind -> Arguments.of(kind, GROWING.contains(kind.group())));
  }

  @ParameterizedTest
  @EnumSource(SyntheticKind.class)
  void theSameSeedMakesTheSameSeries(SyntheticKind kind) {
    assertThat(kind.series(40, SEED, 3).series().values())
        .isEqualTo(kind.series(40, SEED, 3).series().values())
        .isNotEqualTo(kind.series(40, SEED, 4).series().values())
        .isNotEqualTo(kind.series(40, SEED + 1, 3).series().values());
  }

  @ParameterizedTest
  @EnumSource(SyntheticKind.class)
  void allReadingsArePositiveAndInWholePagesOrCounts(SyntheticKind kind) {
    double unit = kind.counts() ? 1 : 4;
    assertThat(many(kind))
        .allSatisfy(
            s -> {
              assertThat(s.series().size()).isEqualTo(s.cycles() + 1);
              assertThat(Arrays.stream(s.series().values()))
                  .allMatch(value -> value > 0 && value % unit == 0);
            });
  }

  /** What moves a series must not be part of its trend, on average. */
  @ParameterizedTest
  @EnumSource(
      value = SyntheticKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"OUTLIERS", "GROWING_OUTLIERS", "GIVE_BACK"})
  void deviationsLeadNowhere(SyntheticKind kind) {
    double mean =
        many(kind)
            .mapToDouble(s -> (deviation(s, s.cycles()) - deviation(s, 1)) / s.series().value(0))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(0, within(0.015));
  }

  @Test
  void noiseIsAsCorrelatedAsItsNameSays() {
    assertThat(mean(SyntheticKind.WHITE_NOISE, SyntheticKindTest::correlation))
        .isCloseTo(0, within(0.05));
    assertThat(mean(SyntheticKind.AUTOCORRELATED_NOISE, SyntheticKindTest::correlation))
        .isBetween(0.3, 0.5);
  }

  @Test
  void noiseIsAsLargeAsItsNameSays() {
    assertThat(mean(SyntheticKind.WHITE_NOISE, SyntheticKindTest::relativeDeviation))
        .isCloseTo(0.0015, within(0.0002));
    assertThat(many(SyntheticKind.PAGE_NOISE)).allMatch(s -> range(s) <= 2 * 5 * 20 * 4);
  }

  @Test
  void tiesAreMostlyUnchanged() {
    assertThat(mean(SyntheticKind.TIES, s -> changes(s) / s.cycles())).isBetween(0.15, 0.25);
  }

  @Test
  void aSawtoothStaysBelowItsLimitAndFalls() {
    assertThat(many(SyntheticKind.SAWTOOTH))
        .allMatch(s -> range(s) < 0.13 * s.series().value(0))
        .allMatch(
            s ->
                IntStream.rangeClosed(1, 40)
                    .anyMatch(i -> s.series().value(i) < s.series().value(i - 1)));
  }

  @Test
  void linearGrowthIsAsLargeAsItsNameSays() {
    assertThat(mean(SyntheticKind.LINEAR_02_UNKNOWN, SyntheticKindTest::seenGrowth))
        .isCloseTo(0.002, within(0.00005));
    assertThat(mean(SyntheticKind.LINEAR_5, s -> s.growthAhead() / s.series().value(0)))
        .isCloseTo(0.05, within(0.001));
  }

  @Test
  void arenasStopAfterTheirRound() {
    assertThat(many(SyntheticKind.RAMP_EQUAL))
        .allSatisfy(
            s -> {
              int round = (int) s.circumstances().round();
              double risen = s.trend().value(round) / s.series().value(0);
              double after = s.trend().value(s.cycles()) / s.series().value(0) - risen;
              assertThat(round).isIn(1, 2, 4, 8, 16, 20);
              assertThat(risen).isGreaterThan(0.0095 * round);
              assertThat(after).isBetween(0.0, 0.025);
            });
  }

  @Test
  void stepsStopInTime() {
    assertThat(many(SyntheticKind.STEPS_THEN_QUIET))
        .allMatch(s -> s.trend().value(40) - s.trend().value(20) < 0.025 * s.series().value(0))
        .allMatch(s -> s.trend().value(20) > 0.009 * s.series().value(0));
  }

  @Test
  void whatIsGivenBackIsTakenAgainAndNoMore() {
    assertThat(many(SyntheticKind.GIVE_BACK))
        .allMatch(
            s ->
                IntStream.rangeClosed(0, 40)
                    .allMatch(i -> deviation(s, i) < 0.02 * s.series().value(0)))
        .anyMatch(
            s ->
                IntStream.rangeClosed(0, 40)
                    .anyMatch(i -> deviation(s, i) < -0.1 * s.series().value(0)));
  }

  @Test
  void sixDescriptorsMoreAreOpenAfterSixtyCycles() {
    assertThat(many(SyntheticKind.COUNT_LEAK))
        .allMatch(s -> s.series().size() == 61)
        .allMatch(s -> s.series().value(60) - s.series().value(0) == 6);
  }

  @Test
  void growthBetweenCyclesIsKnownWhereItIsStraight() {
    SyntheticSeries drift = SyntheticKind.LINEAR_1.series(40, SEED, 0);
    assertThat(drift.growthBetween(30, 40)).isCloseTo(drift.growthAhead(), within(1e-6));
    SyntheticSeries bent = SyntheticKind.SATURATING.series(40, SEED, 0);
    assertThat(bent.growthBetween(0, 40)).isNaN();
    assertThat(drift.growthBetween(Double.NaN, 40)).isNaN();
  }

  @Test
  void theThresholdIsThatOfTheDatabaseWhereItIsKnown() {
    assertThat(many(SyntheticKind.TIES))
        .allSatisfy(
            s -> {
              double database = s.circumstances().databaseKiB();
              assertThat(s.threshold())
                  .isEqualTo(
                      Double.isNaN(database)
                          ? Math.max(256, 0.0014 * s.series().value(0))
                          : Math.max(256, 0.002 * database));
            });
  }

  private static Stream<SyntheticSeries> many(SyntheticKind kind) {
    return IntStream.range(0, MANY).mapToObj(i -> kind.series(kind.cycles(40), SEED, i));
  }

  private static double mean(SyntheticKind kind, ToDoubleFunction<SyntheticSeries> amount) {
    return many(kind).mapToDouble(amount).average().orElseThrow();
  }

  /** From the path above the first reading; the baseline itself is not known. */
  private static double deviation(SyntheticSeries s, int cycle) {
    return s.series().value(cycle) - s.series().value(0) - s.trend().value(cycle);
  }

  private static double correlation(SyntheticSeries s) {
    double[] y = s.series().values();
    double mean = Arrays.stream(y).average().orElseThrow();
    double together = 0;
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      squares += (y[i] - mean) * (y[i] - mean);
      together += i == 0 ? 0 : (y[i] - mean) * (y[i - 1] - mean);
    }
    return squares == 0 ? 0 : together / squares;
  }

  private static double relativeDeviation(SyntheticSeries s) {
    double[] y = s.series().values();
    double mean = Arrays.stream(y).average().orElseThrow();
    double squares = Arrays.stream(y).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (y.length - 1)) / mean;
  }

  private static double range(SyntheticSeries s) {
    double[] y = s.series().values();
    return Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
  }

  private static double changes(SyntheticSeries s) {
    return IntStream.rangeClosed(1, s.cycles())
        .filter(i -> s.series().value(i) != s.series().value(i - 1))
        .count();
  }

  private static double seenGrowth(SyntheticSeries s) {
    return (s.series().value(40) - s.series().value(0)) / 40 / s.series().value(0);
  }
}
