package snapbench.testee.memory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * HotSpot's diagnostic commands without the MBean server, whose classes would take 3 MiB of the
 * resident set. Needs {@code --add-opens jdk.management/com.sun.management.internal=ALL-UNNAMED};
 * where that was not given, or this JVM is another, {@link DiagnosticCommands} has to do.
 */
record DirectCommands(Object commands, Method execute) {
  private static final String INTERNAL = "com.sun.management.internal.";

  /** The commands; empty where they cannot be reached. */
  static Optional<DirectCommands> find() {
    try {
      // loads the native library that the command needs
      Class.forName(INTERNAL + "PlatformMBeanProviderImpl");
      Class<?> type = Class.forName(INTERNAL + "DiagnosticCommandImpl");
      Method bean = type.getDeclaredMethod("getDiagnosticCommandMBean");
      Method execute = type.getDeclaredMethod("executeDiagnosticCommand", String.class);
      if (!bean.trySetAccessible() || !execute.trySetAccessible()) {
        return Optional.empty();
      }
      return Optional.of(new DirectCommands(bean.invoke(null), execute));
    } catch (ReflectiveOperationException | LinkageError otherJvm) {
      return Optional.empty();
    }
  }

  /**
   * Runs a command.
   *
   * @param line as for {@code jcmd}, for instance {@code VM.native_memory detail}
   * @return what it answered, or empty where this JVM does not have it
   * @throws IllegalStateException if it fails
   */
  Optional<String> run(String line) {
    try {
      return Optional.of(String.valueOf(execute.invoke(commands, line)).strip());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException) {
        return Optional.empty();
      }
      throw new IllegalStateException(line + ": " + e.getCause(), e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(line + ": " + e, e);
    }
  }
}
