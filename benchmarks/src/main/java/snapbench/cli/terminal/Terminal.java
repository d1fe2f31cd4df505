package snapbench.cli.terminal;

import java.io.Console;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Whether what is printed is read on a terminal. */
public final class Terminal {
  private Terminal() {}

  /**
   * Whether standard output may be coloured: it is a terminal, and the user has not set NO_COLOR
   * (no-color.org).
   */
  public static boolean showsColours() {
    String noColour = System.getenv("NO_COLOR");
    return (noColour == null || noColour.isEmpty()) && isTerminal(System.console());
  }

  /** Whether a line of standard output can be erased and written again. */
  static boolean canErase() {
    return !"dumb".equals(System.getenv("TERM")) && isTerminal(System.console());
  }

  /** That of standard output, which JDKs name from 19 on. */
  static Charset charset() {
    return Charset.forName(System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
  }

  /** Its columns, as the system's own tool says; 80 where that is not known. */
  static int columns() {
    return CommandSpec.create().usageMessage().autoWidth(true).width();
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
