#include "rules/query.h"

#include "base/memory.h"
#include "rules/annexes.h"
#include "rules/ladder.h"

void bma_search_init(struct bma_search *search, const struct bma_lexicon *lexicon)
{
    *search = (struct bma_search){.undoes = bma_lexicon_find_role(lexicon, BMA_CONCEPT_UNDOES),
                                  .burden = bma_lexicon_find_role(lexicon, BMA_CONCEPT_BURDEN)};
}

void bma_search_release(struct bma_search *search)
{
    bma_free(search->found);
    *search = (struct bma_search){.text = NULL};
}

/* A lead-in reaches to the last of its items, however deep the lists stand in one another. */
static void find_items(const struct bma_document *document, uint32_t *items_end)
{
    for (uint32_t i = 0; i < document->clause_count; i++) {
        uint32_t lead_in = document->clauses[i].lead_in;

        for (int depth = 0; lead_in != BMA_NONE && depth < BMA_CHAIN_MAX; depth++) {
            items_end[lead_in] = i + 1;
            lead_in = document->clauses[lead_in].lead_in;
        }
    }
}

enum bma_status bma_search_begin(struct bma_search *search, const struct bma_annotated *text,
                                 struct bma_arena *arena, struct bma_error *error)
{
    const struct bma_document *document = text->document;
    bool *in_force = bma_arena_calloc(arena, document->node_count + 1, sizeof *in_force);

    search->text = text;
    search->items_end = bma_arena_calloc(arena, document->clause_count + 1, sizeof *search->items_end);
    search->stamps = bma_arena_calloc(arena, document->clause_count + 1, sizeof *search->stamps);
    search->elements_known =
        bma_arena_calloc(arena, document->clause_count + 1, sizeof *search->elements_known);
    search->body_known = bma_arena_calloc(arena, document->node_count + 1, sizeof *search->body_known);
    search->stamp = search->rule = 0;
    search->found_count = 0;
    search->annex_in_force = in_force;
    if (!in_force || !search->items_end || !search->stamps || !search->elements_known ||
        !search->body_known || !bma_disapplied_find(search, arena))
        return bma_error_memory(error);
    find_items(document, search->items_end);
    bma_annexes_in_force(text, in_force);
    return BMA_OK;
}

uint32_t bma_search_count(const struct bma_search *search, const struct bma_any_of *group)
{
    const uint32_t *start = search->text->by_concept_start;
    uint32_t count = 0;

    for (uint32_t i = 0; i < group->count; i++)
        count += start[group->concepts[i] + 1] - start[group->concepts[i]];
    return count;
}

static uint32_t clause_of(const struct bma_annotated *text, uint32_t posting)
{
    return text->annotations[text->by_concept[posting]].clause;
}

