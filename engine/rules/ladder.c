#include "rules/ladder.h"

enum { RESPONSIBLE = BMA_ACTOR_EMPLOYER | BMA_ACTOR_AGENCY | BMA_ACTOR_AUTHORITY | BMA_ACTOR_JOINT_BODY };

static int at_level(int level, enum bma_reason why, enum bma_reason *reason)
{
    *reason = why;
    return level;
}

bool bma_ladder_operative(const struct bma_search *search, uint32_t clause)
{
    const struct bma_document *document = search->text->document;
    const struct bma_clause *place = &document->clauses[clause];

    if (place->zone == BMA_ZONE_ANNEX)
        return search->annex_in_force[place->node];
    return place->zone == BMA_ZONE_OPERATIVE;
}

static int of_modality(const struct bma_predicate *predicate, enum bma_reason *reason)
{
    switch (predicate->modality) {
    case BMA_MODALITY_NONE:
        return at_level(BMA_LEVEL_MENTIONED, BMA_REASON_FRAGMENT, reason);
    case BMA_MODALITY_AIM:
        return at_level(BMA_LEVEL_MENTIONED, BMA_REASON_AIM, reason);
    case BMA_MODALITY_SOFT:
        return at_level(BMA_LEVEL_SOFT, BMA_REASON_SOFT, reason);
    case BMA_MODALITY_PERMIT:
        if (!(predicate->actors & BMA_ACTOR_WORKER))
            return at_level(BMA_LEVEL_SOFT, BMA_REASON_SOFT, reason);
        break;
    case BMA_MODALITY_DECLARE:
    case BMA_MODALITY_RIGHT:
    case BMA_MODALITY_DUTY:
        break;
    }
    if (predicate->hedged)
        return at_level(BMA_LEVEL_SOFT, BMA_REASON_HEDGED, reason);
    return at_level(BMA_LEVEL_BINDING, BMA_REASON_COUNTS, reason);
}

static int of_place(const struct bma_search *search, uint32_t clause, const struct bma_predicate *predicate,
                    int least, enum bma_reason *reason)
{
    enum bma_zone zone = search->text->document->clauses[clause].zone;
    int level;

    if (zone == BMA_ZONE_PREAMBLE)
        return at_level(BMA_LEVEL_MENTIONED, BMA_REASON_PREAMBLE, reason);
    if (zone != BMA_ZONE_OPERATIVE && zone != BMA_ZONE_ANNEX)
        return at_level(BMA_LEVEL_ABSENT, BMA_REASON_ZONE, reason);
    if (!bma_ladder_operative(search, clause))
        return at_level(BMA_LEVEL_MENTIONED, BMA_REASON_ANNEX, reason);
    level = predicate ? of_modality(predicate, reason)
                      : at_level(BMA_LEVEL_MENTIONED, BMA_REASON_FRAGMENT, reason);
    return level < least ? at_level(least, BMA_REASON_COUNTS, reason) : level;
}

/* Whether the instrument, or the division that holds the clause, says that it obliges nobody. */
static bool binds_nobody(const struct bma_annotated *text, uint32_t clause)
{
    return text->clauses[clause].unbound || (text->non_binding && !text->clauses[clause].bound);
}

int bma_ladder_clause(const struct bma_search *search, uint32_t clause, const struct bma_predicate *predicate,
                      const struct bma_query *query, enum bma_reason *reason)
{
    int level = of_place(search, clause, predicate, query->least, reason);

    if (level > query->most)
        level = at_level(query->most, BMA_REASON_CAPPED, reason);
    if (level > BMA_LEVEL_SOFT && binds_nobody(search->text, clause))
        level = at_level(BMA_LEVEL_SOFT, BMA_REASON_NON_BINDING, reason);
    return level;
}

void bma_ladder_window(const struct bma_document *document, uint32_t clause, enum bma_window window,
                       uint32_t *first, uint32_t *end)
{
    uint32_t node = document->clauses[clause].node;
    uint32_t paragraph = bma_document_enclosing(document, node, BMA_NODE_PARAGRAPH);
    uint32_t article = bma_document_enclosing(document, node, BMA_NODE_ARTICLE);
    uint32_t unit = window == BMA_WINDOW_ARTICLE ? article : paragraph != BMA_NONE ? paragraph : article;

    if (window == BMA_WINDOW_CLAUSE || unit == BMA_NONE) {
        *first = clause;
        *end = clause + 1;
        return;
    }
    *first = document->nodes[unit].first_clause;
    *end = *first + document->nodes[unit].clause_count;
}

static bool in_group(const struct bma_any_of *group, uint32_t concept)
{
    for (uint32_t i = 0; i < group->count; i++) {
        if (group->concepts[i] == concept)
            return true;
    }
    return false;
}

/* Whether the annotation is, or overlaps, what the rule calls its own subject. */
static bool is_inherent(const struct bma_annotated *text, const struct bma_annotation *annotation,
                        const struct bma_rule *rule)
{
    for (uint32_t i = 0; i < rule->inherent.count; i++) {
        if (bma_concept_overlaps(text, rule->inherent.concepts[i], annotation->first, annotation->end))
            return true;
    }
    return false;
}

