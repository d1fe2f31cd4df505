package snapbench.driver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** Finds drivers: the bundled one, which is packed into benchmarks.jar, or a jar by its path. */
public final class Drivers {
  /** The name of the driver that is packed into benchmarks.jar. */
  public static final String BUNDLED = "bundled";

  private static final String PACKED = "/packed/";

  private Drivers() {}

  /**
   * Finds a driver.
   *
   * @param name {@value #BUNDLED} or the path of a jar
   * @param folder takes jars that have to be unpacked
   * @throws IllegalArgumentException if there is no such driver
   * @throws IOException if a jar cannot be read or unpacked
   */
  public static Driver find(String name, Path folder) throws IOException {
    if (name.equals(BUNDLED)) {
      String version = bundledVersion();
      Path jar = unpack("sqlite-jdbc-" + version + ".jar", folder);
      return new Driver("org.xerial:sqlite-jdbc:" + version, List.of(jar), sha256(jar));
    }
    Path jar = Path.of(name);
    if (!Files.isRegularFile(jar)) {
      throw new IllegalArgumentException(
          "driver=" + name + " is neither " + BUNDLED + " nor the path of a jar");
    }
    Path absolute = jar.toAbsolutePath();
    return new Driver(absolute.toString(), List.of(absolute), sha256(absolute));
  }

  /** The version of the bundled driver. */
  public static String bundledVersion() throws IOException {
    Properties versions = new Properties();
    try (InputStream input = resource("versions.properties")) {
      versions.load(input);
    }
    return versions.getProperty("sqlite-jdbc");
  }

  /**
   * Unpacks the testee's jar.
   *
   * @throws IOException if it cannot be written
   */
  public static Path testeeJar(Path folder) throws IOException {
    return unpack("testee.jar", folder);
  }

  private static Path unpack(String name, Path folder) throws IOException {
    Path target = folder.resolve(name);
    if (!Files.exists(target)) {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, name, ".part");
      try (InputStream input = resource(name)) {
        Files.copy(input, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    }
    return target;
  }

  private static InputStream resource(String name) throws IOException {
    InputStream input = Drivers.class.getResourceAsStream(PACKED + name);
    if (input == null) {
      throw new IOException(name + " is not packed into benchmarks.jar; build it with mvn package");
    }
    return input;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
