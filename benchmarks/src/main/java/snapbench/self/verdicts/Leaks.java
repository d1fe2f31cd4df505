package snapbench.self.verdicts;

import java.util.random.RandomGenerator;

/** Ways to grow other than in a straight line. */
final class Leaks {
  private static final int CYCLES_PER_DESCRIPTOR = 10;

  private Leaks() {}

  /** A step every 2 to 10 cycles. */
  static SeriesDraft staircase(SeriesDraft draft) {
    RandomGenerator random = draft.random();
    double perCycle = draft.share(draft.between(0.002, 0.01));
    int period = random.nextInt(2, 11);
    int phase = random.nextInt(period);
    return draft.around(perCycle, Trends.staircase(draft.length(), perCycle, period, phase));
  }

  /**
   * Steps at random, every 2 to 4 cycles on average: with rarer ones 40 cycles without any, or with
   * a last pause that looks like a plateau, would not be rare either, and nobody could tell.
   */
  static SeriesDraft randomSteps(SeriesDraft draft) {
    RandomGenerator random = draft.random();
    double perCycle = draft.share(draft.between(0.002, 0.01));
    double period = random.nextDouble(2, 4);
    return draft.around(perCycle, Trends.randomSteps(draft.length(), perCycle, period, random));
  }

  /** One more file stays open after every tenth cycle. */
  static SeriesDraft descriptor(SeriesDraft draft) {
    double perCycle = 1.0 / CYCLES_PER_DESCRIPTOR;
    int phase = draft.random().nextInt(CYCLES_PER_DESCRIPTOR);
    return draft.around(
        perCycle, Trends.staircase(draft.length(), perCycle, CYCLES_PER_DESCRIPTOR, phase));
  }
}
