/* SHA-256 after FIPS 180-4, sections 5.1.1 and 5.3.3; section 6.2 is in sha256_blocks.c. */
#include "base/sha256.h"

#include "base/sha256_blocks.h"

#include <string.h>

void bma_sha256_init(struct bma_sha256 *hash)
{
    static const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

    memset(hash, 0, sizeof *hash);
    memcpy(hash->state, start, sizeof start);
}

void bma_sha256_add(struct bma_sha256 *hash, const void *bytes, size_t length)
{
    const unsigned char *from = bytes;
    size_t held = (size_t)(hash->length % sizeof hash->block);

    hash->length += length;
    while (length > 0) {
        if (held == 0 && length >= sizeof hash->block) {
            size_t blocks = length / sizeof hash->block;
            bma_sha256_blocks(hash->state, from, blocks);
            from += blocks * sizeof hash->block;
            length -= blocks * sizeof hash->block;
            continue;
        }
        size_t taken = sizeof hash->block - held < length ? sizeof hash->block - held : length;
        memcpy(hash->block + held, from, taken);
        from += taken;
        length -= taken;
        held += taken;
        if (held == sizeof hash->block) {
            bma_sha256_blocks(hash->state, hash->block, 1);
            held = 0;
        }
    }
}

/* Takes in the padding of 5.1.1; the state is the digest afterwards. */
static void finish(struct bma_sha256 *hash)
{
    static const unsigned char padding[64] = {0x80};
    unsigned char bits[8];
    uint64_t length = hash->length;
    size_t held = (size_t)(length % 64);

    for (int i = 0; i < 8; i++)
        bits[i] = (unsigned char)(length * 8 >> (56 - 8 * i));
    bma_sha256_add(hash, padding, held < 56 ? 56 - held : 120 - held);
    bma_sha256_add(hash, bits, sizeof bits);
}

void bma_sha256_file(struct bma_sha256 *hash, const char *name, const char *bytes, size_t length)
{
    unsigned char size[8];

    for (size_t i = 0; i < sizeof size; i++)
        size[i] = (unsigned char)((uint64_t)length >> (8 * i));
    bma_sha256_add(hash, name, strlen(name) + 1);
    bma_sha256_add(hash, size, sizeof size);
    bma_sha256_add(hash, bytes, length);
}

void bma_sha256_hex(struct bma_sha256 *hash, char out[65])
{
    static const char digits[] = "0123456789abcdef";

    finish(hash);
    for (int i = 0; i < 64; i++)
        out[i] = digits[hash->state[i / 8] >> (28 - 4 * (i % 8)) & 15];
    out[64] = '\0';
}

/* Byte i of the digest; 0 behind its end. */
static uint32_t digest_byte(const struct bma_sha256 *hash, int i)
{
    return i < 32 ? hash->state[i / 4] >> (24 - 8 * (i % 4)) & 255 : 0;
}

void bma_sha256_base64(struct bma_sha256 *hash, char out[45])
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    finish(hash);
    for (int i = 0; i < 11; i++) {
        uint32_t three =
            digest_byte(hash, 3 * i) << 16 | digest_byte(hash, 3 * i + 1) << 8 | digest_byte(hash, 3 * i + 2);
        for (int k = 0; k < 4; k++)
            out[4 * i + k] = digits[three >> (18 - 6 * k) & 63];
    }
    out[43] = '=';
    out[44] = '\0';
}
