package snapbench.cli.terminal;

import java.io.PrintStream;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Of all that JMH prints, the lines that say how far a run has come. */
public final class ProgressOutput {
  private static final String PROGRESS = "# Run progress: ";

  private ProgressOutput() {}

  /**
   * An output of JMH's that shows nothing else.
   *
   * @param prefix what each line begins with
   */
  public static OutputFormat to(PrintStream out, String prefix) {
    return (OutputFormat)
        Proxy.newProxyInstance(
            ProgressOutput.class.getClassLoader(),
            new Class<?>[] {OutputFormat.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("println")) {
                show(String.valueOf(arguments[0]), out, prefix);
              }
              return nothing();
            });
  }

  /** What methods without a result return to a proxy. */
  private static @Nullable Object nothing() {
    return null;
  }

  private static void show(String line, PrintStream out, String prefix) {
    if (line.startsWith(PROGRESS)) {
      out.println(prefix + line.substring(PROGRESS.length()));
      out.flush();
    }
  }
}
