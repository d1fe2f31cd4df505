package snapbench.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The page's style and scripts, which are part of it.
 *
 * @param style the style sheet
 * @param scripts the scripts, in the order in which they need each other
 * @param licences the licences of the libraries among them
 */
public record PageAssets(String style, List<String> scripts, String licences) {
  public PageAssets {
    scripts = List.copyOf(scripts);
  }

  static PageAssets ofClasspath() {
    return new PageAssets(
        text("/snapbench/report/page/page.css"),
        List.of(
            text("/packed/vega.min.js"),
            text("/packed/vega-lite.min.js"),
            text("/snapbench/report/page/page.js")),
        text("/snapbench/report/page/licences.txt"));
  }

  /** A browser reads every end of a line as a line feed before it computes a hash. */
  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(PageAssets.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The Content-Security-Policy: these scripts and this style and nothing else, and no request.
   * Vega compiles the expressions of a specification, which takes {@code unsafe-eval}.
   */
  public String policy() {
    String hashes = scripts.stream().map(PageAssets::hash).collect(Collectors.joining(" "));
    return ("default-src 'none'; script-src 'unsafe-eval' %s; style-src %s; base-uri 'none';"
            + " form-action 'none'")
        .formatted(hashes, hash(style));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
