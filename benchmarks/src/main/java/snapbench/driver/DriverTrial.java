package snapbench.driver;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The process in which a driver's classes are loaded for the first time: with the jars beside it
 * and nothing of ours, but no database is opened. Whatever they do, they do here. What they print
 * is no answer: an answer begins with a secret that stdin told before they were loaded.
 */
final class DriverTrial {
  static final int SECRET_BYTES = 32;

  /** What an answer says after the secret, before the number of the class, from 0. */
  static final String ACCEPTS = "accepts ";

  /** What an answer says after the secret, before the reason. */
  static final String FAILS = "fails ";

  private static final String URL_OF_MEMORY = "jdbc:sqlite::memory:";

  private DriverTrial() {}

  /**
   * Says which class accepts SQLite's URLs, and why others do not start.
   *
   * @param arguments the number of jars, the jars, the driver's first, and the classes to try
   */
  public static void main(String[] arguments) throws IOException {
    byte[] secret = System.in.readNBytes(SECRET_BYTES);
    PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream nothing =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nothing);
    System.setErr(nothing);
    String prefix = "\n" + new String(secret, StandardCharsets.US_ASCII);
    List<URL> urls = new ArrayList<>();
    int jars = Integer.parseInt(arguments[0]);
    for (int i = 1; i <= jars; i++) {
      urls.add(Path.of(arguments[i]).toUri().toURL());
    }
    ClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    for (int i = jars + 1; i < arguments.length; i++) {
      String failure = failure(loader, arguments[i]);
      if (failure == null) {
        answers.println(prefix + ACCEPTS + (i - jars - 1));
        break;
      }
      answers.println(prefix + FAILS + failure.replaceAll("\\s+", " "));
    }
    // threads of the driver's, and its hooks, are of no interest
    Runtime.getRuntime().halt(0);
  }

  /** Empty where it starts but does not accept, null where it accepts. */
  @SuppressWarnings("CatchThrowable") // whatever it throws is the answer
  private static @Nullable String failure(ClassLoader loader, String className) {
    try {
      Object candidate =
          Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
      return candidate instanceof java.sql.Driver driver && driver.acceptsURL(URL_OF_MEMORY)
          ? null
          : "";
    } catch (Throwable e) {
      return className + " does not start: " + root(e);
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause.getCause() != null && depth < 100; depth++) {
      cause = cause.getCause();
    }
    return cause;
  }
}