/* The first posting of the concept in a clause at or after `clause`. */
static uint32_t seek(const struct bma_annotated *text, uint32_t concept, uint32_t clause)
{
    uint32_t low = text->by_concept_start[concept], high = text->by_concept_start[concept + 1];

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (clause_of(text, middle) < clause)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool bma_search_within(const struct bma_search *search, const struct bma_any_of *group, uint32_t first,
                       uint32_t end)
{
    const struct bma_annotated *text = search->text;

    for (uint32_t i = 0; i < group->count; i++) {
        uint32_t at = seek(text, group->concepts[i], first);

        if (at < text->by_concept_start[group->concepts[i] + 1] && clause_of(text, at) < end)
            return true;
    }
    return false;
}

bool bma_clause_has_any(const struct bma_annotated *text, uint32_t clause, const struct bma_any_of *group)
{
    for (uint32_t i = 0; i < group->count; i++) {
        if (bma_clause_has(text, clause, group->concepts[i], NULL))
            return true;
    }
    return false;
}

struct bma_chain bma_chain_of(const struct bma_document *document, uint32_t clause)
{
    struct bma_chain chain = {.count = 0};

    for (; clause != BMA_NONE && chain.count < BMA_CHAIN_MAX; clause = document->clauses[clause].lead_in)
        chain.clauses[chain.count++] = clause;
    return chain;
}

static bool chain_has(const struct bma_annotated *text, const struct bma_chain *chain,
                      const struct bma_any_of *group)
{
    for (uint32_t i = 0; i < chain->count; i++) {
        if (bma_clause_has_any(text, chain->clauses[i], group))
            return true;
    }
    return false;
}

/* Every concept occurs in clause or lead-in, and at least one in the clause itself. */
static bool has_all(const struct bma_annotated *text, const struct bma_chain *chain,
                    const struct bma_query *query)
{
    bool own = false;

    for (uint32_t i = 0; i < query->all_count; i++) {
        if (bma_clause_has_any(text, chain->clauses[0], &query->all[i]))
            own = true;
        else if (!chain_has(text, chain, &query->all[i]))
            return false;
    }
    return own;
}

uint32_t bma_article_of(const struct bma_document *document, uint32_t clause)
{
    uint32_t node = document->clauses[clause].node;
    uint32_t article = bma_document_enclosing(document, node, BMA_NODE_ARTICLE);

    if (article != BMA_NONE)
        return article;
    while (document->nodes[node].parent != BMA_NONE && document->nodes[node].parent != 0)
        node = document->nodes[node].parent;
    return node;
}

static bool under_topic(const struct bma_annotated *text, uint32_t clause, const struct bma_any_of *topic)
{
    const struct bma_document *document = text->document;

    for (uint32_t node = document->clauses[clause].node; node != BMA_NONE;
         node = document->nodes[node].parent) {
        uint32_t heading = document->nodes[node].heading;

        if (heading != BMA_NONE && heading != clause && bma_clause_has_any(text, heading, topic))
            return true;
    }
    return false;
}

static bool in_context(const struct bma_search *search, uint32_t clause, const struct bma_any_of *context)
{
    const struct bma_document *document = search->text->document;
    const struct bma_node *article = &document->nodes[bma_article_of(document, clause)];

    return bma_search_within(search, context, article->first_clause,
                             article->first_clause + article->clause_count);
}

/* What keeps a clause out whichever predicate governs it. */
static enum bma_reason check_clause(const struct bma_search *search, const struct bma_chain *chain,
                                    const struct bma_query *query)
{
    const struct bma_annotated *text = search->text;
    uint32_t clause = chain->clauses[0];
    const struct bma_clause_features *features = &text->clauses[clause];
    enum bma_zone zone = text->document->clauses[clause].zone;

    if (zone == BMA_ZONE_TITLE || zone == BMA_ZONE_HEADING || zone == BMA_ZONE_CLOSING ||
        zone == BMA_ZONE_REPEATED)
        return BMA_REASON_ZONE;
    for (uint32_t i = 0; i < query->none_count; i++) {
        if (chain_has(text, chain, &query->none[i]))
            return BMA_REASON_EXCLUDED;
    }
    if ((features->elsewhere || bma_clause_is_cited(features)) && !query->elsewhere)
        return BMA_REASON_ELSEWHERE;
    if (features->definition && !query->definition)
        return BMA_REASON_DEFINITION;
    if (query->topic.count > 0 && !under_topic(text, clause, &query->topic))
        return BMA_REASON_TOPIC;
    if (query->context.count > 0 && !in_context(search, clause, &query->context))
        return BMA_REASON_CONTEXT;
    return BMA_REASON_COUNTS;
}

/* Tokens between two ranges; 0 when they touch or overlap. */
static uint32_t gap(uint32_t first, uint32_t end, uint32_t other_first, uint32_t other_end)
{
    if (other_first >= end)
        return other_first - end;
    return first >= other_end ? first - other_end : 0;
}

uint32_t bma_annotation_gap(const struct bma_annotated *text, const struct bma_annotation *a,
                            const struct bma_annotation *b)
{
    const struct bma_annotation *lead = a->clause < b->clause ? a : b;
    const struct bma_annotation *item = a->clause < b->clause ? b : a;

    if (a->clause == b->clause)
        return gap(a->first, a->end, b->first, b->end);
    return text->clauses[lead->clause].end_token - lead->end +
           (item->first - text->clauses[item->clause].first_token);
}

static bool has_near(const struct bma_annotated *text, const struct bma_chain *chain,
                     const struct bma_any_of *group, const struct bma_annotation *focus, uint32_t limit)
{
    for (uint32_t c = 0; c < chain->count; c++) {
        const struct bma_clause_features *features = &text->clauses[chain->clauses[c]];
        const struct bma_annotation *all = text->annotations + features->first_annotation;

        for (uint32_t i = 0; i < features->annotation_count; i++) {
            for (uint32_t g = 0; g < group->count; g++) {
                if (all[i].concept == group->concepts[g] && bma_annotation_gap(text, focus, &all[i]) <= limit)
                    return true;
            }
        }
    }
    return false;
}

static bool all_near(const struct bma_annotated *text, const struct bma_chain *chain,
                     const struct bma_query *query, const struct bma_annotation *focus)
{
    for (uint32_t i = 1; query->near > 0 && i < query->all_count; i++) {
        if (!has_near(text, chain, &query->all[i], focus, (uint32_t)query->near))
            return false;
    }
    return true;
}

/* Whether what the query asks for overlaps an occurrence: then its meaning is part of what was asked. */
static bool asked_for(const struct bma_annotated *text, const struct bma_query *query,
                      const struct bma_annotation *occurrence)
{
    for (uint32_t i = 0; i < query->all_count; i++) {
        for (uint32_t c = 0; c < query->all[i].count; c++) {
            if (bma_concept_overlaps(text, query->all[i].concepts[c], occurrence->first, occurrence->end))
                return true;
        }
    }
    return false;
}

/*
 * Whether it may be the verb of a negated predicate, which it then turns round ("shall not be withheld"); one
 * before or behind is that of another statement: "nobody shall audit it, and the records are withheld".
 */
static bool is_denied_verb(const struct bma_predicate *predicate, const struct bma_annotation *verb)
{
    enum { REACH = 3 };

    return predicate->verb == BMA_NONE ||
           (verb->first <= predicate->verb + REACH && verb->end >= predicate->verb);
}

/*
 * Whether the verb of the predicate takes away what it speaks of ("the committee is dissolved", "women are
 * barred from") and is no part of what the query asks for ("the licence shall be withdrawn").
 */
static bool is_undone(const struct bma_search *search, uint32_t clause, const struct bma_predicate *predicate,
                      const struct bma_query *query)
{
    const struct bma_annotated *text = search->text;
    uint32_t at;

    if (!predicate || search->undoes == BMA_NONE || !bma_clause_has(text, clause, search->undoes, &at) ||
        bma_clause_deletes(text, clause)) /* which turns what it answers round, as a whole */
        return false;
    for (; at < text->annotation_count && text->annotations[at].clause == clause; at++) {
        const struct bma_annotation *verb = &text->annotations[at];

        if (verb->concept == search->undoes && verb->first >= predicate->first &&
            verb->end <= predicate->end && (!predicate->negated || is_denied_verb(predicate, verb)) &&
            !asked_for(text, query, verb))
            return true;
    }
    return false;
}

/* What is not taken away is left; but a ban on taking away is a ban, though it works against nothing. */
static bool polarity_holds(const struct bma_predicate *predicate, bool undone, bool against,
                           enum bma_polarity wanted)
{
    switch (wanted) {
    case BMA_POLARITY_AFFIRMED:
        return !predicate || predicate->negated == undone;
    case BMA_POLARITY_FORBIDDEN:
        return predicate && (against ? predicate->negated != undone : predicate->negated || undone);
    case BMA_POLARITY_RELEASED:
        return predicate && predicate->released;
    case BMA_POLARITY_ANY:
        break;
    }
    return true;
}

static enum bma_reason check_predicate(const struct bma_predicate *predicate, bool undone, bool against,
                                       const struct bma_query *query)
{
    unsigned actors = predicate ? predicate->actors : 0;

    if (predicate && predicate->released && query->polarity != BMA_POLARITY_RELEASED)
        return BMA_REASON_RELEASED;
    if (!polarity_holds(predicate, undone, against, query->polarity))
        return BMA_REASON_POLARITY;
    if (query->actors != 0 && (actors & query->actors) == 0)
        return BMA_REASON_ACTOR;
    if ((actors & query->not_actors) != 0)
        return BMA_REASON_ACTOR;
    return BMA_REASON_COUNTS;
}

/* The predicate by which an item is read when the focus stands in its lead-in. */
static const struct bma_predicate *main_predicate(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_clause_features *features = &text->clauses[clause];

    for (uint32_t i = 0; i < features->predicate_count; i++) {
        if (!text->predicates[features->first_predicate + i].subordinate)
            return &text->predicates[features->first_predicate + i];
    }
    return features->predicate_count > 0 ? &text->predicates[features->first_predicate] : NULL;
}

static bool has_deletion(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    const struct bma_annotation *all = text->annotations + features->first_annotation;

    for (uint32_t i = 0; i < features->annotation_count; i++) {
        if (bma_lexicon_concept(text->lexicon, all[i].concept)->role == BMA_CONCEPT_DELETES)
            return true;
    }
    return false;
}

bool bma_clause_deletes(const struct bma_annotated *text, uint32_t clause)
{
    uint32_t lead_in = text->document->clauses[clause].lead_in;

    return has_deletion(text, clause) || (lead_in != BMA_NONE && has_deletion(text, lead_in));
}

/* Whether the focus is the title of another provision: a heading gives no level, unless it is deleted. */
static bool in_title(const struct bma_annotated *text, const struct bma_annotation *focus)
{
    const struct bma_clause_features *features = &text->clauses[focus->clause];

    return focus->first >= features->title_first && focus->first < features->title_end &&
           !bma_clause_deletes(text, focus->clause);
}

/*
 * Weighs one occurrence of the focus; keeps it in *best when it is stronger.  `against` is the side of the
 * query; best->against becomes that of the clause.
 */
static void weigh(const struct bma_search *search, const struct bma_chain *chain,
                  const struct bma_query *query, bool against, const struct bma_annotation *focus,
                  struct bma_candidate *best)
{
    const struct bma_annotated *text = search->text;
    uint32_t clause = chain->clauses[0];
    const struct bma_predicate *predicate = focus->clause == clause
                                                ? bma_governing(text, clause, focus->first, focus->end)
                                                : main_predicate(text, clause);
    bool undone = is_undone(search, clause, predicate, query);
    enum bma_reason reason = check_predicate(predicate, undone, against, query);
    /* to take away what is looked for works against it, where it binds */
    bool turned = undone && !against && reason == BMA_REASON_POLARITY && !predicate->negated &&
                  query->polarity == BMA_POLARITY_AFFIRMED;
    int level = 0;

    if (turned)
        reason = BMA_REASON_COUNTS;
    if (reason == BMA_REASON_COUNTS && in_title(text, focus))
        reason = BMA_REASON_EXCLUDED;
    if (reason == BMA_REASON_COUNTS && !all_near(text, chain, query, focus))
        reason = BMA_REASON_FAR;
    if (reason == BMA_REASON_COUNTS)
        level = bma_ladder_clause(search, clause, predicate, query, &reason);
    if (turned && level < BMA_LEVEL_SOFT) {
        level = BMA_LEVEL_ABSENT;
        reason = BMA_REASON_POLARITY;
    }
    if (best->level < 0 || level > best->level) {
        best->level = level;
        best->reason = reason;
        best->predicate = predicate ? (uint32_t)(predicate - text->predicates) : BMA_NONE;
        best->focus = (uint32_t)(focus - text->annotations);
        best->against = against || (turned && level > BMA_LEVEL_ABSENT);
    }
}

static bool is_focus(const struct bma_query *query, uint32_t concept)
{
    for (uint32_t i = 0; i < query->all[0].count; i++) {
        if (query->all[0].concepts[i] == concept)
            return true;
    }
    return false;
}

/* More often than this nobody says a thing in one sentence; what comes then is not looked at. */
enum { FOCUSES_MAX = 256 };

/* The clause's own occurrences of the focus; the lead-in's only when there is none. */
static void weigh_all(const struct bma_search *search, const struct bma_chain *chain,
                      const struct bma_query *query, bool against, struct bma_candidate *best)
{
    const struct bma_annotated *text = search->text;
    uint32_t left = FOCUSES_MAX;

    for (uint32_t c = 0; c < chain->count && best->level < 0; c++) {
        const struct bma_clause_features *features = &text->clauses[chain->clauses[c]];

        for (uint32_t i = 0; i < features->annotation_count && left > 0; i++) {
            const struct bma_annotation *focus = &text->annotations[features->first_annotation + i];

            if (!is_focus(query, focus->concept))
                continue;
            weigh(search, chain, query, against, focus, best);
            left--;
        }
    }
}

static enum bma_status look_at(struct bma_search *search, uint32_t clause, const struct bma_query *query,
                               uint32_t index, bool against, struct bma_error *error)
{
    struct bma_chain chain;
    struct bma_candidate candidate = {.clause = clause,
                                      .predicate = BMA_NONE,
                                      .query = index,
                                      .focus = BMA_NONE,
                                      .against = against,
                                      .level = -1};

    if (search->stamps[clause] == search->stamp)
        return BMA_OK;
    search->stamps[clause] = search->stamp;
    chain = bma_chain_of(search->text->document, clause);
    if ((query->row && !search->text->document->clauses[clause].is_row) ||
        !has_all(search->text, &chain, query))
        return BMA_OK;
    candidate.reason = check_clause(search, &chain, query);
    if (candidate.reason == BMA_REASON_COUNTS)
        weigh_all(search, &chain, query, against, &candidate);
    if (candidate.level < 0)
        candidate.level = 0;
    if (bma_grow(&search->found, &search->found_capacity, search->found_count + 1, sizeof *search->found) !=
        0)
        return bma_error_memory(error);
    search->found[search->found_count++] = candidate;
    return BMA_OK;
}

static bool led_in_by(const struct bma_document *document, uint32_t clause, uint32_t lead_in)
{
    struct bma_chain chain = bma_chain_of(document, clause);

    for (uint32_t i = 1; i < chain.count; i++) {
        if (chain.clauses[i] == lead_in)
            return true;
    }
    return false;
}

/* Looks at the clause and at the items that it leads in. */
static enum bma_status look_around(struct bma_search *search, uint32_t clause, const struct bma_query *query,
                                   uint32_t index, bool against, struct bma_error *error)
{
    enum bma_status status = look_at(search, clause, query, index, against, error);

    for (uint32_t item = clause + 1; status == BMA_OK && item < search->items_end[clause]; item++) {
        if (led_in_by(search->text->document, item, clause))
            status = look_at(search, item, query, index, against, error);
    }
    return status;
}

/* The group with the fewest occurrences, or NULL when one has none. */
static const struct bma_any_of *rarest(const struct bma_search *search, const struct bma_query *query)
{
    const struct bma_any_of *best = NULL;
    uint32_t fewest = UINT32_MAX;

    for (uint32_t i = 0; i < query->all_count; i++) {
        uint32_t count = bma_search_count(search, &query->all[i]);

        if (count == 0)
            return NULL;
        if (count < fewest) {
            fewest = count;
            best = &query->all[i];
        }
    }
    return best;
}

enum bma_status bma_search_run(struct bma_search *search, const struct bma_query *query, uint32_t index,
                               bool against, struct bma_error *error)
{
    const struct bma_annotated *text = search->text;
    const struct bma_any_of *group = rarest(search, query);
    enum bma_status status = BMA_OK;

    search->stamp++;
    for (uint32_t i = 0; group && i < group->count; i++) {
        uint32_t end = text->by_concept_start[group->concepts[i] + 1];

        for (uint32_t at = text->by_concept_start[group->concepts[i]]; status == BMA_OK && at < end; at++)
            status = look_around(search, clause_of(text, at), query, index, against, error);
    }
    return status;
}

size_t bma_search_candidates(const struct bma_search *search, uint32_t clause)
{
    size_t low = 0, high = search->found_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (search->found[middle].clause < clause)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
