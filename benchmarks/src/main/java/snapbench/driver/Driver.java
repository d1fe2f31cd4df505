package snapbench.driver;

import java.nio.file.Path;
import java.util.List;

/**
 * A SQLite driver, found.
 *
 * @param name its coordinates, or the path of its jar
 * @param jars its jar first, then what it needs at run time
 * @param sha256 SHA-256 of its jar, in hexadecimal
 */
public record Driver(String name, List<Path> jars, String sha256) {
  /** Copies the list. */
  public Driver {
    jars = List.copyOf(jars);
  }
}
