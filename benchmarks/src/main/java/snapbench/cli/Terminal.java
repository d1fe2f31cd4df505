package snapbench.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether what is printed is read on a terminal. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether standard output may be coloured: it is a terminal, and the user has not set NO_COLOR
   * (no-color.org).
   */
  static boolean showsColours() {
    String noColour = System.getenv("NO_COLOR");
    return (noColour == null || noColour.isEmpty()) && isTerminal(System.console());
  }

  /** From 22 on a JVM may have a console without a terminal, and a method that says so. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Console.isTerminal() failed", e);
    }
  }
}
