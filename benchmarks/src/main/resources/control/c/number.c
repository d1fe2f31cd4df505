/* Numbers as SQL literals, the same text as the JVM testee writes. */
#include "output.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef unsigned __int128 uint128;

/* Writes the digits of a number. Returns how many. */
static int write_digits(uint64_t number, char *digits) {
  char reversed[20];
  int count = 0;
  do {
    reversed[count++] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  for (int i = 0; i < count; i++) {
    digits[i] = reversed[count - 1 - i];
  }
  return count;
}

void append_integer(long long number) {
  char *text = room(24);
  int length = number < 0;
  text[0] = '-';
  length += write_digits(number < 0 ? -(uint64_t)number : (uint64_t)number, text + length);
  output.length += (size_t)length;
}

/*
 * Shortest decimal of a double: R. Giulietti, "The Schubfach way to render doubles" (2021). Powers
 * of ten that 128 bits hold exactly are enough for all doubles from 1e-38 to 2^53.
 */
#define GREATEST_POWER 55

static uint128 powers[GREATEST_POWER + 1]; /* 10^e times a power of 2, the topmost bit set */

void prepare_numbers(void) {
  uint128 power = 1;
  for (int e = 0; e <= GREATEST_POWER; e++, power *= 5) {
    powers[e] = power;
    while (powers[e] >> 127 == 0) {
      powers[e] <<= 1;
    }
  }
}

static uint64_t round_to_odd(uint128 power, uint64_t factor) {
  uint128 low = (uint128)(uint64_t)power * factor;
  uint128 high = (uint128)(uint64_t)(power >> 64) * factor + (low >> 64);
  return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

/* The number is digits * 10^exponent; false where another way must be taken. */
static bool shortest(double value, uint64_t *digits, int *exponent) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  uint64_t fraction = bits & ((1ULL << 52) - 1);
  int q = (int)(bits >> 52 & 0x7ff) - 1075;
  uint64_t c = fraction | 1ULL << 52;
  if (q <= 0 && q > -53 && (c & ((1ULL << -q) - 1)) == 0) {
    *digits = c >> -q;
    *exponent = 0;
    return true;
  }
  bool closer = fraction == 0;
  int k = (q * 1262611 - (closer ? 524031 : 0)) >> 22;
  if (-k < 0 || -k > GREATEST_POWER) {
    return false;
  }
  int h = q + ((-k * 1741647) >> 19) + 1;
  bool odd = c & 1;
  uint64_t lower = round_to_odd(powers[-k], (4 * c - 2 + closer) << h) + odd;
  uint64_t upper = round_to_odd(powers[-k], (4 * c + 2) << h) - odd;
  uint64_t near = round_to_odd(powers[-k], (4 * c) << h);
  uint64_t s = near / 4, tens = s / 10;
  bool under = lower <= 40 * tens, over = 40 * tens + 40 <= upper;
  if (s >= 10 && under != over) {
    *digits = tens + over;
    *exponent = k + 1;
    return true;
  }
  under = lower <= 4 * s;
  over = 4 * s + 4 <= upper;
  bool up = near > 4 * s + 2 || (near == 4 * s + 2 && (s & 1));
  *digits = s + (under != over ? over : up);
  *exponent = k;
  return true;
}

/* As Java writes doubles: 1.0, 0.001, 1.0E-4, 1.0E7. */
void append_real(double value) {
  char digits[24];
  uint64_t number = 0;
  int exponent = 0;
  if (isinf(value)) {
    append_text(value > 0 ? "9e999" : "-9e999");
    return;
  }
  if (value != 0 && !shortest(value, &number, &exponent)) {
    output.length += (size_t)sprintf(room(32), "%.16e", value);
    return;
  }
  int count = write_digits(number, digits);
  int point = count + exponent; /* digits before the decimal point */
  while (count > 1 && digits[count - 1] == '0') {
    count--;
  }
  bool scientific = value != 0 && (point < -2 || point > 7);
  char *start = room(40), *at = start;
  if (signbit(value)) {
    *at++ = '-';
  }
  int leading = scientific ? 1 : point;
  if (leading <= 0) {
    *at++ = '0';
  }
  for (int i = 0; i < leading; i++) {
    *at++ = i < count ? digits[i] : '0';
  }
  *at++ = '.';
  for (int i = leading; i < 0; i++) {
    *at++ = '0';
  }
  for (int i = leading > 0 ? leading : 0; i < count; i++) {
    *at++ = digits[i];
  }
  if (at[-1] == '.') {
    *at++ = '0';
  }
  if (scientific) {
    at += sprintf(at, "E%d", point - 1);
  }
  output.length += (size_t)(at - start);
}
