package snapbench.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system's C compiler and SQLite.
 *
 * @param commands runs the compiler
 */
record CToolchain(Commands commands) implements Toolchain {
  static final String NEEDS =
      "the C control needs a C compiler and sqlite3.h: install gcc, libc6-dev and libsqlite3-dev";

  private static final List<String> FILES =
      List.of(
          "control.c",
          "control.h",
          "database.c",
          "dump.c",
          "json.c",
          "literal.c",
          "number.c",
          "output.c",
          "output.h",
          "snapshot.c",
          "workers.c");
  private static final int VERSION_SECONDS = 20;
  private static final int COMPILE_SECONDS = 120;
  private static final List<String> OPTIONS =
      List.of("-std=gnu11", "-O2", "-Wall", "-Wextra", "-pthread");
  private static final Pattern SQLITE_VERSION =
      Pattern.compile("#define SQLITE_VERSION +\"([^\"]+)\"");
  private static final Pattern SQLITE_SOURCE =
      Pattern.compile("#define SQLITE_SOURCE_ID +\"([^\"]+)\"");

  @Override
  public String name() {
    return "c";
  }

  @Override
  public List<String> files() {
    return FILES;
  }

  @Override
  public Found find(Path folder) throws IOException, InterruptedException {
    Optional<Path> compiler = commands.find("cc", "gcc", "clang");
    if (compiler.isEmpty()) {
      throw new ControlException(NEEDS + " (none of cc, gcc and clang is on the PATH)");
    }
    String name = compiler.get().toString();
    String version = says(folder, List.of(name, "--version")).lines().findFirst().orElse("");
    String macros =
        says(folder, List.of(name, "-E", "-dM", "-include", "sqlite3.h", "-xc", "/dev/null"));
    return new Found(
        compiler.get(),
        List.of(version, first(SQLITE_SOURCE, macros), String.join(" ", OPTIONS)),
        first(SQLITE_VERSION, macros),
        "C control, %s, SQLite %s".formatted(version, first(SQLITE_VERSION, macros)));
  }

  @Override
  public void compile(Found found, Path folder, Path program)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(found.compiler().toString()));
    command.addAll(OPTIONS);
    command.addAll(List.of("-o", program.toString()));
    FILES.stream().filter(file -> file.endsWith(".c")).forEach(command::add);
    command.add("-lsqlite3");
    commands.run(NEEDS, folder, Map.of(), COMPILE_SECONDS, command);
  }

  private String says(Path folder, List<String> command) throws IOException, InterruptedException {
    return commands.run(NEEDS, folder, Map.of(), VERSION_SECONDS, command);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "unknown";
  }
}
