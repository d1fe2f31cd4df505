package snapbench.analysis.comparison;

/**
 * One measure of a pair, compared.
 *
 * @param pair what is compared
 * @param measure what was measured
 * @param unit the unit of both values
 * @param reference median over the reference's forks; NaN if unknown
 * @param candidate median over the candidate's forks; NaN if unknown
 * @param referenceForks forks of the reference that have a value
 * @param candidateForks forks of the candidate that have a value
 * @param estimate candidate to reference
 * @param pValue of the rank test; of speed, corrected for the number of comparisons
 * @param outcome the word
 */
public record MeasureComparison(
    Pair pair,
    Measure measure,
    String unit,
    double reference,
    double candidate,
    int referenceForks,
    int candidateForks,
    RatioEstimate estimate,
    double pValue,
    Outcome outcome) {

  /** Forks that the reference lacks for a decision. */
  public int missingOfReference() {
    return Math.max(0, Criteria.MINIMUM_FORKS - referenceForks);
  }

  /** Forks that the candidate lacks for a decision. */
  public int missingOfCandidate() {
    return Math.max(0, Criteria.MINIMUM_FORKS - candidateForks);
  }

  /** Whether there are enough forks for a decision. */
  public boolean isDecidable() {
    return missingOfReference() == 0 && missingOfCandidate() == 0;
  }

  /** Whether a ratio above 1 is good: only of throughput, not of a time or of memory. */
  public boolean higherIsBetter() {
    return measure == Measure.THROUGHPUT && isThroughputMode();
  }

  /** Whether JMH's score counts operations per time, not time per operation. */
  public boolean isThroughputMode() {
    return pair.candidate().key().mode().equals("thrpt");
  }

  /** Ratio of throughput also where the score is a time; otherwise the estimate as it is. */
  public RatioEstimate asThroughput() {
    return measure == Measure.THROUGHPUT && !isThroughputMode() ? estimate.inverse() : estimate;
  }

  /** This comparison with a corrected p-value and the word that follows from it. */
  MeasureComparison decided(double corrected, Criteria criteria) {
    Outcome word =
        isDecidable()
            ? criteria.outcome(estimate, corrected, measure, higherIsBetter())
            : Outcome.INCONCLUSIVE;
    return new MeasureComparison(
        pair,
        measure,
        unit,
        reference,
        candidate,
        referenceForks,
        candidateForks,
        estimate,
        corrected,
        word);
  }
}
