package snapbench.analysis.warning;

import static java.util.Objects.requireNonNull;

/**
 * Something that makes figures less than they seem.
 *
 * @param kind what
 * @param subject the cell, or the machine
 * @param text what was seen, and what it distorts
 * @param advice what to do
 */
public record Warning(WarningKind kind, String subject, String text, String advice) {
  /** Checks that nothing is missing. */
  public Warning {
    requireNonNull(kind, "kind");
    requireNonNull(subject, "subject");
    requireNonNull(text, "text");
    requireNonNull(advice, "advice");
  }
}
