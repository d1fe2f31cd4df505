package snapbench.process;

import java.util.List;
import java.util.Map;

/** Options that an environment has for every JVM. */
public final class JvmOptions {
  private JvmOptions() {}

  /** Takes them out, since a JVM tells of each in a line of its own. */
  public static void removeFrom(Map<String, String> environment) {
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(environment::remove);
  }
}
