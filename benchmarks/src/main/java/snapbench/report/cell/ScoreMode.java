package snapbench.report.cell;

import java.util.Arrays;
import snapbench.report.text.Numbers;

/** What a score of JMH's is in each of its modes, and which one would rather have. */
public enum ScoreMode {
  /** Operations per time. */
  THROUGHPUT("thrpt", "throughput", "higher"),
  /** Time per operation, the mean. */
  AVERAGE("avgt", "average time", "lower"),
  /** Time of single operations, sampled. */
  SAMPLE("sample", "sampled time", "lower"),
  /** Time of a single call, without warming up. */
  SINGLE_SHOT("ss", "single-shot time", "lower"),
  /** A mode that JMH 1.37 does not have. */
  UNKNOWN("", Numbers.UNKNOWN, Numbers.UNKNOWN);

  private final String label;
  private final String meaning;
  private final String better;

  ScoreMode(String label, String meaning, String better) {
    this.label = label;
    this.meaning = meaning;
    this.better = better;
  }

  /** The mode by JMH's short name. */
  public static ScoreMode of(String label) {
    return Arrays.stream(values())
        .filter(mode -> mode.label.equals(label))
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** What is measured, in words. */
  public String meaning() {
    return meaning;
  }

  /** {@code higher}, {@code lower} or {@code unknown}. */
  public String better() {
    return better;
  }
}
