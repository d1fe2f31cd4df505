package snapbench.driver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars whose code does what no driver should do when it is loaded: this process goes on. */
final class HostileDriverTest {
  private static final String LIMIT = "snapbench.driver.trialMillis";

  @TempDir Path folder;

  /** Ends its process as one that succeeded. */
  public static final class Exits extends Base {
    static {
      System.exit(0);
    }
  }

  /** Ends its process without its hooks. */
  public static final class Halts extends Base {
    static {
      Runtime.getRuntime().halt(0);
    }
  }

  /** Ends its process when it is asked something. */
  public static final class ExitsWhenAsked extends Base {
    @Override
    public boolean acceptsURL(String url) {
      Runtime.getRuntime().exit(0);
      return true;
    }
  }

  /** Says what an answer may look like, and ends its process. */
  public static final class Answers extends Base {
    static {
      try (FileOutputStream stdout = new FileOutputStream(FileDescriptor.out)) {
        for (String line : new String[] {"accepts 0\n", "\naccepts 0\n", "READY {}\n"}) {
          stdout.write(line.getBytes(StandardCharsets.UTF_8));
        }
        Runtime.getRuntime().halt(0);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Waits for ever. */
  public static final class Hangs extends Base {
    static {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Fills the pipe, and waits for ever. */
  public static final class Floods extends Base {
    static {
      try (FileOutputStream stdout = new FileOutputStream(FileDescriptor.out)) {
        while (!Thread.currentThread().isInterrupted()) {
          stdout.write(new byte[65_536]);
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Throws an error. */
  public static final class Errs extends Base {
    static {
      if (true) {
        throw new OutOfMemoryError("of its own");
      }
    }
  }

  /** Throws an error when it is asked something. */
  public static final class ErrsWhenAsked extends Base {
    @Override
    public boolean acceptsURL(String url) {
      throw new AssertionError("never asked before\n\tin two lines");
    }
  }

  /** A driver but for what is above, of which the jar holds one. */
  public abstract static class Base implements java.sql.Driver {
    @Override
    public java.sql.Connection connect(String url, java.util.Properties info) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean acceptsURL(String url) {
      return true;
    }

    @Override
    public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties info) {
      return new java.sql.DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
      return 1;
    }

    @Override
    public int getMinorVersion() {
      return 0;
    }

    @Override
    public boolean jdbcCompliant() {
      return false;
    }

    @Override
    public java.util.logging.Logger getParentLogger() {
      throw new UnsupportedOperationException();
    }
  }

  /** What the folder's name must survive, too. */
  private Path jar(String kind) throws IOException {
    String own = HostileDriverTest.class.getName() + "$" + kind;
    Map<String, byte[]> entries = new HashMap<>();
    for (String each : new String[] {own, Base.class.getName()}) {
      String file = each.replace('.', '/') + ".class";
      try (InputStream input = Base.class.getClassLoader().getResourceAsStream(file)) {
        entries.put(file, Objects.requireNonNull(input, file).readAllBytes());
      }
    }
    entries.put("META-INF/services/java.sql.Driver", own.getBytes(StandardCharsets.UTF_8));
    Path named = Files.createDirectories(folder.resolve("Bob's jars: 100%"));
    return Files.write(named.resolve(kind + ".jar"), LoopbackRepository.jar(entries));
  }

  @BeforeEach
  void limit() {
    System.setProperty(LIMIT, "20000");
  }

  @AfterEach
  void noLimit() {
    System.clearProperty(LIMIT);
  }

  private void assertRefused(String kind, String message) throws IOException {
    Path jar = jar(kind);
    try (DriverResolver resolver = new DriverResolver(folder, line -> {})) {
      assertThatThrownBy(() -> resolver.resolve(jar.toString(), folder))
          .isInstanceOf(DriverException.class)
          .message()
          .hasLineCount(1)
          .startsWith("driver " + jar)
          .contains(message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Exits", "Halts", "ExitsWhenAsked", "Answers"})
  void endsAProcessThatIsNotThisOne(String kind) throws Exception {
    assertRefused(kind, kind + " ended the process that loaded it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hangs", "Floods"})
  void hasALimitOfTime(String kind) throws Exception {
    System.setProperty(LIMIT, "1500");
    assertRefused(kind, "took more than 1.5 s to load");
  }

  @Test
  void isRefusedWithTheErrorThatItThrows() throws Exception {
    assertRefused("Errs", "does not start: java.lang.OutOfMemoryError: of its own");
    assertRefused("ErrsWhenAsked", "AssertionError: never asked before in two lines");
  }
}
