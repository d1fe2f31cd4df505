package snapbench.results.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.files.FileTrees;
import snapbench.results.files.JsonFiles;
import snapbench.results.files.LockFile;
import snapbench.results.files.OwnerLock;

/**
 * The folder of one run, {@code results/<UTC time>}: {@code cells/} and the files of the run, and
 * {@code tmp/} for everything that does not outlive it. A run that failed gets the suffix {@code
 * .FAIL} and keeps what was measured.
 */
public final class RunFolder {
  /** Suffix of a failed run's folder. */
  public static final String FAILED_SUFFIX = ".FAIL";

  private static final String CELLS = "cells";
  private static final String TEMPORARY = "tmp";
  private static final String OWNER = "pid";
  private static final String PART = ".part";
  private static final String UNDELETED = "tmp-not-deleted";
  private static final Duration UNOWNED_GRACE = Duration.ofMinutes(1);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern ANY_NAME =
      Pattern.compile("\\d{8}T\\d{6}Z(-\\d+)?(" + Pattern.quote(FAILED_SUFFIX) + ")?");

  private final Path path;
  private final OwnerLock ownerLock;

  private RunFolder(Path path, OwnerLock ownerLock) {
    this.path = path;
    this.ownerLock = ownerLock;
  }

  /**
   * Creates a folder that no other run has, with its {@code cells} and {@code tmp}.
   *
   * @param results where the folders of all runs are; created if absent
   * @param now the time it is named after; a second run within the second gets {@code -2}
   * @param lock the lock to remove should this process be killed; null if none
   * @throws IOException if it cannot be created
   */
  public static RunFolder create(Path results, Instant now, @Nullable LockFile lock)
      throws IOException {
    Files.createDirectories(results);
    Path path = createUnique(results, NAME.format(now));
    try {
      Files.createDirectory(path.resolve(CELLS));
      Path temporary = Files.createDirectory(path.resolve(TEMPORARY));
      OwnerLock ownerLock = OwnerLock.take(temporary);
      JsonFiles.write(temporary.resolve(OWNER), Owner.thisProcess(lock));
      return new RunFolder(path, ownerLock);
    } catch (IOException e) {
      try {
        FileTrees.delete(path);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  private static Path createUnique(Path results, String name) throws IOException {
    for (int i = 1; ; i++) {
      Path candidate = results.toAbsolutePath().resolve(i == 1 ? name : name + "-" + i);
      if (Files.exists(failed(candidate))) {
        continue;
      }
      try {
        return Files.createDirectory(candidate);
      } catch (FileAlreadyExistsException taken) {
        // another run within the same second: the next number
      }
    }
  }

  /** The folder, an absolute path. */
  public Path path() {
    return path;
  }

  /** A file of the run. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** The folder for everything that does not outlive the run. */
  public Path temporary() {
    return path.resolve(TEMPORARY);
  }

  /** Where the folder will be once the run has ended. */
  public Path pathAfter(boolean ok) {
    return ok ? path : failed(path);
  }

  /**
   * Ends the run: deletes {@code tmp} and, unless all is well, makes failed cells of the logs whose
   * cell could not be written, and marks the folder as failed.
   *
   * @param ok whether everything was measured, or is unsupported
   * @return where the folder is now
   * @throws IOException if something cannot be deleted, written or renamed; all else is done
   */
  public Path finish(boolean ok) throws IOException {
    if (!Files.exists(path)) {
      return path;
    }
    Step deletion = () -> FileTrees.delete(temporary());
    if (ok) {
      doAll(ownerLock::close, deletion, this::setAside, () -> deleteParts(path));
    } else {
      doAll(
          ownerLock::close,
          deletion,
          () -> deleteParts(path),
          () -> LeftoverLogs.toCells(path.resolve(CELLS), "its file could not be written"),
          () -> markFailed(path));
    }
    return pathAfter(ok);
  }

  /**
   * Deletes it all, since nothing was measured, and nothing is to be.
   *
   * @throws IOException if something cannot be deleted
   */
  public void discard() throws IOException {
    ownerLock.close();
    FileTrees.delete(path);
  }

  /** A {@code tmp} that could not be deleted: a later run would take this one for killed. */
  private void setAside() throws IOException {
    if (Files.exists(temporary())) {
      Files.move(temporary(), path.resolve(UNDELETED));
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  /** Whichever of them fail. */
  private static void doAll(Step... steps) throws IOException {
    IOException failure = null;
    for (Step step : steps) {
      try {
        step.run();
      } catch (IOException e) {
        failure = FileTrees.joined(failure, e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Files that somebody was about to write and did not get to. */
  private static void deleteParts(Path run) throws IOException {
    for (Path folder : List.of(run, run.resolve(CELLS))) {
      List<Path> parts;
      try (Stream<Path> files = Files.list(folder)) {
        parts = files.filter(file -> file.toString().endsWith(PART)).toList();
      } catch (NoSuchFileException none) {
        continue;
      }
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
  }

  /**
   * Cleans up after a harness that was killed: makes failed cells of the logs of forks that were
   * killed with it, ends what they started, deletes its {@code tmp} and its machine-wide lock and
   * marks the folder as failed. Safe to call twice, and by two processes at once; does nothing to a
   * folder that was finished.
   *
   * @throws IOException if something cannot be written, deleted or renamed; all else is done, and a
   *     log that cannot be read is left as it is
   */
  public static void abandon(Path run) throws IOException {
    Path temporary = run.resolve(TEMPORARY);
    if (!Files.isDirectory(temporary)) {
      return;
    }
    doAll(
        () -> sweepJmhFiles(temporary.resolve(OWNER)),
        () -> LeftoverLogs.toCells(run.resolve(CELLS), "killed together with the harness"),
        () -> FileTrees.delete(temporary),
        () -> deleteParts(run),
        () -> markFailed(run));
  }

  private static void sweepJmhFiles(Path owner) throws IOException {
    try {
      String lockFile = Owner.read(owner).lockFile();
      if (lockFile != null) {
        JmhFiles.sweep(Path.of(lockFile));
      }
    } catch (NoSuchFileException unowned) {
      // another process is at it, or the harness was killed before it could sign
    }
  }

  /**
   * Cleans up after all earlier runs whose process is gone.
   *
   * @param results where the folders of all runs are; may be absent
   * @return the runs that were abandoned
   * @throws IOException if something cannot be read, deleted or renamed; the other runs are cleaned
   *     up all the same
   */
  public static List<Path> sweep(Path results) throws IOException {
    if (!Files.isDirectory(results)) {
      return List.of();
    }
    List<Path> abandoned;
    try (Stream<Path> runs = Files.list(results)) {
      abandoned = runs.filter(RunFolder::isAbandoned).sorted().toList();
    }
    doAll(abandoned.stream().map(run -> (Step) () -> abandon(run)).toArray(Step[]::new));
    return abandoned;
  }

  /** Who measures, or did, into a folder that was not finished. */
  static Owner owner(Path run) throws IOException {
    return Owner.read(run.resolve(TEMPORARY).resolve(OWNER));
  }

  /** Whether the process that measures into a folder is there. */
  static boolean isOwned(Path run) {
    Path temporary = run.resolve(TEMPORARY);
    return Files.isDirectory(temporary) && OwnerLock.isHeld(temporary);
  }

  private static boolean isAbandoned(Path run) {
    Path temporary = run.resolve(TEMPORARY);
    if (!isRun(run) || !Files.isDirectory(temporary)) {
      return false;
    }
    try {
      return !owner(run).isAlive() && !OwnerLock.isHeld(temporary);
    } catch (IOException unowned) {
      // killed before it could sign, or just about to
      long youngest = Instant.now().minus(UNOWNED_GRACE).toEpochMilli();
      return temporary.toFile().lastModified() < youngest && !OwnerLock.isHeld(temporary);
    }
  }

  /** What else there is may have a folder {@code tmp} too. */
  static boolean isRun(Path folder) {
    return ANY_NAME.matcher(folder.getFileName().toString()).matches()
        && Files.isDirectory(folder.resolve(CELLS));
  }

  private static Path failed(Path run) {
    return run.resolveSibling(run.getFileName() + FAILED_SUFFIX);
  }

  private static Path markFailed(Path run) throws IOException {
    if (run.toString().endsWith(FAILED_SUFFIX)) {
      return run;
    }
    try {
      return Files.move(run, failed(run), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException renamedMeanwhile) {
      return failed(run);
    }
  }
}
