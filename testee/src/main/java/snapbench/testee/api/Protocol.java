package snapbench.testee.api;

/** Words that both sides say. */
public final class Protocol {
  /** The environment variable with the token that requests must bear; unset: none is asked for. */
  public static final String TOKEN_VARIABLE = "SNAPBENCH_TOKEN";

  /** The snapshot's label where the live database itself is worked on. */
  public static final String NO_SNAPSHOT = "none";

  private Protocol() {}
}
