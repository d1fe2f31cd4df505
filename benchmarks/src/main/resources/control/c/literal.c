/* SQL literals, read back by SQLite to the same type and bits. */
#include "output.h"

#include <string.h>

static bool simple[256]; /* ASCII but NUL, carriage return and quote */

void prepare_literals(void) {
  prepare_numbers();
  for (int i = 1; i < 0x80; i++) {
    simple[i] = i != '\r' && i != '\'';
  }
}

static void append_hexadecimal(const char *bytes, size_t count) {
  static const char digits[] = "0123456789ABCDEF";
  for (size_t i = 0; i < count; i++) {
    char *text = room(2);
    text[0] = digits[(unsigned char)bytes[i] >> 4];
    text[1] = digits[bytes[i] & 15];
    output.length += 2;
  }
}

/* Bytes of the UTF-8 character that begins there; 0 if it is none. */
static size_t utf8_length(const unsigned char *text, size_t left) {
  unsigned char first = text[0];
  size_t length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (length == 0 || length > left || first > 0xf4) {
    return 0;
  }
  for (size_t i = 1; i < length; i++) {
    if ((text[i] & 0xc0) != 0x80) {
      return 0;
    }
  }
  bool wrong = (first == 0xe0 && text[1] < 0xa0) || (first == 0xed && text[1] > 0x9f) ||
               (first == 0xf0 && text[1] < 0x90) || (first == 0xf4 && text[1] > 0x8f);
  return wrong ? 0 : length;
}

/* Whether it can stand between quotes: no NUL, no carriage return, well-formed. */
static bool is_plain(const char *text, size_t count, size_t *quotes) {
  *quotes = 0;
  for (size_t i = 0, length; i < count; i += length) {
    length = (unsigned char)text[i] < 0x80
                 ? 1
                 : utf8_length((const unsigned char *)text + i, count - i);
    if (length == 0 || text[i] == '\0' || text[i] == '\r') {
      return false;
    }
    *quotes += text[i] == '\'';
  }
  return true;
}

static void append_quoted(const char *text, size_t count) {
  size_t quotes, i = 0;
  while (i < count && simple[(unsigned char)text[i]]) {
    i++;
  }
  if (i == count && count < BLOCK_BYTES - 2) {
    char *literal = room(count + 2);
    literal[0] = literal[count + 1] = '\'';
    memcpy(literal + 1, text, count);
    output.length += count + 2;
    return;
  }
  if (!is_plain(text, count, &quotes)) {
    append_text("CAST(x'");
    append_hexadecimal(text, count);
    append_text("' AS TEXT)");
    return;
  }
  append("'", 1);
  while (quotes-- > 0) {
    size_t length = (size_t)((const char *)memchr(text, '\'', count) - text) + 1;
    append(text, length);
    append("'", 1);
    text += length;
    count -= length;
  }
  append(text, count);
  append("'", 1);
}

void append_value(sqlite3_stmt *statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      append_integer(sqlite3_column_int64(statement, column));
      break;
    case SQLITE_FLOAT:
      append_real(sqlite3_column_double(statement, column));
      break;
    case SQLITE_TEXT: {
      const char *text = (const char *)sqlite3_column_text(statement, column);
      append_quoted(text, (size_t)sqlite3_column_bytes(statement, column));
      break;
    }
    case SQLITE_BLOB: {
      const char *blob = sqlite3_column_blob(statement, column);
      append_text("x'");
      append_hexadecimal(blob, (size_t)sqlite3_column_bytes(statement, column));
      append("'", 1);
      break;
    }
    default:
      append_text("NULL");
  }
}
