package snapbench.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import snapbench.files.Executables;
import snapbench.model.Parameter;

/**
 * What kind of program a testee is: a value of the parameter {@code testee}.
 *
 * @param value {@code jvm}, {@code c}, {@code go}, or {@code command:} and a command line, with
 *     commas
 */
public record TesteeName(String value) {
  /** The testee that snapbench measures where nothing else is asked for. */
  public static final TesteeName JVM = new TesteeName(Parameter.TESTEE.defaultValue());

  private static final String COMMAND = "command:";
  private static final String GO = "go";
  private static final List<String> CONTROLS = List.of("c", GO);

  /**
   * Says whether a value is a testee's name.
   *
   * @param value with commas, not semicolons
   * @return null if it is; otherwise what would be, to follow the word "choose"
   */
  public static @Nullable String choices(String value) {
    TesteeName name = new TesteeName(value);
    return name.isJvm() || name.isControl() || name.isStartable()
        ? null
        : Parameter.TESTEE.choices();
  }

  /**
   * Says whether a value is one of the parameter {@code gomaxprocs}.
   *
   * @return null if it is; otherwise what would be, to follow the word "choose"
   */
  public static @Nullable String processors(String value) {
    return Parameter.GOMAXPROCS.isDefault(value) || value.matches("[1-9][0-9]{0,3}")
        ? null
        : Parameter.GOMAXPROCS.choices();
  }

  /**
   * Says why a combination of parameters makes no sense: some are there for some testees alone.
   *
   * @param params values by name, as given
   * @return null if it does; otherwise the reason, naming parameter, value and choices
   */
  public static @Nullable String objection(Map<String, String> params) {
    TesteeName testee = new TesteeName(Parameter.TESTEE.in(params));
    boolean choosesThreads = testee.value.equals(GO) || testee.isCommand();
    if (Parameter.THREADS.in(params).matches("0+") && !choosesThreads) {
      return "-p threads=0 (the program chooses) is not possible with testee=%s; choose a whole"
              .formatted(testee.value)
          + " number from 1 to 1024, or testee=go or command:…";
    }
    String processors = Parameter.GOMAXPROCS.in(params);
    if (!Parameter.GOMAXPROCS.isDefault(processors) && !testee.value.equals(GO)) {
      return "-p gomaxprocs=%s is not possible with testee=%s; choose default, or testee=go"
          .formatted(processors, testee.value);
    }
    return null;
  }

  /** Whether it is the JVM testee, which alone is not of the contract for other programs. */
  public boolean isJvm() {
    return equals(JVM);
  }

  /** Whether it is a control that is built when it is needed. */
  public boolean isControl() {
    return CONTROLS.contains(value);
  }

  /** Whether it is a user's own program. */
  public boolean isCommand() {
    return value.startsWith(COMMAND);
  }

  /**
   * The words of the command, with absolute paths where they are paths seen from the current
   * folder.
   *
   * @throws IllegalArgumentException if it is no command
   */
  public List<String> command() {
    return CommandWords.withAbsolutePaths(CommandWords.split(value.substring(COMMAND.length())));
  }

  /** Whether it is a command whose program there is: by its path, or on the PATH. */
  private boolean isStartable() {
    if (!isCommand()) {
      return false;
    }
    try {
      Path program = Path.of(command().get(0));
      return (program.getNameCount() > 1 || program.isAbsolute())
          ? Executables.canBeStarted(program)
          : Executables.find(program.toString()).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
