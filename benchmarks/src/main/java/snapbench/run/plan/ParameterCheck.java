package snapbench.run.plan;

import org.jspecify.annotations.Nullable;

/** Says whether a value of a JMH parameter makes sense, before anything is measured. */
@FunctionalInterface
public interface ParameterCheck {
  /**
   * Checks one value, in which every {@code ;} has become a comma.
   *
   * @return null if it is valid; otherwise what would be, to follow the word "choose"
   */
  @Nullable String choices(String value);
}
