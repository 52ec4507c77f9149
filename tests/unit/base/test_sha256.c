#include "base/sha256.h"
#include "base/sha256_blocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* The examples that NIST publishes with FIPS 180-4, and lengths around the block's end. */
static void check(const char *bytes, size_t length, size_t step, const char *expected)
{
    struct bma_sha256 hash;
    char hex[65];

    bma_sha256_init(&hash);
    for (size_t at = 0; at < length; at += step)
        bma_sha256_add(&hash, bytes + at, length - at < step ? length - at : step);
    bma_sha256_hex(&hash, hex);
    assert_string_equal(hex, expected);
}

static void test_vectors(void **state)
{
    static const struct {
        const char *text, *hex;
    } cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (size_t step = 1; step < 70; step++)
            check(cases[i].text, strlen(cases[i].text), step, cases[i].hex);
    }
}

static void test_million(void **state)
{
    char *bytes = malloc(1000000);

    (void)state;
    assert_non_null(bytes);
    memset(bytes, 'a', 1000000);
    check(bytes, 1000000, 997, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(bytes);
}

/* The processor's instructions and plain C come to the same state from any bytes. */
static void test_ways(void **state)
{
    unsigned char bytes[64 * 9];
    uint32_t seed = 1;

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++) {
        seed = seed * 1664525u + 1013904223u;
        bytes[i] = (unsigned char)(seed >> 24);
    }
    for (size_t blocks = 0; blocks <= 8; blocks++) {
        uint32_t usual[8], plain[8];
        for (uint32_t i = 0; i < 8; i++)
            usual[i] = plain[i] = seed * (i + 1);
        bma_sha256_blocks(usual, bytes + blocks, blocks);
        bma_sha256_blocks_portable(plain, bytes + blocks, blocks);
        assert_memory_equal(usual, plain, sizeof usual);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_vectors), cmocka_unit_test(test_million),
                                       cmocka_unit_test(test_ways)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
