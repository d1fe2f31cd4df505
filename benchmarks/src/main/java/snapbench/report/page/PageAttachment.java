package snapbench.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import snapbench.report.model.Attachment;

/**
 * A file within a page, compressed since a long run's series are tens of megabytes.
 *
 * @param id unique on the page
 * @param fileName under which it is saved
 * @param mediaType its type
 * @param content its bytes, gzip (RFC 1952) in Base64 (RFC 4648)
 */
public record PageAttachment(String id, String fileName, String mediaType, String content) {
  static List<PageAttachment> of(List<Attachment> files) {
    return IntStream.range(0, files.size())
        .mapToObj(
            i ->
                new PageAttachment(
                    "attachment-" + (i + 1),
                    files.get(i).fileName(),
                    files.get(i).mediaType(),
                    compressed(files.get(i).text())))
        .toList();
  }

  private static String compressed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream base64 = Base64.getEncoder().wrap(bytes);
        Writer writer =
            new OutputStreamWriter(new GZIPOutputStream(base64), StandardCharsets.UTF_8)) {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.US_ASCII);
  }
}
