package snapbench.cli.measure;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Which snapbench this is, as the manifest of its jar says. */
public final class Version {
  private static final String UNKNOWN = "unknown";

  private Version() {}

  /** What {@code --version} prints. */
  public static String line() {
    return "snapbench " + text();
  }

  /** Version and commit, such as "1.0.0 (commit 0123abc)"; "unknown" for what is not known. */
  public static String text() {
    Attributes manifest = manifest();
    Object version = manifest.getOrDefault(Attributes.Name.IMPLEMENTATION_VERSION, UNKNOWN);
    Object commit = manifest.getOrDefault(new Attributes.Name("Implementation-Commit"), UNKNOWN);
    return version + " (commit " + commit + ")";
  }

  /** Empty where the classes are not in a jar, which is no reason not to measure. */
  private static Attributes manifest() {
    URL place = Version.class.getProtectionDomain().getCodeSource().getLocation();
    try (JarFile jar = new JarFile(new File(place.toURI()))) {
      Manifest manifest = jar.getManifest();
      return manifest == null ? new Attributes() : manifest.getMainAttributes();
    } catch (IOException | URISyntaxException | IllegalArgumentException | SecurityException e) {
      return new Attributes();
    }
  }
}
