/* SHA-256's compression after FIPS 180-4, sections 4.1.2, 4.2.2 and 6.2. */
#include "base/sha256_blocks.h"

#include "base/processor.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 11
#define BMA_SHA256_X86 1
#include <immintrin.h>
#endif

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

void bma_sha256_blocks_portable(uint32_t state[8], const unsigned char *from, size_t blocks)
{
    for (; blocks > 0; blocks--, from += 64)
        compress(state, from);
}

#ifdef BMA_SHA256_X86

#define BMA_SHA __attribute__((target("sha,sse4.1,ssse3")))

/* The next four words of the schedule (6.2.2, step 1); m holds the sixteen before, four to a vector. */
BMA_SHA static inline __m128i next_words(const __m128i m[4], int group)
{
    __m128i before = m[(group + 3) & 3];
    __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(m[group & 3], m[(group + 1) & 3]),
                                _mm_alignr_epi8(before, m[(group + 2) & 3], 4));
    return _mm_sha256msg2_epu32(sum, before);
}

/* The instructions want the eight variables as a, b, e, f and c, d, g, h. */
BMA_SHA static void compress_x86(__m128i *abef, __m128i *cdgh, const unsigned char *from)
{
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const __m128i *words = (const __m128i *)(const void *)from;
    __m128i m[4], one = *abef, two = *cdgh;

    for (int group = 0; group < 4; group++)
        m[group] = _mm_shuffle_epi8(_mm_loadu_si128(words + group), swap);
#pragma GCC unroll 16
    for (int group = 0; group < 16; group++) {
        if (group >= 4)
            m[group & 3] = next_words(m, group);
        __m128i sum =
            _mm_add_epi32(m[group & 3], _mm_loadu_si128((const __m128i *)(const void *)(K + 4 * group)));
        two = _mm_sha256rnds2_epu32(two, one, sum);
        one = _mm_sha256rnds2_epu32(one, two, _mm_shuffle_epi32(sum, 0x0e));
    }
    *abef = _mm_add_epi32(*abef, one);
    *cdgh = _mm_add_epi32(*cdgh, two);
}

BMA_SHA static void blocks_x86(uint32_t state[8], const unsigned char *from, size_t blocks)
{
    __m128i *place = (__m128i *)(void *)state;
    __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(place), 0xb1);
    __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(place + 1), 0x1b);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8), cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);

    for (; blocks > 0; blocks--, from += 64)
        compress_x86(&abef, &cdgh, from);
    __m128i feba = _mm_shuffle_epi32(abef, 0x1b), dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128(place, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(place + 1, _mm_alignr_epi8(dchg, feba, 8));
}

void bma_sha256_blocks(uint32_t state[8], const unsigned char *from, size_t blocks)
{
    if (BMA_HAS_SHA)
        blocks_x86(state, from, blocks);
    else
        bma_sha256_blocks_portable(state, from, blocks);
}

#else

void bma_sha256_blocks(uint32_t state[8], const unsigned char *from, size_t blocks)
{
    bma_sha256_blocks_portable(state, from, blocks);
}

#endif
