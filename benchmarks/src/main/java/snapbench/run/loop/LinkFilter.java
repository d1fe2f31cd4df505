package snapbench.run.loop;

import java.io.ObjectInputFilter;
import java.util.Set;
import org.openjdk.jmh.results.Result;

/**
 * What may come over JMH's link, which reads Java serialisation: classes of JMH's and ours, results
 * of any profiler, exceptions of any benchmark, and the simple classes that those are made of.
 */
final class LinkFilter {
  /** What the fork is told; it receives options and a plan only. */
  static final String PROPERTY = "jdk.serialFilter";

  static final String OF_FORK =
      "maxdepth=100;org.openjdk.jmh.**;snapbench.**;java.lang.*;java.util.*;java.util.concurrent.*;!*";

  private static final int MOST_DEPTH = 200;
  private static final int LONGEST_ARRAY = 10_000_000;
  private static final Set<String> PACKAGES =
      Set.of("java.lang", "java.util", "java.util.concurrent", "java.math", "java.time");

  private LinkFilter() {}

  /** For this process, unless the user has set one. */
  static void install() {
    if (ObjectInputFilter.Config.getSerialFilter() == null) {
      ObjectInputFilter.Config.setSerialFilter(LinkFilter::check);
    }
  }

  private static ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info) {
    Class<?> type = info.serialClass();
    boolean small = info.depth() <= MOST_DEPTH && info.arrayLength() <= LONGEST_ARRAY;
    return small && (type == null || isAdmitted(type))
        ? ObjectInputFilter.Status.ALLOWED
        : ObjectInputFilter.Status.REJECTED;
  }

  private static boolean isAdmitted(Class<?> given) {
    Class<?> type = given;
    while (type.isArray()) {
      type = type.getComponentType();
    }
    String name = type.getName();
    return type.isPrimitive()
        || name.startsWith("org.openjdk.jmh.")
        || name.startsWith("snapbench.")
        || PACKAGES.contains(type.getPackageName())
        || Enum.class.isAssignableFrom(type)
        || Throwable.class.isAssignableFrom(type)
        || Result.class.isAssignableFrom(type);
  }
}
