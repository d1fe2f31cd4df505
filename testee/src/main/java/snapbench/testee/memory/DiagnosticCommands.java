package snapbench.testee.memory;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * HotSpot's diagnostic commands, those of {@code jcmd}: by {@link DirectCommands} where they can be
 * had, or else by the MBean that offers them.
 */
final class DiagnosticCommands {
  private static final String STRINGS = String[].class.getName();
  private static final Optional<DirectCommands> DIRECT = DirectCommands.find();

  private DiagnosticCommands() {}

  /**
   * Runs a command.
   *
   * @param line as for {@code jcmd}, for instance {@code System.trim_native_heap}
   * @param operation its name in the MBean's spelling, for instance {@code systemTrimNativeHeap}
   * @param arguments the line's, of a command that takes some
   * @return what it answered, or empty where this JVM does not have it
   * @throws JMException if it fails
   * @throws IllegalStateException likewise
   */
  static Optional<String> run(String line, String operation, String... arguments)
      throws JMException {
    if (DIRECT.isPresent()) {
      return DIRECT.get().run(line);
    }
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
    boolean offered =
        server.isRegistered(commands)
            && Arrays.stream(server.getMBeanInfo(commands).getOperations())
                .anyMatch(each -> each.getName().equals(operation));
    if (!offered) {
      return Optional.empty();
    }
    Object answer =
        arguments.length == 0
            ? server.invoke(commands, operation, null, null)
            : server.invoke(commands, operation, new Object[] {arguments}, new String[] {STRINGS});
    return Optional.of(String.valueOf(answer).strip());
  }
}
