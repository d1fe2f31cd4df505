package snapbench.testee.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a cycle does with its database once it has it. */
public enum Activity {
  /** Writes the database as SQL text into a temporary file. */
  DUMP,
  /** Runs joins, sorts and aggregates, which work the page cache harder than a dump. */
  QUERIES,
  /** Nothing: the snapshot is taken, checked and disposed of. */
  NONE;

  /** The name used in parameters and results, for instance {@code dump}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds an activity by its label.
   *
   * @throws IllegalArgumentException if there is none, naming the value and the valid choices
   */
  public static Activity of(String label) {
    for (Activity activity : values()) {
      if (activity.label().equals(label)) {
        return activity;
      }
    }
    String choices = Arrays.stream(values()).map(Activity::label).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "activity=" + label + " is not known; choose one of " + choices);
  }
}
