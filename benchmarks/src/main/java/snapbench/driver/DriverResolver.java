package snapbench.driver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import snapbench.model.Parameter;

/**
 * From a driver's name, as given in {@code -p driver=}, to its jars, each name once. What comes
 * from a Maven repository is downloaded with its runtime dependencies if need be; a jar whose
 * checksum does not agree with the one beside it is refused, and so is one without a SQLite driver.
 */
public final class DriverResolver implements AutoCloseable {
  private final Path mavenUserHome;
  private final DownloadProgress progress;
  private final Map<String, Driver> resolved = new LinkedHashMap<>();
  private @Nullable MavenRepositories repositories;

  /**
   * For the user's own Maven settings and local repository.
   *
   * @param progress sees a line for every two seconds of waiting
   */
  public DriverResolver(Consumer<String> progress) {
    this(Path.of(System.getProperty("user.home"), ".m2"), progress);
  }

  /**
   * For the settings and the local repository of one folder.
   *
   * @param mavenUserHome the folder, by default {@code ~/.m2}
   * @param progress sees a line for every two seconds of waiting
   */
  public DriverResolver(Path mavenUserHome, Consumer<String> progress) {
    this.mavenUserHome = mavenUserHome;
    this.progress = new DownloadProgress(progress);
  }

  /**
   * Finds a driver.
   *
   * @param name {@code bundled}, a version, coordinates, or the path of a jar
   * @param folder takes the bundled driver's jar
   * @throws DriverException if there is no such driver, or it must not be used
   * @throws IOException if a jar cannot be read or unpacked
   */
  public Driver resolve(String name, Path folder) throws IOException {
    Driver known = resolved.get(name);
    if (known == null) {
      known = find(DriverName.parse(name), folder);
      resolved.put(name, known);
    }
    return known;
  }

  /**
   * Resolves what a command needs, each driver once, before anything is measured; but for the
   * bundled one, which has to be unpacked into a run's folder.
   *
   * @param values the parameter's values, as they were given
   * @param progress sees a line for every two seconds of waiting
   * @return each driver, by the value
   */
  public static Map<String, Driver> resolveAll(Collection<String> values, Consumer<String> progress)
      throws IOException {
    Map<String, Driver> drivers = new LinkedHashMap<>();
    try (DriverResolver resolver = new DriverResolver(progress)) {
      for (String value : values) {
        if (!value.equals(Drivers.BUNDLED)) {
          drivers.put(value, resolver.resolve(Parameter.decoded(value), Path.of("")));
        }
      }
    }
    return drivers;
  }

  private Driver find(DriverName name, Path folder) throws IOException {
    return switch (name.kind()) {
      case BUNDLED -> Drivers.bundled(folder);
      case JAR -> {
        Path jar = Path.of(name.text()).toAbsolutePath();
        yield driver(name, jar.toString(), List.of(jar), Driver.Checksum.NOT_VERIFIED);
      }
      case REPOSITORY -> {
        List<Path> jars = repositories().jars(name);
        yield driver(name, name.library() + ":" + name.version(), jars, verify(name, jars));
      }
    };
  }

  private static Driver driver(
      DriverName name, String fullName, List<Path> jars, Driver.Checksum checksum)
      throws IOException {
    return new Driver(
        fullName, jars, Digests.sha256(jars.get(0)), checksum, DriverClass.find(name.text(), jars));
  }

  private static Driver.Checksum verify(DriverName name, List<Path> jars) throws IOException {
    Driver.Checksum all = Driver.Checksum.VERIFIED;
    for (Path jar : jars) {
      if (Digests.verify(name.text(), jar) == Driver.Checksum.NOT_VERIFIED) {
        all = Driver.Checksum.NOT_VERIFIED;
      }
    }
    return all;
  }

  /**
   * The versions of a library that exist, newest first.
   *
   * @throws DriverException if that cannot be found out, or there is none
   */
  public List<KnownVersion> versions(DriverName.Library library) throws DriverException {
    List<KnownVersion> versions = new ArrayList<>(repositories().versions(library));
    Collections.reverse(versions);
    return versions;
  }

  private MavenRepositories repositories() throws DriverException {
    MavenRepositories open = repositories;
    if (open == null) {
      open = MavenRepositories.open(mavenUserHome, progress);
      repositories = open;
    }
    return open;
  }

  @Override
  public void close() {
    if (repositories != null) {
      repositories.close();
    }
  }
}
