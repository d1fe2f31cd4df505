package snapbench.testee.fault;

import java.util.ArrayList;
import java.util.List;

/** Objects that are never let go, so that neither a collection nor a finalizer frees them. */
final class Kept<T> {
  private final List<T> objects = new ArrayList<>();

  synchronized void add(T object) {
    objects.add(object);
  }
}
