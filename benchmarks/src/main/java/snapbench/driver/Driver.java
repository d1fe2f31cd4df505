package snapbench.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A SQLite driver, found.
 *
 * @param name its coordinates, or the path of its jar
 * @param jars its jar first, then what it needs at run time
 * @param sha256 SHA-256 of its jar, in hexadecimal
 * @param checksum what is known of the jars' integrity
 * @param className its class that implements {@link java.sql.Driver}
 */
public record Driver(
    String name, List<Path> jars, String sha256, Checksum checksum, String className) {
  public Driver {
    jars = List.copyOf(jars);
    if (jars.isEmpty()) {
      throw new IllegalArgumentException(name + " has no jar");
    }
  }

  /** Whether its jars were compared with checksums that somebody else made. */
  public enum Checksum {
    /** Each jar agrees with the checksum that lies beside it in the local repository. */
    VERIFIED,
    /** For at least one jar there is none. Its SHA-256 is known anyway. */
    NOT_VERIFIED;

    /** The words used in results. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
