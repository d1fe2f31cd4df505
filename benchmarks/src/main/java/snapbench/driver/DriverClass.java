package snapbench.driver;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Which class of a jar is the SQLite driver: the first that the jar declares as a service and that
 * accepts SQLite's URLs. The classes are loaded, with the jars beside it and nothing of ours, but
 * no database is opened, so no native library is unpacked here.
 */
final class DriverClass {
  private static final String SERVICES = "META-INF/services/java.sql.Driver";
  private static final String WELL_KNOWN = "org.sqlite.JDBC";
  private static final String URL_OF_MEMORY = "jdbc:sqlite::memory:";

  private DriverClass() {}

  /**
   * Finds the driver's class.
   *
   * @param name the driver's name, for the message
   * @param jars the driver's jar first
   * @throws DriverException if the jar has none
   */
  static String find(String name, List<Path> jars) throws IOException {
    Path jar = jars.get(0);
    List<String> failures = new ArrayList<>();
    PrintStream err = System.err;
    // some drivers' logging library says here that nobody configured it; failures are thrown
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try (URLClassLoader loader =
        new URLClassLoader(urls(jars), ClassLoader.getPlatformClassLoader())) {
      for (String candidate : candidates(name, jar)) {
        if (accepts(loader, candidate, failures)) {
          return candidate;
        }
      }
    } finally {
      System.setErr(err);
    }
    String reasons = failures.isEmpty() ? "" : " (" + String.join("; ", failures) + ")";
    throw new DriverException(
        "driver %s: %s has no SQLite driver%s; choose a jar whose %s, or class %s, accepts jdbc:sqlite:"
            .formatted(name, jar, reasons, SERVICES, WELL_KNOWN));
  }

  private static URL[] urls(List<Path> jars) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private static Set<String> candidates(String name, Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Set<String> candidates = new LinkedHashSet<>();
      ZipEntry services = zip.getEntry(SERVICES);
      if (services != null) {
        // closing the archive closes the stream
        new String(zip.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceAll("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .forEach(candidates::add);
      }
      if (zip.getEntry(WELL_KNOWN.replace('.', '/') + ".class") != null) {
        candidates.add(WELL_KNOWN);
      }
      return candidates;
    } catch (ZipException e) {
      throw new DriverException(
          "driver %s: %s is not a jar: %s".formatted(name, jar, e.getMessage()), e);
    }
  }

  private static boolean accepts(ClassLoader loader, String className, List<String> failures) {
    try {
      Object candidate =
          Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
      return candidate instanceof java.sql.Driver driver && driver.acceptsURL(URL_OF_MEMORY);
    } catch (ReflectiveOperationException | LinkageError | SQLException e) {
      failures.add(className + " does not start: " + root(e));
      return false;
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
