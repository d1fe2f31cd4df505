package snapbench.cli.terminal;

import java.io.IOException;

/** Keeps a text that is written elsewhere, unless it is too long. */
public final class TeeAppendable {
  private final int longest;
  private StringBuilder text = new StringBuilder();
  private boolean complete = true;

  /**
   * Keeps nothing yet.
   *
   * @param longest most characters that are kept
   */
  public TeeAppendable(int longest) {
    this.longest = longest;
  }

  /** Keeps what is appended to it, and hands it on. */
  public Appendable before(Appendable next) {
    return new Appendable() {
      @Override
      public Appendable append(CharSequence characters) throws IOException {
        return append(characters, 0, characters.length());
      }

      @Override
      public Appendable append(CharSequence characters, int start, int end) throws IOException {
        keep(characters, start, end);
        next.append(characters, start, end);
        return this;
      }

      @Override
      public Appendable append(char character) throws IOException {
        keep(String.valueOf(character), 0, 1);
        next.append(character);
        return this;
      }
    };
  }

  private void keep(CharSequence characters, int start, int end) {
    if (complete && text.length() + (end - start) > longest) {
      complete = false;
      text = new StringBuilder();
    } else if (complete) {
      text.append(characters, start, end);
    }
  }

  /** Whether all of it was kept. */
  public boolean isComplete() {
    return complete;
  }

  /** What was kept: all of it, or nothing. */
  public String text() {
    return text.toString();
  }
}
