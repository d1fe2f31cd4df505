package snapbench.analysis.verdict;

/** What a series comes to. */
public enum Verdict {
  /**
   * It does not grow: the whole interval of growth is within the threshold, and what was added
   * since the reading before the first cycle is within the allowance.
   */
  FLAT,
  /**
   * It rose, and has been quiet since for a whole round and for longer than any earlier pause that
   * was followed by growth.
   */
  PLATEAU,
  /** It grows: the whole interval of its growth lies above the threshold, up to the end. */
  GROWING,
  /** Anything else; the judgement says what would settle it. */
  INCONCLUSIVE
}
