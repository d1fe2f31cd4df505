package snapbench.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.eclipse.aether.version.Version;

/** Puts what Maven's resolver throws into one line of ours. */
record RepositoryFailure(MavenRepositories repositories, DriverName name) {
  /** How many existing versions are named on either side of one that does not exist. */
  private static final int NEIGHBOURS = 2;

  /** Why a driver's jars cannot be had. */
  DriverException explain(Exception failure) {
    List<Throwable> causes = causes(failure);
    if (causes.stream().anyMatch(ChecksumFailureException.class::isInstance)) {
      return driver("is refused: its download is damaged: " + line(failure), failure);
    }
    if (repositories.offline()
        || causes.stream().anyMatch(RepositoryOfflineException.class::isInstance)) {
      return driver(
          "cannot be had from the local repository %s alone, and settings.xml says offline: "
                  .formatted(repositories.localRepository())
              + line(failure)
              + localChoices(),
          failure);
    }
    if (causes.stream().anyMatch(ArtifactNotFoundException.class::isInstance)) {
      return notFound(failure);
    }
    return driver("cannot be downloaded: " + line(failure), failure);
  }

  private DriverException driver(String what, Exception failure) {
    return new DriverException("driver " + name.text() + " " + what, failure);
  }

  private DriverException notFound(Exception failure) {
    try {
      List<KnownVersion> versions = repositories.versions(name.library());
      if (versions.stream().anyMatch(known -> known.version().equals(name.version()))) {
        return driver("lacks something it needs: " + line(failure), failure);
      }
      return new DriverException(
          "driver %s: %s has no version %s; the nearest are %s"
              .formatted(name.text(), name.library(), name.version(), nearest(versions)),
          failure);
    } catch (DriverException e) {
      return e;
    }
  }

  private String nearest(List<KnownVersion> oldestFirst) {
    Version asked = LocalVersions.parse(name.version());
    List<String> versions = oldestFirst.stream().map(KnownVersion::version).toList();
    int older =
        (int)
            versions.stream()
                .filter(each -> LocalVersions.parse(each).compareTo(asked) < 0)
                .count();
    int end = Math.min(older + NEIGHBOURS, versions.size());
    return String.join(", ", versions.subList(Math.max(0, older - NEIGHBOURS), end));
  }

  private String localChoices() {
    try {
      String local =
          new LocalVersions(repositories.localRepository(), name.library())
              .merge(List.of()).stream()
                  .map(KnownVersion::version)
                  .collect(Collectors.joining(", "));
      return local.isEmpty()
          ? "; it has no version of " + name.library()
          : "; of " + name.library() + " it has " + local;
    } catch (DriverException e) {
      return "; " + e.getMessage();
    }
  }

  /** Why no version of a library is known. */
  static DriverException noVersions(
      MavenRepositories repositories, DriverName.Library library, List<Exception> failures) {
    if (repositories.offline()) {
      return new DriverException(
          "the local repository "
              + repositories.localRepository()
              + " has no version of "
              + library
              + ", and Maven's settings say offline");
    }
    for (Exception failure : failures) {
      boolean missing = causes(failure).stream().anyMatch(RepositoryFailure::isNotFound);
      if (!missing) {
        return new DriverException(
            "the versions of " + library + " cannot be listed: " + line(failure), failure);
      }
    }
    return new DriverException("no repository has " + library + "; is it spelled right?");
  }

  private static boolean isNotFound(Throwable cause) {
    return cause instanceof ArtifactNotFoundException || cause instanceof MetadataNotFoundException;
  }

  /** The innermost message of Maven's resolver that names what it is about, on one line. */
  static String line(Throwable failure) {
    String message = failure.toString();
    for (Throwable cause : causes(failure)) {
      boolean names =
          cause instanceof RepositoryException
              && !(cause instanceof ChecksumFailureException)
              && !(cause instanceof RepositoryOfflineException);
      if (names && cause.getMessage() != null) {
        message = cause.getMessage();
      }
    }
    return message.replaceAll("\\s+", " ").replaceFirst("\\.$", "");
  }

  /** Itself and its causes, those of single artifacts among them, each before its own cause. */
  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      causes.add(cause);
      if (cause instanceof ArtifactResolutionException resolution) {
        resolution.getResults().stream()
            .flatMap(result -> result.getExceptions().stream())
            .forEach(each -> causes.addAll(causes(each)));
      }
    }
    return causes;
  }
}
