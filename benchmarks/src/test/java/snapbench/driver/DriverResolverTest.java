package snapbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resolving from a repository of the test's own, with settings and a local repository likewise. */
class DriverResolverTest {
  private static final String LOCAL_REPOSITORY = "maven.repo.local";

  @TempDir Path home;

  private LoopbackRepository repository;
  private @Nullable String ofTheBuild;

  @BeforeEach
  void start() throws Exception {
    ofTheBuild = System.clearProperty(LOCAL_REPOSITORY);
    repository = LoopbackRepository.start(home);
    for (String version : new String[] {"3.9.1", "3.10.2", "3.36.0.3", "3.54.1.0"}) {
      repository.publish(version, LoopbackRepository.driverJar());
    }
  }

  @AfterEach
  void stop() {
    repository.close();
    if (ofTheBuild != null) {
      System.setProperty(LOCAL_REPOSITORY, ofTheBuild);
    }
  }

  private Driver resolve(String name) throws Exception {
    try (DriverResolver resolver = new DriverResolver(repository.mavenUserHome(), line -> {})) {
      return resolver.resolve(name, home.resolve("packed"));
    }
  }

  private void assertRefused(String name, String... words) {
    assertThat(catchThrowable(() -> resolve(name)))
        .isInstanceOf(DriverException.class)
        .message()
        .hasLineCount(1)
        .startsWith("driver " + name)
        .contains(words);
  }

  @Test
  void downloadsAVersionAndVerifiesIt() throws Exception {
    Driver driver = resolve("3.36.0.3");
    assertThat(driver.name()).isEqualTo("org.xerial:sqlite-jdbc:3.36.0.3");
    assertThat(driver.jars()).containsExactly(repository.localJar("3.36.0.3"));
    assertThat(driver.sha256()).matches("[0-9a-f]{64}");
    assertThat(driver.checksum()).isEqualTo(Driver.Checksum.VERIFIED);
    assertThat(driver.className()).isEqualTo(TinyDriver.class.getName());
    assertThat(resolve("org.xerial:sqlite-jdbc:3.36.0.3")).isEqualTo(driver);
    assertThat(repository.downloads("3.36.0.3")).isEqualTo(1);
  }

  @Test
  void refusesADownloadWithAWrongChecksum() {
    repository.damage("3.36.0.3");
    assertRefused("3.36.0.3", "refused", "hecksum", "org.xerial:sqlite-jdbc");
    assertThat(repository.localJar("3.36.0.3")).doesNotExist();
  }

  @Test
  void refusesAJarThatWasTamperedWithInTheLocalRepository() throws Exception {
    resolve("3.36.0.3");
    Path jar = repository.localJar("3.36.0.3");
    Files.write(jar, LoopbackRepository.withOneByteChanged(Files.readAllBytes(jar)));
    assertRefused("3.36.0.3", "refused", jar.toString(), "SHA-1");
  }

  @Test
  void saysThatAJarWithoutAChecksumBesideItIsNotVerified() throws Exception {
    resolve("3.36.0.3");
    Path jar = repository.localJar("3.36.0.3");
    Files.delete(jar.resolveSibling(jar.getFileName() + ".sha1"));
    assertThat(resolve("3.36.0.3").checksum()).isEqualTo(Driver.Checksum.NOT_VERIFIED);
  }

  @Test
  void namesTheNearestVersionsOfOneThatDoesNotExist() {
    assertRefused("3.11", "has no version 3.11", "the nearest are 3.9.1, 3.10.2, 3.36.0.3");
    assertRefused("4.0", "the nearest are 3.36.0.3, 3.54.1.0");
  }

  @Test
  void saysThatALibraryDoesNotExist() {
    assertThat(catchThrowable(() -> resolve("org.example:nothing:1.0")))
        .isInstanceOf(DriverException.class)
        .hasMessageContaining("no repository has org.example:nothing");
  }

  @Test
  void worksOfflineWithWhatWasDownloadedBefore() throws Exception {
    Driver driver = resolve("3.36.0.3");
    repository.settings(true);
    repository.close();
    assertThat(resolve("3.36.0.3")).isEqualTo(driver);
    assertRefused("3.54.1.0", "offline", "of org.xerial:sqlite-jdbc it has 3.36.0.3");
  }

  @Test
  void saysThatARepositoryCannotBeReached() throws Exception {
    // bound, so that nobody else can listen there, but not listening
    try (Socket deaf = new Socket()) {
      deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      repository.settings(false, deaf.getLocalPort());
      assertRefused("3.36.0.3", "cannot be downloaded", "127.0.0.1");
    }
  }

  @Test
  void refusesAJarWithoutADriver() throws Exception {
    repository.publish("3.60.0", LoopbackRepository.jar(Map.of("empty.txt", new byte[1])));
    assertRefused("3.60.0", "has no SQLite driver", "META-INF/services/java.sql.Driver");
    Path notJar = Files.write(home.resolve("not.jar"), new byte[100]);
    assertRefused(notJar.toString(), "is not a jar");
  }

  @Test
  void takesAJarByItsPath() throws Exception {
    Path jar = Files.write(home.resolve("own.jar"), LoopbackRepository.driverJar());
    Driver driver = resolve(jar.toString());
    assertThat(driver.name()).isEqualTo(jar.toString());
    assertThat(driver.checksum()).isEqualTo(Driver.Checksum.NOT_VERIFIED);
  }

  @Test
  void listsVersionsNewestFirstAndMarksThoseThatAreLocal() throws Exception {
    resolve("3.36.0.3");
    try (DriverResolver resolver = new DriverResolver(repository.mavenUserHome(), line -> {})) {
      assertThat(resolver.versions(new DriverName.Library("org.xerial", "sqlite-jdbc")))
          .containsExactly(
              new KnownVersion("3.54.1.0", false),
              new KnownVersion("3.36.0.3", true),
              new KnownVersion("3.10.2", false),
              new KnownVersion("3.9.1", false));
    }
  }
}
