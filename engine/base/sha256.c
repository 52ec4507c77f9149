/* SHA-256 after FIPS 180-4, sections 4.1.2, 4.2.2, 5.1.1, 5.3.3 and 6.2. */
#include "base/sha256.h"

#include <string.h>

/* Fractional parts of the cube roots of the first 64 primes (4.2.2). */
static const uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t word, unsigned bits)
{
    return word >> bits | word << (32 - bits);
}

static void schedule(const unsigned char *block, uint32_t w[64])
{
    for (int t = 0; t < 16; t++)
        w[t] = (uint32_t)block[4 * t] << 24 | (uint32_t)block[4 * t + 1] << 16 |
               (uint32_t)block[4 * t + 2] << 8 | block[4 * t + 3];
    for (int t = 16; t < 64; t++) {
        uint32_t small0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ w[t - 15] >> 3;
        uint32_t small1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ w[t - 2] >> 10;
        w[t] = w[t - 16] + small0 + w[t - 7] + small1;
    }
}

/* One round of 6.2.2.  Instead of moving a to h along, each round takes them by other names. */
static inline void one_round(uint32_t a, uint32_t b, uint32_t c, uint32_t *d, uint32_t e, uint32_t f,
                             uint32_t g, uint32_t *h, uint32_t word)
{
    uint32_t big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    uint32_t big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    uint32_t t1 = *h + big1 + ((e & f) ^ (~e & g)) + word;

    *d += t1;
    *h = t1 + big0 + ((a & b) ^ (a & c) ^ (b & c));
}

static void compress(uint32_t state[8], const unsigned char *block)
{
    uint32_t w[64];
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];

    schedule(block, w);
    for (int t = 0; t < 64; t += 8) {
        one_round(a, b, c, &d, e, f, g, &h, K[t] + w[t]);
        one_round(h, a, b, &c, d, e, f, &g, K[t + 1] + w[t + 1]);
        one_round(g, h, a, &b, c, d, e, &f, K[t + 2] + w[t + 2]);
        one_round(f, g, h, &a, b, c, d, &e, K[t + 3] + w[t + 3]);
        one_round(e, f, g, &h, a, b, c, &d, K[t + 4] + w[t + 4]);
        one_round(d, e, f, &g, h, a, b, &c, K[t + 5] + w[t + 5]);
        one_round(c, d, e, &f, g, h, a, &b, K[t + 6] + w[t + 6]);
        one_round(b, c, d, &e, f, g, h, &a, K[t + 7] + w[t + 7]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
}

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
            compress(hash->state, from);
            from += sizeof hash->block;
            length -= sizeof hash->block;
            continue;
        }
        size_t taken = sizeof hash->block - held < length ? sizeof hash->block - held : length;
        memcpy(hash->block + held, from, taken);
        from += taken;
        length -= taken;
        held += taken;
        if (held == sizeof hash->block) {
            compress(hash->state, hash->block);
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
