#include "language/spelling.h"

#include "base/memory.h"

#include <string.h>

/* What the walk over a part needs; ends of variants stand in ranges of spelling->ends. */
struct speller {
    struct bma_spelling *spelling;
    const struct bma_phrase_parser *parser;
    struct bma_trie *trie;
};

void bma_spelling_release(struct bma_spelling *spelling)
{
    bma_free(spelling->ends);
    *spelling = (struct bma_spelling){NULL, 0, 0};
}

static bool append(struct bma_spelling *s, size_t more)
{
    return s->count + more <= s->capacity ||
           bma_grow(&s->ends, &s->capacity, s->count + more, sizeof *s->ends) == 0;
}

/* Appends where the variants that end in [first, last) are after the element. */
static bool spell_element(struct speller *s, uint32_t element, size_t first, size_t last)
{
    struct bma_spelling *out = s->spelling;
    if (!append(out, last - first))
        return false;
    for (size_t i = first; i < last; i++) {
        uint32_t next = bma_trie_add(s->trie, out->ends[i] / 2, element);
        if (next == 0)
            return false;
        out->ends[out->count++] = next * 2 + 1;
    }
    return true;
}

static bool spell(struct speller *s, uint32_t node, size_t first, size_t last);

/* Each child goes on from where the one before it has come. */
static bool spell_sequence(struct speller *s, uint32_t child, size_t first, size_t last)
{
    struct bma_spelling *out = s->spelling;
    size_t start = out->count;
    if (child == 0) {
        if (!append(out, last - first))
            return false;
        memcpy(out->ends + out->count, out->ends + first, (last - first) * sizeof *out->ends);
        out->count += last - first;
        return true;
    }
    for (; child != 0; child = s->parser->nodes[child - 1].next) {
        size_t end = out->count;
        if (!spell(s, child, first, last))
            return false;
        first = end;
        last = out->count;
    }
    memmove(out->ends + start, out->ends + first, (last - first) * sizeof *out->ends);
    out->count = start + last - first;
    return true;
}

static bool spell(struct speller *s, uint32_t node, size_t first, size_t last)
{
    const struct bma_phrase_node *at = &s->parser->nodes[node - 1];
    if (at->kind == BMA_PHRASE_ELEMENT)
        return spell_element(s, at->item, first, last);
    if (at->kind == BMA_PHRASE_SEQUENCE)
        return spell_sequence(s, at->first, first, last);
    for (uint32_t child = at->first; child != 0; child = s->parser->nodes[child - 1].next)
        if (!spell(s, child, first, last))
            return false;
    return true;
}

/* Keeps the ends from `first` on that the part has moved, as the beginnings of the next part. */
static void keep_moved(struct bma_spelling *out, size_t first)
{
    size_t kept = 0;
    for (size_t i = first; i < out->count; i++)
        if ((out->ends[i] & 1) != 0)
            out->ends[kept++] = out->ends[i] - 1;
    out->count = kept;
}

bool bma_spelling_of_slot(struct bma_spelling *spelling, const struct bma_phrase_parser *parser, size_t slot,
                          struct bma_trie *trie)
{
    struct speller s = {spelling, parser, trie};
    const struct bma_phrase_slot *at = &parser->slots[slot];
    spelling->count = 0;
    if (!append(spelling, 1))
        return false;
    spelling->ends[spelling->count++] = 0;
    for (uint32_t i = 0; i < at->part_count; i++) {
        size_t count = spelling->count;
        if (!spell(&s, parser->parts[at->first_part + i], 0, count))
            return false;
        keep_moved(spelling, count);
    }
    return true;
}
