/*
 * Letters of reply that give the first letter back word for word.  What they repeat must not
 * count twice, so that its clauses become zone REPEATED.
 *
 * Clauses of the first letters are remembered as hashes of their letters and digits alone: case,
 * punctuation, quotation marks and line ends do not matter.
 */
#include "readers/draft.h"

#include "base/ascii.h"
#include "base/memory.h"

enum { SHORTEST_REPEATED = 20 }; /* letters; shorter clauses are alike by chance */

struct memory_of_clauses {
    uint64_t *slots;
    size_t mask;
};

/* 0 for a clause too short to be told from others. */
static uint64_t hash_clause(const struct bma_draft *draft, const struct bma_clause *clause)
{
    uint64_t hash = 14695981039346656037u;
    uint32_t letters = 0;

    for (uint32_t at = clause->span.start; at < clause->span.end; at++) {
        unsigned char byte = bma_ascii_lower(draft->text[at]);
        if (!((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')))
            continue;
        hash = (hash ^ byte) * 1099511628211u;
        letters++;
    }
    return letters < SHORTEST_REPEATED ? 0 : hash | 1;
}

static size_t slot_of(const struct memory_of_clauses *memory, uint64_t hash)
{
    size_t slot = (size_t)(hash >> 7) & memory->mask;

    while (memory->slots[slot] != 0 && memory->slots[slot] != hash)
        slot = (slot + 1) & memory->mask;
    return slot;
}

static bool is_repeated(const struct bma_draft *draft, const struct memory_of_clauses *memory,
                        const struct bma_clause *clause)
{
    uint64_t hash = hash_clause(draft, clause);

    return hash != 0 && memory->slots[slot_of(memory, hash)] == hash;
}

static void remember(const struct bma_draft *draft, struct memory_of_clauses *memory,
                     const struct bma_node *letter)
{
    for (uint32_t i = letter->first_clause; i < letter->first_clause + letter->clause_count; i++) {
        uint64_t hash = hash_clause(draft, &draft->clauses[i]);
        if (hash != 0)
            memory->slots[slot_of(memory, hash)] = hash;
    }
}

/* From the first clause that is repeated to the last, where most of them are. */
static void mark_repeated(struct bma_draft *draft, const struct memory_of_clauses *memory,
                          const struct bma_node *letter)
{
    uint32_t first = BMA_NONE, last = 0, hits = 0;

    for (uint32_t i = letter->first_clause; i < letter->first_clause + letter->clause_count; i++) {
        if (draft->clauses[i].zone == BMA_ZONE_CLOSING || !is_repeated(draft, memory, &draft->clauses[i]))
            continue;
        first = first == BMA_NONE ? i : first;
        last = i;
        hits++;
    }
    if (first == BMA_NONE)
        return;
    for (uint32_t i = first; i <= last; i++)
        if (hits * 2 > last - first || is_repeated(draft, memory, &draft->clauses[i]))
            draft->clauses[i].zone = BMA_ZONE_REPEATED;
}

void bma_draft_repetitions(struct bma_draft *draft)
{
    struct memory_of_clauses memory = {NULL, 63};
    uint32_t letters = 0;

    for (size_t i = 0; i < draft->node_count; i++)
        letters += draft->nodes[i].kind == BMA_NODE_LETTER;
    if (letters < 2)
        return;
    while (memory.mask < draft->clause_count * 2)
        memory.mask = memory.mask * 2 + 1;
    memory.slots = bma_calloc(memory.mask + 1, sizeof memory.slots[0]);
    if (memory.slots == NULL) {
        draft->failed = true;
        return;
    }
    for (size_t i = 0; i < draft->node_count; i++) {
        if (draft->nodes[i].kind != BMA_NODE_LETTER)
            continue;
        mark_repeated(draft, &memory, &draft->nodes[i]);
        remember(draft, &memory, &draft->nodes[i]);
    }
    bma_free(memory.slots);
}
