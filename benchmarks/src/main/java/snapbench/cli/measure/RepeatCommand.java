package snapbench.cli.measure;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command that repeats a run, as one pastes it into a shell; with no name of its user in it.
 */
final class RepeatCommand {
  /** Where the results go makes no difference to them. */
  private static final Set<String> WHERE_TO = Set.of("--results", "-rff", "-o");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private RepeatCommand() {}

  /** Of the arguments of a run on this JVM. */
  static String of(List<String> arguments) {
    return of(
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        arguments,
        System.getProperty("user.home", ""));
  }

  static String of(List<String> jvmArguments, List<String> arguments, String home) {
    List<String> words = new ArrayList<>(List.of("java"));
    words.addAll(jvmArguments);
    words.addAll(List.of("-jar", "benchmarks.jar"));
    for (Iterator<String> given = arguments.iterator(); given.hasNext(); ) {
      String argument = given.next();
      if (WHERE_TO.contains(argument)) {
        if (given.hasNext()) {
          given.next();
        }
      } else if (!argument.startsWith("--results=")) {
        words.add(argument);
      }
    }
    return words.stream().map(word -> quoted(word, home)).collect(Collectors.joining(" "));
  }

  /** The user's home as the shell's variable, anything unusual between quotes. */
  private static String quoted(String word, String home) {
    boolean hasHome = home.length() > 1 && word.contains(home);
    if (hasHome) {
      String escaped = word.replaceAll("([\"\\\\$`])", "\\\\$1");
      // an interactive shell takes what follows ! between double quotes from its history
      return ('"' + escaped.replace(Path.of(home).toString(), "$HOME") + '"')
          .replace("!", "\"'!'\"");
    }
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
