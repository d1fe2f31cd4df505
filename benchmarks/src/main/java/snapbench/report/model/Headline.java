package snapbench.report.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.verdict.Verdict;

/**
 * What a cell came to, in plain words: the first thing that a reader sees.
 *
 * @param cell its name, as in every table and chart of the report
 * @param verdict on its resident set; null where there is none, for instance without cycles
 * @param sentences one or more, complete
 */
public record Headline(String cell, @Nullable Verdict verdict, String sentences) {
  /** Checks that there is something to say. */
  public Headline {
    Objects.requireNonNull(cell, "variant");
    if (sentences.isBlank()) {
      throw new IllegalArgumentException("a headline of " + cell + " without a sentence");
    }
  }
}
