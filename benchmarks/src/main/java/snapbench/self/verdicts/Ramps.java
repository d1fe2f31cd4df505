package snapbench.self.verdicts;

import java.util.random.RandomGenerator;

/** Ways to rise and stop. */
final class Ramps {
  /** Numbers of worker threads; with 20, 40 cycles are just two rounds. */
  private static final int[] THREADS = {1, 2, 4, 8, 16, 20};

  /** What a thread may cost once is 4096 KiB by default. */
  private static final double MOST_THREAD_COST_KIB = 3584;

  private Ramps() {}

  /** Each thread's first turn costs something, less than the allowance. */
  static SeriesDraft withinAllowance(SeriesDraft draft) {
    int threads = draft.threads();
    double[] costs = draft.random().doubles(threads, 64, MOST_THREAD_COST_KIB).toArray();
    return draft.round(threads).trend(Trends.ramp(draft.length(), costs));
  }

  /** One rise of 5 to 100 % after one of the first three cycles. */
  static SeriesDraft earlyRise(SeriesDraft draft) {
    double[] steps = new double[draft.random().nextInt(1, 4)];
    steps[steps.length - 1] = draft.share(draft.between(0.05, 1));
    return draft.perhapsKnownRound().trend(Trends.ramp(draft.length(), steps));
  }

  /** Arenas of 1 to 20 threads. */
  static SeriesDraft arenas(SeriesDraft draft, ArenaSteps steps, boolean roundKnown) {
    int threads = THREADS[draft.random().nextInt(THREADS.length)];
    return (roundKnown ? draft.round(threads) : draft).ramp(steps, threads);
  }

  /** Arenas of 1 to 16 threads, of any steps. */
  static SeriesDraft anyArenas(SeriesDraft draft, boolean roundKnown) {
    int threads = draft.threads();
    return (roundKnown ? draft.round(threads) : draft)
        .ramp(ArenaSteps.any(draft.random()), threads);
  }

  /** Arenas in one of two cases, round known in one of two. */
  static SeriesDraft perhapsArenas(SeriesDraft draft) {
    boolean roundKnown = draft.random().nextBoolean();
    if (draft.random().nextBoolean()) {
      return anyArenas(draft, roundKnown);
    }
    return roundKnown ? draft.knownRound() : draft;
  }

  /**
   * 2 to 8 steps at random cycles, the last of them at a given one, as the original report's column
   * "snapshot only" has them; the judge knows 16 threads or nothing.
   */
  static SeriesDraft steps(SeriesDraft draft, int last) {
    RandomGenerator random = draft.random();
    double mean = draft.share(draft.between(0.02, 0.3));
    double[] steps = new double[last];
    steps[last - 1] = mean * random.nextDouble(0.5, 1.5);
    int more = random.nextInt(1, 8);
    for (int i = 0; i < more; i++) {
      steps[random.nextInt(last - 1)] = mean * random.nextDouble(0.5, 1.5);
    }
    boolean roundKnown = random.nextBoolean();
    return (roundKnown ? draft.round(16) : draft).trend(Trends.ramp(draft.length(), steps));
  }

  /** Arenas of 1 to 16 threads, of which parts are given back and taken again later. */
  static SeriesDraft givenBack(SeriesDraft draft) {
    RandomGenerator random = draft.random();
    int threads = draft.threads();
    (random.nextBoolean() ? draft.round(threads) : draft).ramp(ArenaSteps.any(random), threads);
    double most = draft.risenAt(threads) * random.nextDouble(0.05, 0.5);
    return draft.disturbance(Disturbances.giveBack(draft.length(), threads, most, random));
  }

  /** A rise of 5 to 100 % that slows down. */
  static SeriesDraft saturating(SeriesDraft draft, double shortest, double longest) {
    double height = draft.share(draft.between(0.05, 1));
    double timeConstant = draft.random().nextDouble(shortest, longest);
    return draft.perhapsKnownRound().trend(Trends.saturating(draft.length(), height, timeConstant));
  }
}
