package snapbench.testee.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: who bears the token, by one of the loopback's names, and no page of another origin
 * than this endpoint. A page could otherwise ask by a name of its own that it lets point here.
 *
 * @param token what requests must bear; null for none
 * @param port the endpoint's
 */
record Admission(@Nullable String token, int port) {
  private static final int DEFAULT_PORT = 80;

  /** Why a request is not admitted. */
  record Refused(int status, String reason) {}

  /** Null if it is admitted. */
  @Nullable Refused refusal(Map<String, String> headers) {
    if (!bearsToken(headers)) {
      return new Refused(401, "the bearer token is missing or wrong");
    }
    String host = headers.getOrDefault("host", "");
    if (!isOurs(host)) {
      return new Refused(403, "Host " + host + " is not served; ask for 127.0.0.1:" + port);
    }
    String origin = headers.get("origin");
    if (origin != null && !(origin.startsWith("http://") && isOurs(origin.substring(7)))) {
      return new Refused(403, "Origin " + origin + " is not served");
    }
    String site = headers.getOrDefault("sec-fetch-site", "none");
    return List.of("none", "same-origin").contains(site)
        ? null
        : new Refused(403, "Sec-Fetch-Site " + site + " is not served");
  }

  private boolean bearsToken(Map<String, String> headers) {
    return token == null
        || MessageDigest.isEqual(
            headers.getOrDefault("authorization", "").getBytes(StandardCharsets.UTF_8),
            ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }

  private boolean isOurs(String given) {
    String host = given.toLowerCase(Locale.ROOT);
    return List.of("127.0.0.1", "localhost", "[::1]").stream()
        .anyMatch(
            name -> host.equals(name + ":" + port) || (port == DEFAULT_PORT && host.equals(name)));
  }
}
