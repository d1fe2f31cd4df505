package snapbench.testee.database.generate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The schemas that data can be generated for. */
public enum Schema {
  /** Seven related tables, of the same complexity as the original report's. */
  SEED,
  /** One table without constraints, of as many bytes. */
  FLAT;

  /** The name used in parameters and results, for instance {@code seed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds a schema by its label.
   *
   * @throws IllegalArgumentException if there is none, naming the value and the valid choices
   */
  public static Schema of(String label) {
    for (Schema schema : values()) {
      if (schema.label().equals(label)) {
        return schema;
      }
    }
    String choices = Arrays.stream(values()).map(Schema::label).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "schema=" + label + " is not known; choose one of " + choices);
  }
}
