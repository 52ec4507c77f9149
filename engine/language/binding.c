/*
 * What the instrument says of its own force: that it binds nobody, that one of its divisions does not, or
 * that some do and the rest does not ("Sections 4 to 8 are legally binding").
 */
#include "language/features_internal.h"

/* An instrument of Participants who will: at least so many of each, and hardly any "shall". */
enum { PARTICIPANTS_LEAST = 2, WILL_LEAST = 5, WILL_PER_DUTY = 5 };

/* The clause where a concept of that role first stands outside headings and titles; *count its occurrences.
 */
static uint32_t first_clause(const struct bma_features_state *state, const struct bma_annotated *text,
                             enum bma_concept_role role, uint32_t *count)
{
    uint32_t concepts = bma_lexicon_concept_count(state->lexicon), first = BMA_NONE;

    *count = 0;
    for (uint32_t c = 0; c < concepts; c++) {
        if (state->roles[c] != role)
            continue;
        for (uint32_t i = text->by_concept_start[c]; i < text->by_concept_start[c + 1]; i++) {
            uint32_t clause = text->annotations[text->by_concept[i]].clause;
            enum bma_zone zone = text->document->clauses[clause].zone;
            if (zone == BMA_ZONE_TITLE || zone == BMA_ZONE_HEADING)
                continue;
            ++*count;
            if (clause < first) /* BMA_NONE is the greatest index */
                first = clause;
        }
    }
    return first;
}

void bma_binding_document(struct bma_features_state *state, struct bma_annotated *out)
{
    uint32_t count, participants, will, duty;

    out->non_binding_clause = first_clause(state, out, BMA_CONCEPT_NON_BINDING, &count);
    if (out->non_binding_clause == BMA_NONE)
        out->non_binding_clause = first_clause(state, out, BMA_CONCEPT_NON_BINDING_EXCEPT, &count);
    out->non_binding = out->non_binding_clause != BMA_NONE;
    first_clause(state, out, BMA_CONCEPT_PARTICIPANTS, &participants);
    first_clause(state, out, BMA_CONCEPT_WILL, &will);
    first_clause(state, out, BMA_CONCEPT_DUTY, &duty);
    if (participants >= PARTICIPANTS_LEAST && will >= WILL_LEAST && duty <= will / WILL_PER_DUTY)
        out->non_binding = true;
    out->annexes_integral = first_clause(state, out, BMA_CONCEPT_ANNEX_INTEGRAL, &count) != BMA_NONE;
}

/* --- divisions ----------------------------------------------------------- */

enum force { BOUND, UNBOUND };

/* No draft says so often which of its divisions bind. */
enum { SAID_MOST = 64 };

/* The clauses from the division `first` to the end of the division `last`. */
static void mark(const struct bma_document *document, uint32_t first, uint32_t last, enum force force,
                 struct bma_clause_features *clauses)
{
    uint32_t end = document->nodes[last].first_clause + document->nodes[last].clause_count;

    for (uint32_t n = document->nodes[first].first_clause; n < end; n++) {
        if (force == BOUND)
            clauses[n].bound = true;
        else
            clauses[n].unbound = true;
    }
}

/* The division that "this paragraph" or "this article" means in a clause; an annex or a part may have no
 * articles. */
static uint32_t division_of(const struct bma_document *document, uint32_t node, enum bma_concept_role role)
{
    uint32_t found = BMA_NONE;

    if (role == BMA_CONCEPT_NON_BINDING_PARAGRAPH)
        found = bma_document_enclosing(document, node, BMA_NODE_PARAGRAPH);
    if (found == BMA_NONE)
        found = bma_document_enclosing(document, node, BMA_NODE_ARTICLE);
    if (found == BMA_NONE)
        found = bma_document_enclosing(document, node, BMA_NODE_ANNEX);
    return found != BMA_NONE ? found : bma_document_enclosing(document, node, BMA_NODE_PART);
}

/* "… and the Schedule": annexes without a number are no references. */
static void mark_annexes(const struct bma_document *document, uint32_t clause, enum force force,
                         struct bma_clause_features *clauses)
{
    for (uint32_t n = 0; n < document->node_count; n++) {
        if (bma_clause_names_annex(document, clause, n))
            mark(document, n, n, force, clauses);
    }
}

/* Every division that the clause refers to, and those within its ranges. */
static void mark_named(const struct bma_annotated *text, uint32_t clause, enum force force,
                       struct bma_clause_features *clauses)
{
    uint32_t before = BMA_NONE;

    for (uint32_t i = 0; i < text->reference_count; i++) {
        const struct bma_reference *at = &text->references[i];
        if (at->clause != clause || at->target == BMA_NONE)
            continue;
        mark(text->document, at->range && before != BMA_NONE ? before : at->target, at->target, force,
             clauses);
        before = at->target;
    }
    mark_annexes(text->document, clause, force, clauses);
}

static void judge_division(const struct bma_annotated *text, uint32_t clause, enum bma_concept_role role,
                           struct bma_clause_features *clauses)
{
    uint32_t node;

    if (role >= BMA_CONCEPT_NON_BINDING_NAMED) {
        mark_named(text, clause, role == BMA_CONCEPT_NON_BINDING_NAMED ? UNBOUND : BOUND, clauses);
        return;
    }
    node = division_of(text->document, text->document->clauses[clause].node, role);
    if (node != BMA_NONE)
        mark(text->document, node, node, UNBOUND, clauses);
}

void bma_binding_divisions(const struct bma_features_state *state, const struct bma_annotated *text,
                           struct bma_clause_features *clauses)
{
    uint32_t concepts = bma_lexicon_concept_count(state->lexicon), said = 0;

    for (uint32_t c = 0; c < concepts; c++) {
        enum bma_concept_role role = (enum bma_concept_role)state->roles[c];
        if (role < BMA_CONCEPT_NON_BINDING_PARAGRAPH || role > BMA_CONCEPT_BINDING_NAMED)
            continue;
        for (uint32_t i = text->by_concept_start[c]; i < text->by_concept_start[c + 1] && said++ < SAID_MOST;
             i++)
            judge_division(text, text->annotations[text->by_concept[i]].clause, role, clauses);
    }
}
