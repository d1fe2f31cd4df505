package snapbench.testee.memory;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * glibc's {@code malloc_info(3)} through JNA, for JVMs whose diagnostic commands do not have it
 * (before JDK 21). Loaded where nothing else helps; JNA must then be on the class path.
 */
final class MallocInfo {
  private static final String CHARACTERS = "UTF-8";

  private MallocInfo() {}

  /**
   * The XML that it writes.
   *
   * @throws LinkageError if there is no JNA, or another C library
   * @throws IllegalStateException if the call fails
   */
  static String read() {
    NativeLibrary process = NativeLibrary.getProcess();
    Function mallocInfo = process.getFunction("malloc_info");
    PointerByReference text = new PointerByReference();
    LongByReference length = new LongByReference();
    Pointer stream = process.getFunction("open_memstream").invokePointer(call(text, length));
    if (stream == null) {
      throw new IllegalStateException("open_memstream failed");
    }
    int status = mallocInfo.invokeInt(call(0, stream));
    process.getFunction("fclose").invokeInt(call(stream));
    Pointer characters = text.getValue();
    try {
      if (status != 0) {
        throw new IllegalStateException("malloc_info returned " + status);
      }
      return characters.getString(0, CHARACTERS);
    } finally {
      process.getFunction("free").invokeVoid(call(characters));
    }
  }

  private static Object[] call(Object... arguments) {
    return arguments;
  }
}
