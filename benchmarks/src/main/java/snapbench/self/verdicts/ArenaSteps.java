package snapbench.self.verdicts;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** How much each thread's arena keeps after the thread's first turn. */
enum ArenaSteps {
  /** Each as much. */
  EQUAL,
  /** Each between a fifth and nine fifths of the mean. */
  RANDOM,
  /** Nothing in three of ten cases, but at least one thread's arena something. */
  SOME_NONE;

  /** Any of them. */
  static ArenaSteps any(RandomGenerator random) {
    List<ArenaSteps> all = List.of(values());
    return all.get(random.nextInt(all.size()));
  }

  /** The steps of some threads. */
  double[] of(int threads, double mean, RandomGenerator random) {
    double[] steps = IntStream.range(0, threads).mapToDouble(i -> step(mean, random)).toArray();
    if (IntStream.range(0, threads).allMatch(i -> steps[i] == 0)) {
      steps[random.nextInt(threads)] = mean;
    }
    return steps;
  }

  private double step(double mean, RandomGenerator random) {
    return switch (this) {
      case EQUAL -> mean;
      case RANDOM -> mean * random.nextDouble(0.2, 1.8);
      case SOME_NONE -> random.nextDouble() < 0.3 ? 0 : mean;
    };
  }
}
