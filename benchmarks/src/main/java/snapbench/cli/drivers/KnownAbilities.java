package snapbench.cli.drivers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What drivers can do, as far as the project has probed them: a table that is packed into the jar.
 *
 * @param kindsByCoordinates labels of snapshot kinds, separated by blanks
 */
record KnownAbilities(Map<String, String> kindsByCoordinates) {
  private static final String TABLE = "/drivers/abilities.txt";

  KnownAbilities {
    kindsByCoordinates = Map.copyOf(kindsByCoordinates);
  }

  /** Reads the table. */
  static KnownAbilities read() throws IOException {
    try (InputStream input =
            Objects.requireNonNull(KnownAbilities.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      return new KnownAbilities(
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" ", 2))
              .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
    }
  }

  /** The kinds of snapshot that a driver can take; empty if nobody has tried. */
  Optional<String> of(String coordinates) {
    return Optional.ofNullable(kindsByCoordinates.get(coordinates));
  }
}
