package snapbench.model;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Which look at its cell a fork belongs to: with {@code --until-decided} a cell whose verdict is
 * open is measured again for twice as many cycles.
 *
 * @param number from 1
 * @param of how many looks share the error rate, as far as known: the most that the limit of cycles
 *     allows, which is known once the first look was judged; 1 where a cell is looked at once
 */
public record Look(int number, int of) {
  /** The look at a cell that is measured once. */
  public static final Look ONLY = new Look(1, 1);

  /** Checks the range. */
  public Look {
    if (number < 1 || of < number) {
      throw new IllegalArgumentException("look " + number + " of " + of);
    }
  }

  /** Whether it is the first at its cell. */
  @JsonIgnore
  public boolean isFirst() {
    return number == 1;
  }

  @Override
  public String toString() {
    return "look " + number + " of " + of;
  }
}
