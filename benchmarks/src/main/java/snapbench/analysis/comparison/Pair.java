package snapbench.analysis.comparison;

/**
 * Two cells that are alike but for what is compared.
 *
 * @param reference the one that is compared with
 * @param candidate the one that is judged
 * @param inTurns whether they were measured in rounds, one fork of each in every round, so that
 *     forks of the same number come in pairs
 */
public record Pair(ComparedCell reference, ComparedCell candidate, boolean inTurns) {
  /** Whether the resident set of either side counts pages again, and so compares addresses. */
  public boolean countsAgain() {
    return reference.countedAgain().matters() || candidate.countedAgain().matters();
  }
}
