package snapbench.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that would mean something in Markdown, or to GitHub. */
class MarkdownTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a|b              ~ a\\|b",
        "<b>&lt;          ~ \\<b\\>\\&lt;",
        "*a* _b_ `c`      ~ \\*a\\* \\_b\\_ \\`c\\`",
        "[x](y)           ~ \\[x\\](y)",
        "$x$              ~ \\$x\\$",
        "# a              ~ \\# a",
        "- a              ~ \\- a",
        "1. a             ~ 1\\. a",
        "3.54.1           ~ 3.54.1",
        "@octocat         ~ @<!-- -->octocat",
        "see #12, GH-3    ~ see #<!-- -->12, GH-<!-- -->3",
        "C# @             ~ C# @",
      })
  void keepsThemAsTheyAre(String text, String escaped) {
    assertThat(MarkdownText.line(text)).isEqualTo(escaped);
  }

  @Test
  void makesOneLineWithoutControlCharacters() {
    assertThat(MarkdownText.escaped("a\r\nb\u0007\u202e")).isEqualTo("a b\ufffd\ufffd");
  }

  @Test
  void fencesWhatHasAFenceInIt() {
    assertThat(MarkdownText.fenced("sh", "echo '```'")).isEqualTo("````sh\necho '```'\n````\n");
  }

  @Test
  void breaksLinesBetweenWords() {
    assertThat(PlainText.wrapped("aa bb cccccccc d", 6))
        .isEqualTo(List.of("aa bb", "cccccccc", "d"));
  }
}
