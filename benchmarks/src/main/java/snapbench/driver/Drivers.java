package snapbench.driver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import snapbench.model.Parameter;

/** What is packed into benchmarks.jar: the bundled driver and the testee. */
public final class Drivers {
  /** The name of the driver that is packed into benchmarks.jar. */
  public static final String BUNDLED = Parameter.DRIVER.defaultValue();

  private static final String PACKED = "/packed/";

  private Drivers() {}

  /**
   * Unpacks the bundled driver.
   *
   * @param temporary takes the jar, in a folder of it
   * @throws IOException if it cannot be unpacked
   * @throws DriverException if what was packed is not a driver
   */
  public static Driver bundled(Path temporary) throws IOException {
    String version = bundledVersion();
    Path jar = unpack("sqlite-jdbc-" + version + ".jar", temporary);
    return new Driver(
        "org.xerial:sqlite-jdbc:" + version,
        List.of(jar),
        Digests.sha256(jar),
        Driver.Checksum.NOT_VERIFIED,
        DriverClass.declared(BUNDLED, jar));
  }

  /** The version of the bundled driver. */
  public static String bundledVersion() throws IOException {
    Properties versions = new Properties();
    try (InputStream input = resource("versions.properties")) {
      versions.load(input);
    }
    return versions.getProperty("sqlite-jdbc");
  }

  /** The class path of a JVM testee: its jar, which is unpacked, and the driver's. */
  public static List<Path> classPath(Driver driver, Path temporary) throws IOException {
    return Stream.concat(Stream.of(unpack("testee.jar", temporary)), driver.jars().stream())
        .toList();
  }

  /** Unpacks JNA, by which a testee on a JDK before 21 asks its C library. */
  public static Path jnaJar(Path temporary) throws IOException {
    return unpack("jna.jar", temporary);
  }

  private static Path unpack(String name, Path temporary) throws IOException {
    Path folder = temporary.resolve("packed");
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
}
