/* Word bytes, 64 at a time. */
#include "language/boundaries.h"

#include "base/ascii.h"
#include "base/processor.h"

#include <stdbool.h>

#if defined(__GNUC__) && defined(__x86_64__)
#define BMA_BOUNDARIES_X86 1
#include <immintrin.h>
#endif

static void clear_tail(uint64_t *bits, size_t length)
{
    if (length % 64 != 0)
        bits[length / 64] &= (UINT64_C(1) << (length % 64)) - 1;
}

void bma_boundaries_scalar(const char *text, size_t length, uint64_t *bits)
{
    for (size_t word = 0; word < (length + 63) / 64; word++) {
        uint64_t found = 0;
        for (size_t i = 0; i < 64 && word * 64 + i < length; i++)
            found |= (uint64_t)bma_ascii_is_word(text[word * 64 + i]) << i;
        bits[word] = found;
    }
}

#ifdef BMA_BOUNDARIES_X86

/*
 * A range test on signed bytes is one addition and one comparison: adding
 * 0x7f - last moves the range [first, last] to the top of the positive bytes.
 * Bytes from 0x80 on are negative already, so their sign bit is the answer.
 */
static inline uint64_t word_bytes_16(__m128i bytes)
{
    __m128i letter = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    __m128i is_letter =
        _mm_cmpgt_epi8(_mm_add_epi8(letter, _mm_set1_epi8(0x7f - 'z')), _mm_set1_epi8(0x7f - 26));
    __m128i is_digit =
        _mm_cmpgt_epi8(_mm_add_epi8(bytes, _mm_set1_epi8(0x7f - '9')), _mm_set1_epi8(0x7f - 10));
    __m128i all = _mm_or_si128(_mm_or_si128(is_letter, is_digit), bytes);
    return (uint64_t)(uint32_t)_mm_movemask_epi8(all);
}

static void boundaries_sse2(const char *text, size_t length, uint64_t *bits)
{
    for (size_t word = 0; word < (length + 63) / 64; word++) {
        const __m128i *from = (const __m128i *)(const void *)(text + word * 64);
        bits[word] = word_bytes_16(_mm_loadu_si128(from)) | word_bytes_16(_mm_loadu_si128(from + 1)) << 16 |
                     word_bytes_16(_mm_loadu_si128(from + 2)) << 32 |
                     word_bytes_16(_mm_loadu_si128(from + 3)) << 48;
    }
    clear_tail(bits, length);
}

__attribute__((target("avx2"))) static inline uint64_t word_bytes_32(__m256i bytes)
{
    __m256i letter = _mm256_or_si256(bytes, _mm256_set1_epi8(0x20));
    __m256i is_letter =
        _mm256_cmpgt_epi8(_mm256_add_epi8(letter, _mm256_set1_epi8(0x7f - 'z')), _mm256_set1_epi8(0x7f - 26));
    __m256i is_digit =
        _mm256_cmpgt_epi8(_mm256_add_epi8(bytes, _mm256_set1_epi8(0x7f - '9')), _mm256_set1_epi8(0x7f - 10));
    __m256i all = _mm256_or_si256(_mm256_or_si256(is_letter, is_digit), bytes);
    return (uint64_t)(uint32_t)_mm256_movemask_epi8(all);
}

__attribute__((target("avx2"))) static void boundaries_avx2(const char *text, size_t length, uint64_t *bits)
{
    for (size_t word = 0; word < (length + 63) / 64; word++) {
        const __m256i *from = (const __m256i *)(const void *)(text + word * 64);
        bits[word] = word_bytes_32(_mm256_loadu_si256(from)) | word_bytes_32(_mm256_loadu_si256(from + 1))
                                                                   << 32;
    }
    clear_tail(bits, length);
}

void bma_boundaries(const char *text, size_t length, uint64_t *bits)
{
    if (BMA_HAS_AVX2)
        boundaries_avx2(text, length, bits);
    else
        boundaries_sse2(text, length, bits);
}

#else

void bma_boundaries(const char *text, size_t length, uint64_t *bits)
{
    bma_boundaries_scalar(text, length, bits);
}

#endif
