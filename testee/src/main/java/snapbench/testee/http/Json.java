package snapbench.testee.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;

/** The testee's JSON. NaN is written as the string {@code "NaN"}. */
public final class Json {
  private Json() {}

  /**
   * Writes a record on one line.
   *
   * @throws IOException if it has a component that JSON cannot express
   */
  public static String write(Object value) throws IOException {
    return JSON.std.asString(value);
  }
}
