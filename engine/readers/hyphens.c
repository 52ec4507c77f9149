#include "readers/hyphens.h"

#include "base/ascii.h"
#include "base/memory.h"

static const uint64_t seed = 14695981039346656037u;

static bool is_word(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
}

/* FNV-1a over letters in lower case. */
static uint64_t add_hash(uint64_t hash, const char *bytes, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++)
        hash = (hash ^ bma_ascii_lower(bytes[at])) * 1099511628211u;
    return hash;
}

static size_t slot_of(const struct bma_hyphens *hyphens, uint64_t hash)
{
    size_t slot = (size_t)(hash ^ hash >> 32) & (hyphens->slots - 1);

    while (hyphens->seen[slot] != 0 && hyphens->seen[slot] != hash)
        slot = (slot + 1) & (hyphens->slots - 1);
    return slot;
}

static bool known(const struct bma_hyphens *hyphens, uint64_t hash)
{
    return hyphens->seen[slot_of(hyphens, hash)] == hash;
}

static void note(struct bma_hyphens *hyphens, uint64_t hash)
{
    hyphens->seen[slot_of(hyphens, hash)] = hash;
}

/* Notes each word, hyphenated ones whole as well; a word that ends a line with a hyphen is not known. */
static void collect(struct bma_hyphens *hyphens)
{
    const char *source = hyphens->source;
    uint32_t at = 0, end = hyphens->length;

    while (at < end) {
        uint32_t start = at, piece;
        if (!is_word((unsigned char)source[at])) {
            at++;
            continue;
        }
        for (;;) {
            piece = at;
            while (at < end && is_word((unsigned char)source[at]))
                at++;
            if (at >= end || source[at] != '-')
                break;
            if (at + 1 >= end || !is_word((unsigned char)source[at + 1]))
                break;
            note(hyphens, add_hash(seed, source, piece, at));
            at++;
        }
        if (at < end && source[at] == '-') {
            /* The rest of the broken word stands on the next line and is no word either. */
            at++;
            while (at < end && (unsigned char)source[at] <= ' ')
                at++;
            while (at < end && is_word((unsigned char)source[at]))
                at++;
            continue;
        }
        note(hyphens, add_hash(seed, source, piece, at));
        if (piece != start)
            note(hyphens, add_hash(seed, source, start, at));
    }
}

static bool prepare(struct bma_hyphens *hyphens)
{
    size_t words = 1;

    if (hyphens->seen != NULL)
        return true;
    for (uint32_t at = 0; at < hyphens->length; at++)
        words += (unsigned char)hyphens->source[at] <= ' ' || hyphens->source[at] == '-';
    /* A word may be noted whole and piece by piece, hence four slots for each. */
    for (hyphens->slots = 64; hyphens->slots < words * 4; hyphens->slots *= 2)
        continue;
    hyphens->seen = bma_calloc(hyphens->slots, sizeof hyphens->seen[0]);
    if (hyphens->seen == NULL) {
        hyphens->failed = true;
        return false;
    }
    collect(hyphens);
    return true;
}

void bma_hyphens_init(struct bma_hyphens *hyphens, const char *source, uint32_t length)
{
    hyphens->source = source;
    hyphens->length = length;
    hyphens->seen = NULL;
    hyphens->slots = 0;
    hyphens->failed = false;
}

void bma_hyphens_release(struct bma_hyphens *hyphens)
{
    bma_free(hyphens->seen);
    hyphens->seen = NULL;
}

bool bma_hyphens_keep(struct bma_hyphens *hyphens, uint32_t hyphen, uint32_t rest)
{
    enum { SHORTEST_HALF = 3 };
    const char *source = hyphens->source;
    uint32_t start = hyphen, end = rest;
    uint64_t first, second;

    while (start > 0 && is_word((unsigned char)source[start - 1]))
        start--;
    while (end < hyphens->length && is_word((unsigned char)source[end]))
        end++;
    if (start == hyphen)
        return true; /* "21-" and "day" */
    if (!prepare(hyphens))
        return false;
    first = add_hash(seed, source, start, hyphen);
    second = add_hash(seed, source, rest, end);
    if (known(hyphens, add_hash(first, source, rest, end)))
        return false;
    if (known(hyphens, add_hash(add_hash(first, "-", 0, 1), source, rest, end)))
        return true;
    return hyphen - start >= SHORTEST_HALF && end - rest >= SHORTEST_HALF && known(hyphens, first) &&
           known(hyphens, second);
}
