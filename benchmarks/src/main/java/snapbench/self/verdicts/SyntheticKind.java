package snapbench.self.verdicts;

import static snapbench.self.verdicts.ArenaSteps.EQUAL;
import static snapbench.self.verdicts.ArenaSteps.RANDOM;
import static snapbench.self.verdicts.ArenaSteps.SOME_NONE;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Kinds of synthetic series: what allocators, garbage collectors and leaks do. Percentages are of
 * the baseline; noise is of any shape of {@link SeriesDraft#noise()} unless it is named.
 */
enum SyntheticKind {
  TIES("mostly unchanged", Group.FLAT, d -> d.perhapsKnownRound().ties()),
  WHITE_NOISE("white noise", Group.FLAT, d -> d.perhapsKnownRound().whiteNoise()),
  AUTOCORRELATED_NOISE(
      "autocorrelated noise", Group.FLAT, d -> d.perhapsKnownRound().autocorrelatedNoise()),
  PAGE_NOISE("a few pages up and down", Group.FLAT, d -> d.perhapsKnownRound().pageNoise()),
  SLOW_DRIFT(
      "drift of up to 0.05 % per cycle",
      Group.FLAT, d -> d.perhapsKnownRound().grows(d.random().nextDouble(0.0005)).noise()),
  SAWTOOTH(
      "garbage collector's sawtooth, 1 to 10 %, every 3 to 25 cycles",
      Group.FLAT, d -> d.perhapsKnownRound().sawtooth(d.random().nextDouble(3, 25)).noise()),
  OUTLIERS("1 to 3 outliers", Group.FLAT, d -> d.perhapsKnownRound().outliers().noise()),
  THREAD_COSTS(
      "each thread costs up to 3.5 MiB once, round known",
      Group.FLAT,
      d -> Ramps.withinAllowance(d).noise()),
  COUNT_FLICKER(
      "descriptors, now and then one more or less",
      Group.FLAT,
      d ->
          d.perhapsKnownRound()
              .disturbance(
                  Disturbances.flicker(d.length(), d.random().nextDouble(0.3), d.random()))),

  EARLY_RISE("one rise in the first 3 cycles", Group.PLATEAU, d -> Ramps.earlyRise(d).noise()),
  RAMP_EQUAL(
      "arenas of 1 to 20 threads, equal steps, round known",
      Group.PLATEAU,
      d -> Ramps.arenas(d, EQUAL, true).perhapsCreep().noise()),
  RAMP_RANDOM(
      "the same, random steps",
      Group.PLATEAU,
      d -> Ramps.arenas(d, RANDOM, true).perhapsCreep().noise()),
  RAMP_SOME_NONE(
      "the same, some threads without a step",
      Group.PLATEAU,
      d -> Ramps.arenas(d, SOME_NONE, true).perhapsCreep().noise()),
  RAMP_EQUAL_UNKNOWN(
      "arenas of 1 to 20 threads, equal steps, round unknown",
      Group.PLATEAU,
      d -> Ramps.arenas(d, EQUAL, false).perhapsCreep().noise()),
  RAMP_RANDOM_UNKNOWN(
      "the same, random steps",
      Group.PLATEAU,
      d -> Ramps.arenas(d, RANDOM, false).perhapsCreep().noise()),
  RAMP_SOME_NONE_UNKNOWN(
      "the same, some threads without a step",
      Group.PLATEAU,
      d -> Ramps.arenas(d, SOME_NONE, false).perhapsCreep().noise()),
  STEPS_THEN_QUIET(
      "2 to 8 steps at random cycles up to 20 at most",
      Group.PLATEAU,
      d -> Ramps.steps(d, d.random().nextInt(8, 21)).perhapsCreep().noise()),
  GIVE_BACK(
      "arenas, then parts given back and taken again",
      Group.PLATEAU,
      d -> Ramps.givenBack(d).noise()),
  SATURATING(
      "5 to 100 % approached with a time constant of 2 to 8 cycles",
      Group.PLATEAU, d -> Ramps.saturating(d, 2, 8).noise()),

  LINEAR_02("0.2 % per cycle, round known", Group.FOUND, d -> d.knownRound().grows(0.002).noise()),
  LINEAR_02_UNKNOWN("0.2 % per cycle, round unknown", Group.FOUND, d -> d.grows(0.002).noise()),
  LINEAR_02_AFTER_RAMP(
      "0.2 % per cycle and arenas of 1 to 16 threads, round known",
      Group.FOUND, d -> Ramps.anyArenas(d, true).grows(0.002).noise()),
  LINEAR_02_AFTER_RAMP_UNKNOWN(
      "0.2 % per cycle and arenas of 1 to 16 threads, round unknown",
      Group.GROWING, d -> Ramps.anyArenas(d, false).grows(0.002).noise()),
  LINEAR_05(
      "0.5 % per cycle, in half of them arenas",
      Group.GROWING, d -> Ramps.perhapsArenas(d).grows(0.005).noise()),
  LINEAR_1(
      "1 % per cycle, in half of them arenas",
      Group.GROWING, d -> Ramps.perhapsArenas(d).grows(0.01).noise()),
  LINEAR_5(
      "5 % per cycle, in half of them arenas",
      Group.GROWING, d -> Ramps.perhapsArenas(d).grows(0.05).noise()),
  STAIRCASE(
      "a step every 2 to 10 cycles, 0.2 to 1 % per cycle",
      Group.GROWING, d -> Leaks.staircase(d.perhapsKnownRound()).noise()),
  RANDOM_STEPS(
      "steps at random, every 2 to 4 cycles, 0.2 to 1 % per cycle",
      Group.GROWING, d -> Leaks.randomSteps(d.perhapsKnownRound()).noise()),
  GROWING_SAWTOOTH(
      "0.2 to 2 % per cycle under a sawtooth",
      Group.GROWING,
      d ->
          d.perhapsKnownRound()
              .grows(d.between(0.002, 0.02))
              .sawtooth(d.random().nextDouble(3, 25))
              .noise()),
  GROWING_OUTLIERS(
      "0.2 to 1 % per cycle with 1 to 3 outliers",
      Group.GROWING, d -> d.perhapsKnownRound().grows(d.between(0.002, 0.01)).outliers().noise()),
  COUNT_LEAK(
      "one descriptor more every 10 cycles, 60 cycles",
      Group.FOUND,
      d -> Leaks.descriptor(d.perhapsKnownRound())),
  COUNT_LEAK_FLICKER(
      "the same, now and then one more or less",
      Group.GROWING,
      d ->
          Leaks.descriptor(d.perhapsKnownRound())
              .disturbance(
                  Disturbances.flicker(d.length(), d.random().nextDouble(0.1), d.random()))),

  /** Either answer is right by a hair. */
  NEAR_THRESHOLD(
      "0.05 to 0.2 % per cycle, about the threshold",
      Group.BORDER, d -> d.perhapsKnownRound().grows(d.between(0.0005, 0.002)).noise()),
  /** By the design's words it may be the first round: undecidable until that is over. */
  FIRST_ROUND(
      "arenas of 64 threads, round known, still in it",
      Group.BORDER,
      d -> d.round(64).ramp(ArenaSteps.any(d.random()), 64).noise()),
  /** Nobody can tell the end of a rise from a pause of a few cycles. */
  LATE_PLATEAU(
      "a rise that ended up to 5 cycles before the end, round unknown",
      Group.BORDER,
      d -> d.ramp(RANDOM, d.cycles() - d.random().nextInt(1, 6)).noise()),
  /** As above, with pauses before. */
  LATE_STEPS(
      "2 to 8 steps at random cycles, the last after cycle 20",
      Group.BORDER,
      d -> Ramps.steps(d, d.random().nextInt(21, 39)).noise()),
  /** What slows down so late still grows by more than the threshold while it is seen. */
  SLOW_SATURATION(
      "5 to 100 % approached with a time constant of 10 to 30 cycles",
      Group.BORDER, d -> Ramps.saturating(d, 10, 30).noise()),
  /** Looks like growth until the first collection, which may not be seen at all. */
  LONG_SAWTOOTH(
      "garbage collector's sawtooth, 1 to 10 %, every 30 to 80 cycles",
      Group.BORDER, d -> d.perhapsKnownRound().sawtooth(d.random().nextDouble(30, 80)).noise()),
  /** Some of it is too small for 40 cycles of this noise; by how much, the judge must say. */
  NOISY_GROWTH(
      "0.02 to 2 % per cycle with noise of 1 %",
      Group.BORDER,
      d ->
          d.perhapsKnownRound()
              .grows(d.between(0.0002, 0.02))
              .disturbance(Disturbances.white(d.length(), d.share(0.01), d.random())));

  /** What a verdict is counted for. */
  enum Group {
    /** Does not grow. */
    FLAT,
    /** Rose, and does not grow any more. */
    PLATEAU,
    /** Grows, and must be found in 95 % of cases. */
    FOUND,
    /** Grows. */
    GROWING,
    /** Shown, not counted: nobody could decide it after so few cycles, or either way is right. */
    BORDER
  }

  private final String title;
  private final Group group;

  // A lambda without state of its own.
  @SuppressWarnings("ImmutableEnumChecker")
  private final UnaryOperator<SeriesDraft> recipe;

  SyntheticKind(String title, Group group, UnaryOperator<SeriesDraft> recipe) {
    this.title = title;
    this.group = group;
    this.recipe = recipe;
  }

  /** In words. */
  String title() {
    return title;
  }

  /** What its verdicts are counted for. */
  Group group() {
    return group;
  }

  /** Whether it is about counts. */
  boolean counts() {
    return this == COUNT_FLICKER || this == COUNT_LEAK || this == COUNT_LEAK_FLICKER;
  }

  /** Whether its growth is a straight line, so that an interval can be checked. */
  boolean linear() {
    return name().startsWith("LINEAR")
        || this == WHITE_NOISE
        || this == AUTOCORRELATED_NOISE
        || this == TIES
        || this == PAGE_NOISE
        || this == SLOW_DRIFT
        || this == NEAR_THRESHOLD
        || this == NOISY_GROWTH;
  }

  /** Cycles that are shown to the judge, where others get as many: counts grow slowly. */
  int cycles(int asked) {
    return name().startsWith("COUNT_LEAK") ? asked * 3 / 2 : asked;
  }

  /** The series of an index; always the same for the same seed. */
  SyntheticSeries series(int cycles, long seed, int index) {
    // Named, not numbered, so that a kind keeps its series when others come and go.
    SplittableRandom random = new SplittableRandom(31L * (31L * seed + name().hashCode()) + index);
    SeriesDraft draft =
        counts()
            ? SeriesDraft.descriptors(this, cycles, random)
            : SeriesDraft.memory(this, cycles, random);
    return recipe.apply(draft).done();
  }
}
