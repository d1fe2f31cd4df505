package snapbench.host.installed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs and libraries in the format of elf(5), as far as their mappings go; 64 bits only. */
public final class ElfFile {
  private static final int HEADER_BYTES = 64;
  private static final int PROGRAM_HEADER_BYTES = 56;
  private static final int MAGIC = 0x7f454c46;
  private static final int CLASS_64 = 2;
  private static final int BIG_ENDIAN = 2;
  private static final int PT_LOAD = 1;
  private static final int UNSIGNED_SHORT = 0xffff;

  private ElfFile() {}

  /**
   * Data that is zero at the start and so not in the file (.bss). The loader maps anonymous memory
   * for it, right behind the file's mapping.
   *
   * @param start its first byte, relative to where the beginning of the file is mapped
   * @param end the first byte after it, likewise
   */
  public record ZeroedData(long start, long end) {}

  private record Load(long offset, long address, long fileBytes, long memoryBytes) {
    Stream<ZeroedData> zeroed(long base) {
      return Stream.of(new ZeroedData(address - base + fileBytes, address - base + memoryBytes))
          .filter(data -> memoryBytes > fileBytes);
    }
  }

  /** The zero-initialised data of a library; none of a file that is none, or cannot be read. */
  public static List<ZeroedData> zeroedData(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return zeroedData(loads(channel));
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static List<ZeroedData> zeroedData(List<Load> loads) {
    return loads.stream()
        .filter(load -> load.offset == 0)
        .limit(1)
        .flatMap(first -> loads.stream().flatMap(load -> load.zeroed(first.address)))
        .toList();
  }

  private static List<Load> loads(FileChannel channel) throws IOException {
    ByteBuffer header = read(channel, 0, HEADER_BYTES);
    List<Load> loads = new ArrayList<>();
    if (header.remaining() < HEADER_BYTES
        || header.getInt(0) != MAGIC
        || header.get(4) != CLASS_64) {
      return loads;
    }
    ByteOrder order = header.get(5) == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    header.order(order);
    int entryBytes = header.getShort(54) & UNSIGNED_SHORT;
    int entries = header.getShort(56) & UNSIGNED_SHORT;
    for (int i = 0; i < entries; i++) {
      ByteBuffer entry =
          read(channel, header.getLong(32) + (long) i * entryBytes, PROGRAM_HEADER_BYTES)
              .order(order);
      if (entry.remaining() == PROGRAM_HEADER_BYTES && entry.getInt(0) == PT_LOAD) {
        loads.add(
            new Load(entry.getLong(8), entry.getLong(16), entry.getLong(32), entry.getLong(40)));
      }
    }
    return loads;
  }

  private static ByteBuffer read(FileChannel channel, long position, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
      // until all is read, or the file ends
    }
    return buffer.flip();
  }
}
