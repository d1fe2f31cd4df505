package snapbench.driver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Maven repository on 127.0.0.1, and a user's home whose settings.xml has it for a mirror. */
public final class LoopbackRepository implements AutoCloseable {
  private static final String LIBRARY = "/org/xerial/sqlite-jdbc/";

  private final HttpServer server;
  private final Path home;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> versions = new ArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private LoopbackRepository(Path home, HttpServer server) {
    this.home = home;
    this.server = server;
  }

  /**
   * Starts it, empty.
   *
   * @param home gets the settings, as {@code .m2/settings.xml}
   */
  public static LoopbackRepository start(Path home) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    LoopbackRepository repository = new LoopbackRepository(home, server);
    server.createContext("/", repository::answer);
    server.start();
    repository.settings(false);
    return repository;
  }

  /** Writes the user's settings. */
  public void settings(boolean offline) throws IOException {
    settings(offline, server.getAddress().getPort());
  }

  /** Writes the user's settings, as if this were at another port. */
  void settings(boolean offline, int port) throws IOException {
    Files.createDirectories(mavenUserHome());
    Files.writeString(
        mavenUserHome().resolve("settings.xml"),
        """
        <settings>
          <offline>%s</offline>
          <mirrors>
            <mirror>
              <id>loopback</id>
              <url>http://127.0.0.1:%d/</url>
              <mirrorOf>*</mirrorOf>
            </mirror>
          </mirrors>
        </settings>
        """
            .formatted(offline, port));
  }

  /** The folder that stands for {@code ~/.m2}. */
  public Path mavenUserHome() {
    return home.resolve(".m2");
  }

  /** The path that a version's jar has in the local repository. */
  public Path localJar(String version) {
    return mavenUserHome().resolve("repository" + path(version, ".jar"));
  }

  /** Publishes a version of org.xerial:sqlite-jdbc, with the checksums that belong to it. */
  public void publish(String version, byte[] jar) throws IOException {
    versions.add(version);
    put(path(version, ".jar"), jar);
    put(
        path(version, ".pom"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.xerial</groupId>
          <artifactId>sqlite-jdbc</artifactId>
          <version>%s</version>
        </project>
        """
            .formatted(version)
            .getBytes(StandardCharsets.UTF_8));
    put(
        LIBRARY + "maven-metadata.xml",
        """
        <metadata>
          <groupId>org.xerial</groupId>
          <artifactId>sqlite-jdbc</artifactId>
          <versioning><versions>%s</versions></versioning>
        </metadata>
        """
            .formatted(
                versions.stream()
                    .map(each -> "<version>" + each + "</version>")
                    .collect(Collectors.joining()))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Changes a published jar, but not its checksum. */
  public void damage(String version) {
    files.computeIfPresent(path(version, ".jar"), (path, jar) -> withOneByteChanged(jar));
  }

  /** How often a version's jar was asked for. */
  public long downloads(String version) {
    return requests.stream().filter(path(version, ".jar")::equals).count();
  }

  /** A jar with a driver in it. */
  public static byte[] driverJar() throws IOException {
    String className = TinyDriver.class.getName();
    String classFile = className.replace('.', '/') + ".class";
    try (InputStream input = TinyDriver.class.getClassLoader().getResourceAsStream(classFile)) {
      return jar(
          Map.of(
              classFile,
              Objects.requireNonNull(input, classFile).readAllBytes(),
              "META-INF/services/java.sql.Driver",
              ("# ours\n" + className + "\n").getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** A driver's jar with {@link TinyDriver} added, which claims SQLite's URLs as well. */
  public static byte[] withSecondDriver(Path jar, Path folder, boolean second) throws IOException {
    Path copy = Files.copy(jar, folder.resolve("two-drivers-" + second + ".jar"));
    Path other = Files.write(folder.resolve("other-driver.jar"), driverJar());
    try (FileSystem target = FileSystems.newFileSystem(copy);
        FileSystem source = FileSystems.newFileSystem(other)) {
      String classFile = TinyDriver.class.getName().replace('.', '/') + ".class";
      Files.createDirectories(target.getPath(classFile).getParent());
      Files.copy(source.getPath(classFile), target.getPath(classFile));
      Path services = target.getPath("META-INF/services/java.sql.Driver");
      String real = Files.readString(services).strip() + "\n";
      String added = TinyDriver.class.getName() + "\n";
      Files.writeString(services, second ? real + added : added + real);
    }
    return Files.readAllBytes(copy);
  }

  /** A jar of these entries. */
  public static byte[] jar(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** The same, but for one byte in the middle. */
  public static byte[] withOneByteChanged(byte[] bytes) {
    byte[] changed = bytes.clone();
    changed[changed.length / 2] ^= 1;
    return changed;
  }

  private static String path(String version, String ending) {
    return LIBRARY + version + "/sqlite-jdbc-" + version + ending;
  }

  private void put(String path, byte[] content) {
    files.put(path, content);
    files.put(path + ".sha1", sha1(content).getBytes(StandardCharsets.US_ASCII));
  }

  private static String sha1(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requests.add(path);
      byte[] content = files.get(path);
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
