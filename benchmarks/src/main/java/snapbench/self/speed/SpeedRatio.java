package snapbench.self.speed;

/**
 * One thing beside another, measured in turns.
 *
 * @param name what was measured
 * @param unit unit of both
 * @param ours samples of ours
 * @param referenceName what it stands beside
 * @param reference its samples
 * @param target the ratio of medians that was to be reached, in words; empty where there is none
 */
public record SpeedRatio(
    String name,
    String unit,
    Samples ours,
    String referenceName,
    Samples reference,
    String target) {
  /** Ratio of the medians, ours by the reference's. */
  public double ratio() {
    return ours.median() / reference.median();
  }
}
