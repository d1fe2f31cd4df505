package snapbench.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** Which versions of a library have their jar in the local repository. */
final class LocalVersions {
  private final Path folder;
  private final String artifactId;

  LocalVersions(Path localRepository, DriverName.Library library) {
    this.folder =
        localRepository.resolve(library.groupId().replace('.', '/')).resolve(library.artifactId());
    this.artifactId = library.artifactId();
  }

  /**
   * Marks those that are local, and adds those that only the local repository has.
   *
   * @return oldest first, as Maven orders versions
   */
  List<KnownVersion> merge(Collection<String> listed) throws DriverException {
    TreeMap<Version, KnownVersion> versions = new TreeMap<>();
    for (String version : listed) {
      versions.put(parse(version), new KnownVersion(version, hasJar(version)));
    }
    for (String version : local()) {
      versions.putIfAbsent(parse(version), new KnownVersion(version, true));
    }
    return List.copyOf(versions.values());
  }

  private List<String> local() throws DriverException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> versions = Files.list(folder)) {
      return versions.map(path -> path.getFileName().toString()).filter(this::hasJar).toList();
    } catch (IOException e) {
      throw new DriverException("the local repository cannot be read: " + e, e);
    }
  }

  private boolean hasJar(String version) {
    return Files.isRegularFile(
        folder.resolve(version).resolve(artifactId + "-" + version + ".jar"));
  }

  /** A version as Maven orders it. */
  static Version parse(String version) {
    try {
      return new GenericVersionScheme().parseVersion(version);
    } catch (InvalidVersionSpecificationException e) {
      throw new IllegalStateException("Maven takes every text for a version", e);
    }
  }
}
