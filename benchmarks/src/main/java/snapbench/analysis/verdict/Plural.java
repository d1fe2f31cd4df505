package snapbench.analysis.verdict;

/** Plurals of what a series was read over: a word such as {@code cycle}, or any heading. */
public final class Plural {
  private Plural() {}

  /** Of a word; another heading stays as it is. */
  public static String of(String heading) {
    return heading.matches("[a-z]*[a-rt-z]") ? heading + "s" : heading;
  }
}
