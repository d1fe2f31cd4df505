/* One buffer for the text of a dump, since one cycle runs at a time. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "control.h"

#include <stdint.h>

#define BLOCK_BYTES (256 << 10)

extern struct output {
  int file;
  int error; /* why writing failed, as errno; 0 if it did not */
  long long written;
  size_t length;
  char block[BLOCK_BYTES];
} output;

void flush_output(void);

/* Makes room for so many bytes, no more than a block. Returns where they go. */
static inline char *room(size_t count) {
  if (output.length + count > BLOCK_BYTES) {
    flush_output();
  }
  return output.block + output.length;
}

/* number.c: integers and reals as SQL literals */
void prepare_numbers(void);
void append_integer(long long number);
void append_real(double value);

#endif
