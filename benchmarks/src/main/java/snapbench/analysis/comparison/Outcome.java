package snapbench.analysis.comparison;

import java.util.Locale;

/** What a comparison comes to, in one word. */
public enum Outcome {
  /** The candidate is better: significant, and by more than the minimum effect. */
  BETTER,
  /** The candidate is worse: significant, and by more than the minimum effect. */
  WORSE,
  /** Whatever the difference is, it is less than the minimum effect. */
  SAME,
  /** Anything else. */
  INCONCLUSIVE;

  /** The word as a report shows it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
