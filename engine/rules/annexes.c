#include "rules/annexes.h"

/* An annex with a preamble of its own is an instrument: a protocol that was signed with the agreement. */
static void find_instruments(const struct bma_document *document, bool *in_force)
{
    for (uint32_t i = 0; i < document->clause_count; i++)
        if (document->clauses[i].zone == BMA_ZONE_PREAMBLE) {
            uint32_t annex = bma_document_enclosing(document, document->clauses[i].node, BMA_NODE_ANNEX);
            if (annex != BMA_NONE)
                in_force[annex] = true;
        }
}

/* Whether the clause is of what was agreed, so that an annex it leans on is agreed too: it is operative,
 * stands in an annex that is in force, or in a note that proposes what its annex says. */
static bool is_agreed(const struct bma_document *document, uint32_t clause, const bool *in_force)
{
    uint32_t node = document->clauses[clause].node, annex;

    switch (document->clauses[clause].zone) {
    case BMA_ZONE_OPERATIVE:
        return true;
    case BMA_ZONE_PREAMBLE:
        return bma_document_enclosing(document, node, BMA_NODE_LETTER) != BMA_NONE;
    case BMA_ZONE_ANNEX:
        annex = bma_document_enclosing(document, node, BMA_NODE_ANNEX);
        return annex != BMA_NONE && in_force[annex];
    default:
        return false;
    }
}

/* "As the Schedule sets out": an annex without a number is no target of references. */
static bool is_named(const struct bma_document *document, uint32_t annex, const bool *in_force)
{
    const struct bma_node *node = &document->nodes[annex];

    for (uint32_t i = 0; i < document->clause_count; i++) {
        bool within = i >= node->first_clause && i < node->first_clause + node->clause_count;

        if (!within && is_agreed(document, i, in_force) && bma_clause_names_annex(document, i, annex))
            return true;
    }
    return false;
}

/* Annexes that an agreed clause refers to; whether any came into force by it. */
static bool find_leaned_on(const struct bma_annotated *text, bool *in_force)
{
    enum { SOUGHT_MOST = 32 /* each is sought in the whole text */ };
    const struct bma_document *document = text->document;
    unsigned sought = 0;
    bool any = false;

    for (uint32_t i = 0; i < text->reference_count; i++) {
        const struct bma_reference *reference = &text->references[i];

        if (!reference->external && reference->target != BMA_NONE && reference->kind == BMA_NODE_ANNEX &&
            !in_force[reference->target] && is_agreed(document, reference->clause, in_force))
            in_force[reference->target] = any = true;
    }
    for (uint32_t i = 0; i < document->node_count && sought < SOUGHT_MOST; i++) {
        const struct bma_node *node = &document->nodes[i];

        if (node->kind != BMA_NODE_ANNEX || node->ordinal != 0 || in_force[i])
            continue;
        in_force[i] = is_named(document, i, in_force);
        any = any || in_force[i];
        sought++;
    }
    return any;
}

void bma_annexes_in_force(const struct bma_annotated *text, bool *in_force)
{
    enum { LOOKS = 2 /* an annex that came into force may lean on others */ };
    const struct bma_document *document = text->document;
    int look = text->annexes_integral ? LOOKS : 0;

    find_instruments(document, in_force);
    while (look++ < LOOKS && find_leaned_on(text, in_force))
        ;
    for (uint32_t i = 0; i < document->node_count; i++) {
        const struct bma_node *node = &document->nodes[i];

        if (text->annexes_integral || (node->parent != BMA_NONE && in_force[node->parent]))
            in_force[i] = true;
    }
}
