package snapbench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
  @Test
  void aLineThatIsTooLongComesInPieces() throws Exception {
    assertThat(lines("ab\r\n\nabcdefgh\näö"))
        .containsExactly("ab false", " false", "abcd true", "efgh true", " false", "äö true");
  }

  private static List<String> lines(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (BoundedLines lines =
        new BoundedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 4)) {
      for (var line = lines.read(); line != null; line = lines.read()) {
        found.add(line.text() + " " + line.isCut());
      }
    }
    return found;
  }
}
