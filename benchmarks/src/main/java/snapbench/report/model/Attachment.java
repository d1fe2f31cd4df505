package snapbench.report.model;

import java.util.Objects;

/**
 * A file that a page carries within itself, to be saved from it.
 *
 * @param fileName for instance {@code series.csv}
 * @param mediaType for instance {@code text/csv}
 * @param text all of it
 */
public record Attachment(String fileName, String mediaType, String text) {
  /** Checks that all of it is there. */
  public Attachment {
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(text, "text");
  }
}
