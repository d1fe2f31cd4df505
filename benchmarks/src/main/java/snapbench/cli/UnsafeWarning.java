package snapbench.cli;

import java.lang.reflect.Field;

/**
 * Keeps four lines off the error output: JMH 1.37 asks {@code sun.misc.Unsafe} for offsets of
 * fields, of which JDK 24 and later warn once (JEP 498). The option that allows it is unknown to
 * 17, and no attribute of a jar's manifest stands for it; but the class remembers in a field that
 * it has warned, and its package is open to everyone. Forks get the option's system property, which
 * 17 takes and which counts from the start of a JVM only.
 */
final class UnsafeWarning {
  private UnsafeWarning() {}

  /** To be called before JMH is. Does nothing where there is no such field: the lines appear. */
  static void suppress() {
    try {
      Field warned = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
      warned.setAccessible(true);
      warned.setBoolean(null, true);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // 17 to 23 have no such field and do not warn; a later JDK may have another one
    }
  }
}
