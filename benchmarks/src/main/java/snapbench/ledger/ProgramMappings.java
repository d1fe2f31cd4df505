package snapbench.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the mappings of a program that is no JVM are for, as far as the ways of C libraries tell: by
 * their flags, and by the inaccessible memory that lies directly before or behind them.
 */
final class ProgramMappings {
  /** HEAP_MAX_SIZE of glibc (malloc/arena.c) on 64 bits: arenas consist of such pieces. */
  private static final long ARENA_HEAP_BYTES = 64L << 20;

  /** What a thread gets where nothing else is asked for (RLIMIT_STACK). */
  private static final double LARGEST_STACK_KIB = 8 << 10;

  /** The guard before a stack where nothing else is asked for: one page in glibc, 8 KiB in musl. */
  private static final long GUARD_PAGES = 2;

  private static final String NO_ACCESS = "---p";

  private final List<Mapping> mappings;
  private final double largestGuardKiB;
  private final boolean flagsTellArenas;
  private final Map<Long, AddressRange> inaccessibleByStart = new HashMap<>();
  private final Map<Long, AddressRange> inaccessibleByEnd = new HashMap<>();

  ProgramMappings(Smaps smaps) {
    mappings = smaps.mappings();
    largestGuardKiB = GUARD_PAGES * smaps.pageBytes() / 1024.0;
    flagsTellArenas = mappings.stream().anyMatch(Mapping::isUnreserved);
    for (Mapping mapping : mappings) {
      if (mapping.isAnonymous() && mapping.permissions().equals(NO_ACCESS)) {
        inaccessibleByStart.put(mapping.range().start(), mapping.range());
        inaccessibleByEnd.put(mapping.range().end(), mapping.range());
      }
    }
  }

  /** The kind of a mapping, or of the rest of it. */
  MappingKind kind(Mapping mapping) {
    if (isOfArena(mapping)) {
      return MappingKind.ARENAS;
    }
    return mapping.isStack() || isStackOfThread(mapping)
        ? MappingKind.THREAD_STACKS
        : MappingKind.ofUntracked(mapping, true);
  }

  /** The size of what is known to be of arenas, resident or not. */
  double arenasKiB() {
    return mappings.stream()
        .filter(this::isOfArena)
        .mapToDouble(mapping -> mapping.range().kiB())
        .sum();
  }

  /**
   * Where the kernel reserves swap for all memory (vm.overcommit_memory=2), no flag tells an arena.
   * But each of its pieces starts at a multiple of its full size, and ends at one, too, or with an
   * inaccessible rest.
   */
  private boolean isOfArena(Mapping mapping) {
    return mapping.isOfArena()
        || (!flagsTellArenas
            && mapping.isDataOfAnAllocator()
            && mapping.range().start() % ARENA_HEAP_BYTES == 0
            && (mapping.range().end() % ARENA_HEAP_BYTES == 0 || hasRest(mapping.range())));
  }

  private boolean hasRest(AddressRange range) {
    AddressRange rest = inaccessibleByStart.get(range.end());
    return rest != null && rest.end() / ARENA_HEAP_BYTES > (range.end() - 1) / ARENA_HEAP_BYTES;
  }

  /**
   * Whether it is a thread's stack: right behind the guard that keeps it from overflowing. Where
   * the kernel has merged it with what lies behind, it is known only if both are no larger than a
   * stack.
   */
  private boolean isStackOfThread(Mapping mapping) {
    AddressRange guard = inaccessibleByEnd.get(mapping.range().start());
    return guard != null
        && guard.kiB() <= largestGuardKiB
        && mapping.isAnonymous()
        && mapping.isDataOfAnAllocator()
        && mapping.range().kiB() <= LARGEST_STACK_KIB;
  }
}
