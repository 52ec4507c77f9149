/* The vectors and the loop that they replace say the same of any bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "language/boundaries.h"

#include <string.h>

enum { SIZE = 4096, WORDS = SIZE / 64 + 1 };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 24;
}

static void every_byte(void **state)
{
    (void)state;
    char text[256 + 64] = {0};
    uint64_t fast[5], slow[5];
    for (int i = 0; i < 256; i++)
        text[i] = (char)i;
    bma_boundaries(text, 256, fast);
    bma_boundaries_scalar(text, 256, slow);
    assert_memory_equal(fast, slow, 4 * sizeof fast[0]);
    assert_int_equal(slow[0] >> '0' & 0x3ff, 0x3ff);
    assert_int_equal(slow[0] >> ' ' & 0xffff, 0);
    assert_int_equal(slow[1], UINT64_C(0x07fffffe07fffffe));
    assert_int_equal(slow[2], UINT64_MAX);
}

static void random_bytes_of_any_length(void **state)
{
    (void)state;
    static char text[SIZE + 64];
    static uint64_t fast[WORDS], slow[WORDS];
    uint32_t seed = 7;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)next_random(&seed);
    for (size_t length = 0; length <= 300; length++) {
        size_t words = (length + 63) / 64;
        for (size_t start = 0; start < 64; start += 7) {
            memset(fast, 0xaa, sizeof fast);
            memset(slow, 0x55, sizeof slow);
            bma_boundaries(text + start, length, fast);
            bma_boundaries_scalar(text + start, length, slow);
            assert_memory_equal(fast, slow, words * sizeof fast[0]);
        }
    }
    bma_boundaries(text, SIZE, fast);
    bma_boundaries_scalar(text, SIZE, slow);
    assert_memory_equal(fast, slow, SIZE / 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte),
        cmocka_unit_test(random_bytes_of_any_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
