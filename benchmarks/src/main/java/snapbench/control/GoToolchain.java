package snapbench.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Go and mattn/go-sqlite3 as Debian packs them, with the system's SQLite. No module is downloaded.
 *
 * @param commands runs the compiler
 */
record GoToolchain(Commands commands) implements Toolchain {
  static final String NEEDS =
      "the Go control needs Go, cgo and mattn/go-sqlite3: install golang-go,"
          + " golang-github-mattn-go-sqlite3-dev, gcc, libc6-dev and libsqlite3-dev";

  private static final Path PACKAGES = Path.of("/usr/share/gocode");
  private static final Path DRIVER = PACKAGES.resolve("src/github.com/mattn/go-sqlite3");
  private static final List<String> FILES =
      List.of("control.go", "cycle.go", "database.go", "dump.go", "memory.go");
  private static final int VERSION_SECONDS = 20;
  private static final int COMPILE_SECONDS = 300;

  @Override
  public String name() {
    return "go";
  }

  @Override
  public List<String> files() {
    return FILES;
  }

  @Override
  public Found find(Path folder) throws IOException, InterruptedException {
    Optional<Path> compiler = commands.find("go");
    if (compiler.isEmpty()) {
      throw new ControlException(NEEDS + " (go is not on the PATH)");
    }
    if (!Files.isDirectory(DRIVER)) {
      throw new ControlException(NEEDS + " (there is no folder " + DRIVER + ")");
    }
    Found sqlite = new CToolchain(commands).find(folder);
    String go = run(folder, VERSION_SECONDS, List.of(compiler.get().toString(), "version"));
    return new Found(
        compiler.get(),
        List.of(go, driver(), String.join(" ", sqlite.versions())),
        sqlite.sqliteVersion(),
        "Go control, %s, mattn/go-sqlite3, SQLite %s".formatted(go, sqlite.sqliteVersion()));
  }

  /** The driver says its version nowhere, so its source files stand for it. */
  private static String driver() throws IOException {
    try (Stream<Path> files = Files.list(DRIVER)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".go")).sorted().toList();
      return new Sources(sources).key(List.of());
    }
  }

  @Override
  public void compile(Found found, Path folder, Path program)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(found.compiler().toString(), "build"));
    command.addAll(List.of("-tags", "libsqlite3", "-o", program.toString()));
    command.addAll(FILES);
    run(folder, COMPILE_SECONDS, command);
  }

  private String run(Path folder, int timeoutSeconds, List<String> command)
      throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>();
    settings.put("GO111MODULE", "off");
    settings.put("GOPATH", PACKAGES.toString());
    settings.put("GOCACHE", folder.resolve("go-build").toString());
    settings.put("GOENV", "off");
    settings.put("GOFLAGS", "-buildvcs=false");
    settings.put("GOPROXY", "off");
    settings.put("CGO_ENABLED", "1");
    return commands.run(NEEDS, folder, settings, timeoutSeconds, command);
  }
}
