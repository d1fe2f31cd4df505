/* The buffer that a dump is written through. */
#include "output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

struct output output;

void begin_output(int file) {
  output.file = file;
  output.error = 0;
  output.written = 0;
  output.length = 0;
}

static void write_out(const char *bytes, size_t count) {
  while (count > 0 && output.error == 0) {
    ssize_t written = write(output.file, bytes, count);
    if (written >= 0) {
      bytes += written;
      count -= (size_t)written;
      output.written += written;
    } else if (errno != EINTR) {
      output.error = errno;
    }
  }
}

void flush_output(void) {
  write_out(output.block, output.length);
  output.length = 0;
}

bool end_output(long long *bytes) {
  flush_output();
  *bytes = output.written;
  errno = output.error;
  return output.error == 0;
}

void append(const char *bytes, size_t count) {
  if (count > BLOCK_BYTES) {
    flush_output();
    write_out(bytes, count);
    return;
  }
  memcpy(room(count), bytes, count);
  output.length += count;
}

void append_text(const char *text) { append(text, strlen(text)); }
