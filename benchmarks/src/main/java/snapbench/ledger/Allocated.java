package snapbench.ledger;

/**
 * The resident memory of the allocator, split by whose it is. All in KiB, none negative; together
 * they are what was split.
 *
 * <p>malloc does not tell which pages it uses. What is known: how much memory its arenas have, how
 * much of that is free, how much its large chunks have, which have mappings of their own and are in
 * use, and how much of both is resident. The rules: what is not resident of the arenas is free;
 * what is not resident of the large chunks is HotSpot's, since SQLite writes to what it takes and a
 * collector may reserve. That errs by what others took and never wrote to, and by what HotSpot took
 * of the arenas and never wrote to, together at most by {@link #notResidentKiB}: by so much may
 * HotSpot's, live and free memory each be too high or too low.
 *
 * <p>Live memory includes malloc's overhead (8 bytes a chunk, rounded up to 16), that of HotSpot's
 * own chunks too, and the chunks that wait in the threads' caches (tcache): up to 7 of each of 64
 * sizes, less than 232 KiB a thread.
 *
 * @param directKiB direct buffers; they are zeroed, and so resident
 * @param jvmKiB HotSpot's own
 * @param liveKiB in use by others; NaN where the allocator is not glibc's
 * @param freeKiB free; NaN likewise
 * @param unclaimedKiB more than malloc has, or all of the rest where it is not glibc's
 * @param notResidentKiB what malloc has of the kernel and is not resident; NaN likewise
 */
record Allocated(
    double directKiB,
    double jvmKiB,
    double liveKiB,
    double freeKiB,
    double unclaimedKiB,
    double notResidentKiB) {
  /** What arenas may give back between the reading of malloc's figures and of the mappings. */
  private static final double GIVEN_BACK_KIB = 1024;

  /**
   * Splits it.
   *
   * @param arenasKiB resident memory of arenas
   * @param chunksKiB resident memory of large chunks, or of nobody; also of the main arena, which
   *     resorts to it where the program break cannot be moved
   */
  static Allocated split(
      double arenasKiB, double chunksKiB, TrackedMemory tracked, MallocInfoXml malloc) {
    return split(arenasKiB, chunksKiB, Double.POSITIVE_INFINITY, tracked, malloc);
  }

  /**
   * Splits that of a program that is no JVM, all of whose memory in use is its own. What malloc
   * does not have, such as the heap of a language of its own, is unclaimed; and so is everything
   * where malloc has more than was recognised as arenas.
   *
   * @param arenasKiB resident memory of arenas
   * @param chunksKiB resident memory of large chunks, or of nobody
   * @param arenasSizeKiB memory of arenas, resident or not; NaN where the program does not tell
   *     large chunks from others, so that all may be of arenas
   * @param malloc unknown where it is not in charge
   */
  static Allocated ofProgram(
      double arenasKiB, double chunksKiB, double arenasSizeKiB, MallocInfoXml malloc) {
    boolean isMissed = arenasSizeKiB < malloc.arenasKiB() - GIVEN_BACK_KIB;
    double most = Double.isNaN(arenasSizeKiB) ? Double.POSITIVE_INFINITY : arenasKiB;
    MallocInfoXml recognised = isMissed ? MallocInfoXml.UNKNOWN : malloc;
    return split(arenasKiB, chunksKiB, most, TrackedMemory.UNKNOWN, recognised);
  }

  private static Allocated split(
      double arenasKiB,
      double chunksKiB,
      double mostOfArenasKiB,
      TrackedMemory tracked,
      MallocInfoXml malloc) {
    double residentKiB = arenasKiB + chunksKiB;
    if (!malloc.isKnown()) {
      double direct = Math.min(tracked.directKiB(), residentKiB);
      double jvm = Math.min(tracked.ownKiB(), residentKiB - direct);
      double rest = residentKiB - direct - jvm;
      return new Allocated(direct, jvm, Double.NaN, Double.NaN, rest, Double.NaN);
    }
    double large = Math.min(chunksKiB, malloc.mappedKiB());
    double eligible = Math.min(residentKiB - large, mostOfArenasKiB);
    double small = Math.min(eligible, malloc.arenasKiB());
    double largeNotResident = malloc.mappedKiB() - large;
    double free = Math.max(0, small - malloc.arenasInUseKiB());
    double live = large + small - free;
    double direct = Math.min(tracked.directKiB(), live);
    double jvm = Math.min(Math.max(0, tracked.ownKiB() - largeNotResident), live - direct);
    return new Allocated(
        direct,
        jvm,
        live - direct - jvm,
        free,
        residentKiB - large - small,
        malloc.arenasKiB() - small + largeNotResident);
  }

  /** The same, where only a share of its resident memory counts; what is not resident stays. */
  Allocated times(double share) {
    return new Allocated(
        ResidentByKind.shareKiB(directKiB, share),
        ResidentByKind.shareKiB(jvmKiB, share),
        ResidentByKind.shareKiB(liveKiB, share),
        ResidentByKind.shareKiB(freeKiB, share),
        ResidentByKind.shareKiB(unclaimedKiB, share),
        notResidentKiB);
  }

  /**
   * Where another allocator has been preloaded, glibc's holds next to nothing of what HotSpot took.
   * Half of it is enough: the two are read one after the other, and meanwhile the compiler's
   * threads free megabytes.
   */
  static boolean isInCharge(TrackedMemory tracked, MallocInfoXml malloc) {
    return malloc.isKnown()
        && tracked.isKnown()
        && 2 * malloc.inUseKiB() >= tracked.ownKiB() + tracked.directKiB();
  }
}
