/* Requests and answers as JSON. */
#include "control.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Characters that have a letter of their own behind a backslash, and those letters. */
static const char escaped[] = "\"\\/\b\f\n\r\t";
static const char letters[] = "\"\\/bfnrt";

static const char *skip_space(const char *at) {
  while (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n') {
    at++;
  }
  return at;
}

/* What \u stands for; a question mark for all that no name of ours has. */
static const char *read_code(const char *at, char *character) {
  int code = 0;
  for (int i = 0; i < 4; i++, at++) {
    if (!isxdigit((unsigned char)*at)) {
      return NULL;
    }
    code = code * 16 + (*at <= '9' ? *at - '0' : (*at | 32) - 'a' + 10);
  }
  *character = code > 0 && code < 0x80 ? (char)code : '?';
  return at;
}

/* Reads a string, cut to its room. Returns what is behind it, or NULL. */
static const char *read_string(const char *at, char *text, size_t room) {
  size_t length = 0;
  if (*at++ != '"') {
    return NULL;
  }
  while (*at != '"') {
    char character = *at++;
    if ((unsigned char)character < 0x20) {
      return NULL;
    }
    if (character == '\\') {
      const char *letter = *at == '\0' ? NULL : strchr(letters, *at);
      if (letter != NULL) {
        character = escaped[letter - letters];
        at++;
      } else if (*at != 'u' || (at = read_code(at + 1, &character)) == NULL) {
        return NULL;
      }
    }
    if (length < room - 1) {
      text[length++] = character;
    }
  }
  text[length] = '\0';
  return at + 1;
}

static const char *skip_digits(const char *at) {
  if (!isdigit((unsigned char)*at)) {
    return NULL;
  }
  while (isdigit((unsigned char)*at)) {
    at++;
  }
  return at;
}

/* Reads a number as it is written. Returns what is behind it, or NULL. */
static const char *read_number(const char *start, char *text, size_t room) {
  const char *at = start + (*start == '-');
  at = *at == '0' ? at + 1 : skip_digits(at);
  if (at != NULL && *at == '.') {
    at = skip_digits(at + 1);
  }
  if (at != NULL && (*at | 32) == 'e') {
    at += at[1] == '+' || at[1] == '-' ? 2 : 1;
    at = skip_digits(at);
  }
  if (at == NULL || (size_t)(at - start) >= room) {
    return NULL;
  }
  memcpy(text, start, (size_t)(at - start));
  text[at - start] = '\0';
  return at;
}

static const char *read_member(const char *at, Request *request) {
  char key[32], ignored[32];
  at = read_string(at, key, sizeof key);
  if (at == NULL || *(at = skip_space(at)) != ':') {
    return NULL;
  }
  at = skip_space(at + 1);
  if (*at != '"') {
    bool id = strcmp(key, "id") == 0;
    return read_number(at, id ? request->id : ignored, id ? sizeof request->id : sizeof ignored);
  }
  char *value = strcmp(key, "request") == 0    ? request->request
                : strcmp(key, "snapshot") == 0 ? request->snapshot
                : strcmp(key, "activity") == 0 ? request->activity
                                               : ignored;
  return read_string(at, value, sizeof ignored);
}

bool read_request(const char *line, Request *request, Failure *failure) {
  memset(request, 0, sizeof *request);
  strcpy(request->id, "null");
  const char *at = skip_space(line);
  bool more = *at == '{';
  while (more) {
    at = read_member(skip_space(at + 1), request);
    at = at == NULL ? NULL : skip_space(at);
    more = at != NULL && *at == ',';
  }
  if (at == NULL || *at != '}' || *skip_space(at + 1) != '\0') {
    strcpy(request->id, "null");
    return fail(failure, "a request must be one JSON object of numbers and strings: %.80s", line);
  }
  return true;
}

void print_string(const char *text) {
  putchar('"');
  for (; *text != '\0'; text++) {
    const char *special = strchr(escaped, *text);
    if (special != NULL && *special != '/') {
      printf("\\%c", letters[special - escaped]);
    } else if ((unsigned char)*text < 0x20) {
      printf("\\u%04x", *text);
    } else {
      putchar(*text);
    }
  }
  putchar('"');
}
