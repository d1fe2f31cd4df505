package snapbench.driver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.settings.io.xpp3.SettingsXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** What MIMA leaves out when it reads Maven's settings.xml: whether Maven is to work offline. */
final class MavenSettings {
  private MavenSettings() {}

  /**
   * Whether the user's settings, or those of the Maven installation, say so.
   *
   * @param mavenUserHome the folder of the user's settings.xml
   * @throws DriverException if settings.xml cannot be read
   */
  static boolean offline(Path mavenUserHome) throws DriverException {
    String mavenHome = System.getenv("MAVEN_HOME");
    return isOffline(mavenUserHome.resolve("settings.xml"))
        || (mavenHome != null && isOffline(Path.of(mavenHome, "conf", "settings.xml")));
  }

  private static boolean isOffline(Path file) throws DriverException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream input = Files.newInputStream(file)) {
      return new SettingsXpp3Reader().read(input).isOffline();
    } catch (IOException | XmlPullParserException e) {
      throw new DriverException(
          "Maven's settings %s cannot be read: %s"
              .formatted(file, String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
          e);
    }
  }
}
