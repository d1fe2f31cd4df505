package snapbench.self.chaos.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import snapbench.files.FileTrees;
import snapbench.results.folder.RunFolder;

/** A command whose files or options are damaged, by number. */
public final class Damage {
  private static final List<List<String>> COMPARED =
      List.of(
          List.of("--reference", "snapshot=memory"),
          List.of("--reference", "size=10"),
          List.of("--fail-on", "throughput<0.95,rss>1.10"),
          List.of("--fail-on", "GROWING,NATIVE_LEAK"),
          List.of("--minimum-effect", "0.05"),
          List.of("--minimum-memory-effect", "0.05"),
          List.of("--alpha", "0.01"));
  private static final List<List<String>> JUDGED =
      List.of(
          List.of("--unit", "rss (MiB)=KiB"),
          List.of("--unit", "min"),
          List.of("--column", "fds"),
          List.of("--round", "4"),
          List.of("--database", "541MB"),
          List.of("--growth-threshold", "0.001"),
          List.of("--growth-threshold-kib", "64"),
          List.of("--confidence", "0.95"),
          List.of("--fail-on", "GROWING"),
          List.of("--json"));

  private final Path valid;
  private final Path folder;
  private final SplittableRandom random;
  private final Mutation mutation;

  /** Of a number, copies of valid inputs going into another folder. */
  public Damage(Path valid, Path folder, long seed, int number) {
    this.valid = valid;
    this.folder = folder;
    this.random = new SplittableRandom(seed * 1_000_003 + number);
    this.mutation = new Mutation(random);
  }

  /** Writes the files and damages them; returns the command. */
  public List<String> command() throws IOException {
    List<String> command = new ArrayList<>();
    List<List<String>> options = COMPARED;
    Path file = folder.resolve("a.json");
    int kind = random.nextInt(10);
    if (kind < 3) {
      copy("a.json", "a.json");
      copy("b.json", "b.json");
    } else if (kind < 7) {
      file = folder.resolve("a");
      copy("run", "a");
    } else {
      options = JUDGED;
      file = folder.resolve("a.csv");
      copy(random.nextInt(Inputs.SERIES) + ".csv", "a.csv");
    }
    boolean value = random.nextInt(5) == 0;
    if (!value) {
      damage(file);
    }
    if (options.equals(JUDGED)) {
      command.addAll(List.of("judge", file.toString()));
    } else if (random.nextBoolean()) {
      command.addAll(List.of("report", file.toString(), "-o", folder.resolve("out").toString()));
    } else {
      command.addAll(List.of("compare", file.toString()));
    }
    boolean second = options.equals(COMPARED) && random.nextBoolean();
    if (second) {
      command.add(kind < 3 ? folder.resolve("b.json").toString() : copy("run", "b").toString());
    }
    if (value || random.nextInt(3) == 0) {
      List<String> option = mutation.any(options);
      command.addAll(option.subList(0, option.size() - 1));
      String last = option.get(option.size() - 1);
      command.add(value ? mutation.of(last) : last);
    } else if (command.get(0).equals("compare") && !second) {
      command.addAll(COMPARED.get(kind < 3 ? 1 : 0));
    }
    return command;
  }

  private Path copy(String name, String copy) throws IOException {
    Path from = valid.resolve(name);
    Path to = folder.resolve(copy);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
    return to;
  }

  private void damage(Path file) throws IOException {
    if (!Files.isDirectory(file)) {
      damageFile(file);
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(file)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    Path one = mutation.any(files);
    damageFile(one);
    if (one.toString().endsWith(".jsonl")) {
      Files.createDirectory(file.resolve("tmp"));
      try {
        RunFolder.abandon(file);
      } catch (IOException refused) {
        FileTrees.delete(file.resolve("tmp"));
      }
      Path failed = file.resolveSibling(file.getFileName() + RunFolder.FAILED_SUFFIX);
      if (Files.exists(failed)) {
        Files.move(failed, file);
      }
    }
  }

  private void damageFile(Path file) throws IOException {
    byte[] damaged = mutation.of(Files.readAllBytes(file));
    int way = random.nextInt(30);
    if (way > 4) {
      Files.write(file, damaged);
      return;
    }
    Path other = file.resolveSibling("9" + file.getFileName());
    Files.move(file, other);
    switch (way) {
      case 0 -> Files.createDirectory(file);
      case 1 -> Files.delete(other);
      case 2 -> Files.createSymbolicLink(file, file.getFileName());
      case 3 -> Files.createFile(file);
      default -> Files.copy(other, file);
    }
  }
}
