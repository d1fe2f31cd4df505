package snapbench.testee.memory;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** HotSpot's diagnostic commands, those of {@code jcmd}, by the MBean that offers them. */
final class DiagnosticCommands {
  private static final String STRINGS = String[].class.getName();

  private DiagnosticCommands() {}

  /**
   * Runs a command.
   *
   * @param operation the command's name in the MBean's spelling, for instance {@code
   *     systemTrimNativeHeap}
   * @param arguments of a command that takes some
   * @return what it answered, or empty where this JVM does not have it
   * @throws JMException if it fails
   */
  static Optional<String> run(String operation, String... arguments) throws JMException {
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
