package snapbench.testee.api;

/** Words that both sides say. */
public final class Protocol {
  /** The environment variable with the token that requests must bear; unset: none is asked for. */
  public static final String TOKEN_VARIABLE = "SNAPBENCH_TOKEN";

  /** The snapshot's label where the live database itself is worked on. */
  public static final String NO_SNAPSHOT = "none";

  /**
   * The testee's exit code where the driver cannot hold the live database at all. The last line on
   * stderr says why, behind {@link #MESSAGE_PREFIX}.
   */
  public static final int UNSUPPORTED_EXIT_CODE = 3;

  /** What the testee's last words on stderr begin with. */
  public static final String MESSAGE_PREFIX = "testee: ";

  private Protocol() {}
}
