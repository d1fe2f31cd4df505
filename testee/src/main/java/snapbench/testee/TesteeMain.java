package snapbench.testee;

/** x. */
public final class TesteeMain {
  private TesteeMain() {}

  /** x. */
  public static void main(String[] args) {
    System.err.println("x");
  }
}
