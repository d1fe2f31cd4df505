package snapbench.driver;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.ContextOverrides.ChecksumPolicy;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.AndDependencyFilter;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * The Maven repositories that the user's own Maven would use, through MIMA: the local repository,
 * and what settings.xml says of repositories, mirrors, proxies and working offline. The sole user
 * of Maven's classes beside {@link MavenSettings}; loaded only when a driver has to be looked up.
 *
 * @param offline whether nothing may be downloaded
 */
record MavenRepositories(Context context, DownloadProgress progress, boolean offline)
    implements AutoCloseable {
  /**
   * Reads the user's settings.
   *
   * @param mavenUserHome the folder of the user's settings.xml, by default {@code ~/.m2}
   * @throws DriverException if settings.xml cannot be read
   */
  static MavenRepositories open(Path mavenUserHome, DownloadProgress progress)
      throws DriverException {
    boolean offline = MavenSettings.offline(mavenUserHome);
    ContextOverrides.Builder overrides =
        ContextOverrides.create()
            .withUserSettings(true)
            .withMavenUserHomeOverride(mavenUserHome)
            .offline(offline)
            .checksumPolicy(ChecksumPolicy.FAIL)
            .transferListener(progress);
    String localRepository = System.getProperty("maven.repo.local");
    if (localRepository != null) {
      overrides.withLocalRepositoryOverride(Path.of(localRepository));
    }
    try {
      Context context = Runtimes.INSTANCE.getRuntime().create(overrides.build());
      return new MavenRepositories(context, progress, offline);
    } catch (RuntimeException e) {
      throw new DriverException("Maven's settings cannot be used: " + RepositoryFailure.line(e), e);
    }
  }

  /** The folder of the local repository. */
  Path localRepository() {
    return context.repositorySystemSession().getLocalRepository().getBasedir().toPath();
  }

  /**
   * The jars of a driver, its own first, then its runtime dependencies.
   *
   * @throws DriverException if one cannot be had
   */
  List<Path> jars(DriverName name) throws DriverException {
    return progress.during("resolving driver " + name.text(), () -> resolve(name));
  }

  private List<Path> resolve(DriverName name) throws DriverException {
    Dependency driver =
        new Dependency(artifact(name.library(), name.version()), JavaScopes.RUNTIME);
    CollectRequest collect = new CollectRequest(driver, context.remoteRepositories());
    DependencyFilter needed =
        new AndDependencyFilter(
            DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME),
            MavenRepositories::isRequired);
    try {
      DependencyRequest request = new DependencyRequest(collect, needed);
      return context
          .repositorySystem()
          .resolveDependencies(context.repositorySystemSession(), request)
          .getArtifactResults()
          .stream()
          .map(result -> result.getArtifact().getFile().toPath())
          .toList();
    } catch (DependencyResolutionException | RuntimeException e) {
      throw new RepositoryFailure(this, name).explain(e);
    }
  }

  /** The resolver takes the optional dependencies of what was asked for as if they were not. */
  private static boolean isRequired(DependencyNode node, List<DependencyNode> parents) {
    return !isOptional(node) && parents.stream().noneMatch(MavenRepositories::isOptional);
  }

  private static boolean isOptional(DependencyNode node) {
    return node.getDependency() != null && node.getDependency().isOptional();
  }

  /**
   * The versions of a library that exist, oldest first.
   *
   * @throws DriverException if that cannot be found out, or there is none
   */
  List<KnownVersion> versions(DriverName.Library library) throws DriverException {
    return progress.during("listing versions of " + library, () -> list(library));
  }

  private List<KnownVersion> list(DriverName.Library library) throws DriverException {
    VersionRangeRequest request =
        new VersionRangeRequest(artifact(library, "[0,)"), context.remoteRepositories(), null);
    LocalVersions local = new LocalVersions(localRepository(), library);
    try {
      VersionRangeResult result =
          context
              .repositorySystem()
              .resolveVersionRange(context.repositorySystemSession(), request);
      List<KnownVersion> versions =
          local.merge(result.getVersions().stream().map(String::valueOf).toList());
      if (versions.isEmpty()) {
        throw RepositoryFailure.noVersions(this, library, result.getExceptions());
      }
      return versions;
    } catch (VersionRangeResolutionException e) {
      throw RepositoryFailure.noVersions(this, library, List.of(e));
    }
  }

  private static DefaultArtifact artifact(DriverName.Library library, String version) {
    return new DefaultArtifact(library.groupId(), library.artifactId(), "jar", version);
  }

  @Override
  public void close() {
    context.close();
  }
}
