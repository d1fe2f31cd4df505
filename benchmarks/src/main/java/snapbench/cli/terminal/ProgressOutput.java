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
              boolean isLine = method.getName().equals("println");
              String line = isLine ? String.valueOf(arguments[0]) : "";
              if (line.startsWith(PROGRESS)) {
                out.println(prefix + line.substring(PROGRESS.length()));
                out.flush();
              }
              return nothing();
            });
  }

  /** What methods without a result return to a proxy. */
  private static @Nullable Object nothing() {
    return null;
  }
}
