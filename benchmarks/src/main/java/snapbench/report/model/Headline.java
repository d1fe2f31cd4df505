package snapbench.report.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.verdict.Verdict;

/**
 * What a variant came to, in plain words: the first thing that a reader sees.
 *
 * @param variant its name, as in every table and chart of the report
 * @param verdict on its resident set; null where there is none, for instance without cycles
 * @param sentences one or more, complete
 */
public record Headline(String variant, @Nullable Verdict verdict, String sentences) {
  /** Checks that there is something to say. */
  public Headline {
    Objects.requireNonNull(variant, "variant");
    if (sentences.isBlank()) {
      throw new IllegalArgumentException("a headline of " + variant + " without a sentence");
    }
  }
}