static uint8_t element_of_role(enum bma_concept_role role)
{
    switch (role) {
    case BMA_CONCEPT_BODY:
        return BMA_ELEMENT_BODY;
    case BMA_CONCEPT_TIME:
    case BMA_CONCEPT_FREQUENCY:
        return BMA_ELEMENT_TIME;
    case BMA_CONCEPT_PROCEDURE:
        return BMA_ELEMENT_PROCEDURE;
    default:
        return 0;
    }
}

static uint8_t element_of_concept(const struct bma_annotated *text, uint32_t concept,
                                  const struct bma_rule *rule)
{
    uint8_t element = element_of_role(bma_lexicon_concept(text->lexicon, concept)->role);

    if (in_group(&rule->body, concept))
        element |= BMA_ELEMENT_BODY;
    if (in_group(&rule->procedure, concept))
        element |= BMA_ELEMENT_PROCEDURE;
    return element;
}

static unsigned actor_of_role(enum bma_concept_role role)
{
    switch (role) {
    case BMA_CONCEPT_ACTOR_EMPLOYER:
        return BMA_ACTOR_EMPLOYER;
    case BMA_CONCEPT_ACTOR_AGENCY:
        return BMA_ACTOR_AGENCY;
    case BMA_CONCEPT_ACTOR_AUTHORITY:
        return BMA_ACTOR_AUTHORITY;
    case BMA_CONCEPT_ACTOR_JOINT_BODY:
        return BMA_ACTOR_JOINT_BODY;
    default:
        return 0;
    }
}

/* Actors who only appear as the rule's own subject answer for nothing beyond it. */
static unsigned inherent_actors(const struct bma_annotated *text, const struct bma_clause_features *clause,
                                const struct bma_rule *rule)
{
    const struct bma_annotation *all = text->annotations + clause->first_annotation;
    unsigned actors = 0;

    for (uint32_t i = 0; i < rule->inherent.count; i++)
        actors |= actor_of_role(bma_lexicon_concept(text->lexicon, rule->inherent.concepts[i])->role);
    for (uint32_t i = 0; rule->inherent.count > 0 && i < clause->annotation_count; i++) {
        unsigned actor = actor_of_role(bma_lexicon_concept(text->lexicon, all[i].concept)->role);

        if (actor != 0 && is_inherent(text, &all[i], rule))
            actors |= actor;
    }
    return actors;
}

static unsigned acting(const struct bma_annotated *text, const struct bma_clause_features *clause)
{
    unsigned actors = 0;

    for (uint32_t i = 0; i < clause->predicate_count; i++)
        actors |= text->predicates[clause->first_predicate + i].actors;
    return actors & RESPONSIBLE;
}

static uint8_t find_elements(const struct bma_search *search, uint32_t clause, const struct bma_rule *rule)
{
    const struct bma_annotated *text = search->text;
    const struct bma_clause_features *features = &text->clauses[clause];
    const struct bma_annotation *all = text->annotations + features->first_annotation;
    uint8_t elements = 0;

    if (!bma_ladder_operative(search, clause))
        return 0;
    for (uint32_t i = 0; i < features->annotation_count; i++) {
        uint8_t element = element_of_concept(text, all[i].concept, rule);

        if (element != 0 && !is_inherent(text, &all[i], rule))
            elements |= element;
    }
    if ((acting(text, features) & ~inherent_actors(text, features, rule)) != 0)
        elements |= BMA_ELEMENT_BODY;
    return elements;
}

uint8_t bma_ladder_elements(struct bma_search *search, uint32_t clause, const struct bma_rule *rule)
{
    uint32_t *known = &search->elements_known[clause];

    if (*known / 8 != search->rule)
        *known = search->rule * 8 + find_elements(search, clause, rule);
    return *known % 8;
}

static bool names_body(struct bma_search *search, uint32_t node, const struct bma_rule *rule)
{
    const struct bma_node *division = &search->text->document->nodes[node];
    uint32_t *known = &search->body_known[node];
    bool found = false;

    if (*known / 2 == search->rule)
        return *known % 2;
    for (uint32_t c = 0; !found && c < division->clause_count; c++)
        found = bma_ladder_elements(search, division->first_clause + c, rule) & BMA_ELEMENT_BODY;
    *known = search->rule * 2 + found;
    return found;
}

/* The first reference of the clause or a later one: they stand in the order of the clauses. */
static uint32_t references_from(const struct bma_annotated *text, uint32_t clause)
{
    uint32_t low = 0, high = text->reference_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (text->references[middle].clause < clause)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint8_t referred(struct bma_search *search, uint32_t clause, const struct bma_rule *rule)
{
    const struct bma_annotated *text = search->text;

    for (uint32_t i = references_from(text, clause);
         i < text->reference_count && text->references[i].clause == clause; i++) {
        const struct bma_reference *reference = &text->references[i];

        if (!reference->external && reference->target != BMA_NONE && reference->kind != BMA_NODE_PART &&
            names_body(search, reference->target, rule))
            return BMA_ELEMENT_BODY;
    }
    return 0;
}

uint8_t bma_ladder_own(struct bma_search *search, uint32_t clause, const struct bma_rule *rule)
{
    uint32_t lead_in = search->text->document->clauses[clause].lead_in;
    uint8_t own = bma_ladder_elements(search, clause, rule) | referred(search, clause, rule);

    return lead_in == BMA_NONE ? own : own | bma_ladder_elements(search, lead_in, rule);
}
