package snapbench.control;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import snapbench.self.speed.Tool;

/** The controls as tests build them: for C, a warning is an error. */
public final class CompiledControls {
  private static final Path HEADER = Path.of("/usr/include/sqlite3.h");
  private static final Path GO_DRIVER =
      Path.of("/usr/share/gocode/src/github.com/mattn/go-sqlite3");

  private final Path folder;
  private final Map<String, Built> built = new HashMap<>();

  CompiledControls(Path folder) {
    this.folder = folder;
  }

  /** The control of that name; skips the test where its compiler is not installed. */
  Built get(String name) throws Exception {
    Built known = built.get(name);
    if (known == null) {
      requireTools(name);
      Path compiler = folder.resolve("compiler");
      script(compiler, "cc", "exec /usr/bin/cc \"$@\" -Werror");
      known =
          Control.of(name, withPath(compiler + ":" + System.getenv("PATH")))
              .build(folder.resolve("cache"), line -> {});
      built.put(name, known);
    }
    return known;
  }

  /** Skips the test where something is missing that the control is built with. */
  public static void requireTools(String name) {
    Tool c = new Tool("cc", "gcc");
    assumeThat(c.find()).as(c.need()).isPresent();
    assumeThat(Files.exists(HEADER)).as("needs the Debian package libsqlite3-dev").isTrue();
    if (name.equals("go")) {
      Tool go = new Tool("go", "golang-go");
      assumeThat(go.find()).as(go.need()).isPresent();
      assumeThat(Files.isDirectory(GO_DRIVER))
          .as("needs the Debian package golang-github-mattn-go-sqlite3-dev")
          .isTrue();
    }
  }

  /** The environment of this process but for its PATH, and with compilers that speak English. */
  static Map<String, String> withPath(String path) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PATH", path);
    environment.put("LC_ALL", "C");
    return environment;
  }

  /** Writes a program of one line. */
  static void script(Path folder, String name, String line) throws Exception {
    Files.createDirectories(folder);
    Path script = folder.resolve(name);
    Files.writeString(script, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
