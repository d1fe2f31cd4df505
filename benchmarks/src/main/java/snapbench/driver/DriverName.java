package snapbench.driver;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import snapbench.model.Parameter;

/**
 * What the user calls a driver, told apart by its form.
 *
 * @param text as given
 * @param kind what it is
 * @param library its library; org.xerial:sqlite-jdbc where the name does not say
 * @param version its version within the library, where it is of a repository
 */
public record DriverName(String text, Kind kind, Library library, String version) {
  private static final Library DEFAULT_LIBRARY = new Library("org.xerial", "sqlite-jdbc");

  private static final String WORD = "[A-Za-z0-9_.-]+";
  private static final Pattern LIBRARY = Pattern.compile("(" + WORD + "):(" + WORD + ")");
  private static final Pattern COORDINATES = Pattern.compile(LIBRARY + ":([A-Za-z0-9_.+-]+)");
  private static final Pattern VERSION = Pattern.compile("\\d[A-Za-z0-9_.+-]*");

  /** Words for whatever version is the newest: not what a result can be traced to. */
  private static final Set<String> MOVING = Set.of("LATEST", "RELEASE");

  /** The kinds of names. */
  public enum Kind {
    /** The driver that is packed into benchmarks.jar. */
    BUNDLED,
    /** A jar that exists. */
    JAR,
    /** A version, or coordinates, of a Maven repository. */
    REPOSITORY
  }

  /**
   * A library, without a version.
   *
   * @param groupId for instance {@code org.xerial}
   * @param artifactId for instance {@code sqlite-jdbc}
   */
  public record Library(String groupId, String artifactId) {
    @Override
    public String toString() {
      return groupId + ":" + artifactId;
    }
  }

  /**
   * Tells what a name is: a jar that exists comes before a version that looks like its path.
   *
   * @throws DriverException if it is none of them, naming the choices
   */
  public static DriverName parse(String text) throws DriverException {
    if (text.equals(Drivers.BUNDLED)) {
      return new DriverName(text, Kind.BUNDLED, DEFAULT_LIBRARY, text);
    }
    if (isReadableFile(text)) {
      return new DriverName(text, Kind.JAR, DEFAULT_LIBRARY, text);
    }
    if (VERSION.matcher(text).matches() && !text.endsWith(".jar")) {
      return new DriverName(text, Kind.REPOSITORY, DEFAULT_LIBRARY, text);
    }
    Matcher parts = COORDINATES.matcher(text);
    if (parts.matches() && !MOVING.contains(parts.group(3))) {
      Library library = new Library(parts.group(1), parts.group(2));
      return new DriverName(text, Kind.REPOSITORY, library, parts.group(3));
    }
    throw new DriverException("driver " + text + " is not possible; choose " + choices(text));
  }

  /** What is possible in place of a name that is not, to follow the word "choose". */
  public static String choices(String text) {
    boolean isPath = text.endsWith(".jar") || text.contains("/") || text.contains("\\");
    return Parameter.DRIVER.choices()
        + (isPath && !isReadableFile(text) ? "; " + text + " is not a file that can be read" : "");
  }

  /** Whether a text is the name of a driver, whether or not there is such a driver. */
  public static boolean isValid(String text) {
    try {
      parse(text);
      return true;
    } catch (DriverException e) {
      return false;
    }
  }

  /** The library of {@code group:artifact}; empty if the text has another form. */
  public static Optional<Library> library(String text) {
    Matcher matcher = LIBRARY.matcher(text);
    return matcher.matches()
        ? Optional.of(new Library(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  private static boolean isReadableFile(String text) {
    try {
      Path path = Path.of(text);
      return !text.isEmpty() && Files.isRegularFile(path) && Files.isReadable(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
