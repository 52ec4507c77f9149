/*
 * Relative clauses, conditions, exceptions and the contents of "that" clauses:
 * where they begin and end, and which verb is theirs.  There is no parser
 * behind it; the rules follow how treaties are punctuated and are written down
 * in docs/clause-features.md.
 */
#include "language/features_internal.h"

#include "base/memory.h"

enum { REACH = 120 }; /* tokens looked ahead at most, so that hostile text costs no more than its length */

/* What the search for one stretch needs to know. */
struct place {
    const struct bma_features_state *state;
    const struct bma_token *tokens;
    const struct bma_mark *opener;
    size_t mark;      /* index of the opener */
    size_t next_verb; /* first verb that begins at or after opener->end */
    bool after_main;  /* a main verb of the same sentence part stands before it */
    bool at_start;    /* nothing but a word or two stands before it */
    uint32_t part;    /* where the sentence part begins */
    bool goes_on;     /* "and that", right behind the contents of "ensure that" */
    bool denied;      /* the statement before it denies: "no worker shall leave" */
    uint32_t limit;
};

static bool is_real(const struct bma_mark *verb)
{
    return verb->role != BMA_CONCEPT_DECLARE;
}

/* The n-th (0, 1) real verb from the opener on, or NULL. */
static const struct bma_mark *real_verb(const struct place *place, uint32_t from, unsigned n)
{
    const struct bma_marks *verbs = &place->state->verbs;

    for (size_t i = place->next_verb; i < verbs->count && verbs->items[i].first < place->limit; i++)
        if (is_real(&verbs->items[i]) && verbs->items[i].first >= from && n-- == 0)
            return &verbs->items[i];
    return NULL;
}

/* End of the first token at or after `from` that carries the flag, or `end`. */
static uint32_t after_flag(const struct place *place, uint32_t from, uint32_t end, unsigned flag)
{
    for (uint32_t i = from; i < end; i++)
        if (place->tokens[i].flags & flag)
            return i + 1;
    return end;
}

static const struct bma_mark *conjunction_at(const struct place *place, uint32_t token)
{
    const struct bma_marks *marks = &place->state->marks;

    for (size_t i = place->mark + 1; i < marks->count && marks->items[i].first <= token; i++)
        if (marks->items[i].first == token && marks->items[i].role == BMA_CONCEPT_CONJUNCTION)
            return &marks->items[i];
    return NULL;
}

/* A conjunction that ends where the verb begins: "and shall". */
static bool joined(const struct place *place, const struct bma_mark *verb)
{
    const struct bma_marks *marks = &place->state->marks;

    for (size_t i = place->mark + 1; i < marks->count && marks->items[i].first < verb->first; i++)
        if (marks->items[i].role == BMA_CONCEPT_CONJUNCTION && marks->items[i].end == verb->first)
            return true;
    return false;
}

/* The last actor that begins within [from, until), or until. */
static uint32_t subject_before(const struct place *place, uint32_t from, uint32_t until)
{
    const struct bma_marks *actors = &place->state->actors;
    size_t after = bma_marks_from(actors, until);

    if (after > 0 && actors->items[after - 1].first >= from)
        return actors->items[after - 1].first;
    return until;
}

static bool actor_near(const struct place *place, uint32_t token)
{
    return subject_before(place, token, token + 3) != token + 3;
}

/* Whether a conjunction and a new "that" stand there: "ensure that no post is vacant and that lodging is
 * found". */
static bool goes_on_at(const struct place *place, const struct bma_mark *join)
{
    const struct bma_marks *marks = &place->state->marks;
    size_t i = bma_marks_from(marks, join->end);

    for (; i < marks->count && marks->items[i].first == join->end; i++)
        if (marks->items[i].role == BMA_CONCEPT_SUBORDINATE)
            return true;
    return false;
}

/*
 * Where a stretch ends that follows the main verb: at a stop, at a comma with
 * a conjunction, or, when `shared` says so, at a conjunction before a verb or a new "that".
 */
static uint32_t trailing_end(const struct place *place, uint32_t from, bool shared)
{
    size_t v = place->next_verb;
    const struct bma_marks *verbs = &place->state->verbs;

    for (uint32_t i = from; i < place->limit; i++) {
        if (place->tokens[i].flags & BMA_TOKEN_STOP)
            return i + 1;
        if (!(place->tokens[i].flags & BMA_TOKEN_COMMA) && !shared)
            continue;
        const struct bma_mark *join = conjunction_at(place, i + 1);
        if (!join)
            continue;
        if (shared && goes_on_at(place, join))
            return i + 1;
        while (v < verbs->count && (verbs->items[v].first < join->end || !is_real(&verbs->items[v])))
            v++;
        uint32_t distance = v < verbs->count ? verbs->items[v].first - join->end : REACH;
        if (distance == 0 || ((place->tokens[i].flags & BMA_TOKEN_COMMA) && distance < 12))
            return i + 1;
    }
    return place->limit;
}

/* The comma after which the main statement of "If …, the Party shall" begins. */
static uint32_t leading_end(const struct place *place)
{
    uint32_t from = place->opener->end;
    uint32_t stop = after_flag(place, from, place->limit, BMA_TOKEN_STOP);
    uint32_t comma = after_flag(place, from > 0 ? from - 1 : 0, stop, BMA_TOKEN_COMMA);

    if (comma >= stop) {
        const struct bma_mark *verb = real_verb(place, from, 0);
        if (!verb || verb->first >= stop)
            return stop;
        return place->at_start ? subject_before(place, from + 1, verb->first) : verb->first;
    }
    const struct bma_mark *main = real_verb(place, comma, 0);
    uint32_t until = main && main->first < stop ? main->first : comma;
    uint32_t last = comma;
    for (uint32_t i = comma; i <= until; i++) {
        if (actor_near(place, i) && (place->tokens[i - 1].flags & BMA_TOKEN_COMMA))
            return i;
        if (i < until && (place->tokens[i].flags & BMA_TOKEN_COMMA))
            last = i + 1;
    }
    return last;
}

/* Whether another statement begins between the verbs: ", and its consulates shall"; no "and that". */
static bool parted(const struct place *place, const struct bma_mark *verb, const struct bma_mark *second)
{
    for (uint32_t i = verb->end; i + 1 < second->first; i++) {
        const struct bma_mark *join =
            place->tokens[i].flags & BMA_TOKEN_COMMA ? conjunction_at(place, i + 1) : NULL;
        if (join != NULL)
            return !goes_on_at(place, join);
    }
    return false;
}

/* A relative clause is one only when it has a verb of its own; otherwise it stays in the main line. */
static bool find_relative(const struct place *place, struct bma_stretch *out)
{
    const struct bma_mark *opener = place->opener;
    const struct bma_mark *verb = real_verb(place, opener->end, 0);
    bool comma = opener->first > 0 && (place->tokens[opener->first - 1].flags & BMA_TOKEN_COMMA);

    if (!verb || after_flag(place, opener->end, verb->first, BMA_TOKEN_STOP) < verb->first)
        return false;
    uint32_t between = verb->first - opener->end;
    bool direct = between <= 1;
    const struct bma_mark *second = real_verb(place, verb->end, 0);
    if (between == 1 && place->at_start && !comma && !place->after_main && !second)
        return false; /* "workers who return may enrol": the only verb is the statement's */
    if (!direct && opener->first > place->part && place->at_start && second && parted(place, verb, second))
        return false; /* "those who have left shall be refused land, and consulates shall": so is the first */
    if (!direct && place->at_start &&
        second) { /* "In order that … may …, the office shall": read as a condition is */
        out->first = opener->first;
        out->end = leading_end(place);
        return out->end > verb->first;
    }
    if (!direct) {
        if (after_flag(place, opener->end, verb->first, BMA_TOKEN_COMMA) < verb->first ||
            (place->tokens[verb->first - 1].flags & BMA_TOKEN_COMMA) || joined(place, verb))
            return false;
        if (!place->after_main &&
            (!second || joined(place, second) ||
             after_flag(place, verb->end, second->first, BMA_TOKEN_STOP | BMA_TOKEN_COMMA) < second->first))
            return false;
    }
    out->first = opener->first;
    if (comma)
        out->end = after_flag(place, verb->end, place->limit, BMA_TOKEN_COMMA | BMA_TOKEN_STOP);
    else if (!place->after_main && second)
        out->end = second->first;
    else
        out->end = trailing_end(place, verb->end, false);
    return true;
}

static bool find_end(const struct place *place, struct bma_stretch *out)
{
    const struct bma_mark *opener = place->opener;

    out->first = opener->first;
    switch (place->goes_on ? BMA_CONCEPT_COMPLEMENT : opener->role) {
    case BMA_CONCEPT_SUBORDINATE:
        out->kind = BMA_STRETCH_RELATIVE;
        return find_relative(place, out);
    case BMA_CONCEPT_COMPLEMENT:
        out->kind = BMA_STRETCH_COMPLEMENT;
        out->first = opener->end;
        out->end = trailing_end(place, opener->end, true);
        return out->end > out->first;
    case BMA_CONCEPT_WANTING: /* "no worker shall leave without a contract": there must be one */
        out->kind = BMA_STRETCH_CONDITION;
        out->first = opener->end;
        out->end = trailing_end(place, opener->end, false);
        return place->denied && place->after_main;
    case BMA_CONCEPT_EXCEPTION:
        out->kind = BMA_STRETCH_EXCEPTION;
        if (place->after_main)
            out->end = after_flag(place, opener->end - 1, place->limit, BMA_TOKEN_COMMA | BMA_TOKEN_STOP);
        else
            out->end = leading_end(place);
        return true;
    default:
        out->kind = BMA_STRETCH_CONDITION;
        out->end = place->after_main ? trailing_end(place, opener->end, false) : leading_end(place);
        return true;
    }
}

/* The first verb inside is the stretch's own; none inside belongs to the main line. */
static void take_verbs(struct bma_features_state *state, size_t from, struct bma_stretch *stretch)
{
    stretch->verb = BMA_NONE;
    for (size_t i = from; i < state->verbs.count && state->verbs.items[i].first < stretch->end; i++) {
        struct bma_mark *verb = &state->verbs.items[i];
        if (verb->first < stretch->first)
            continue;
        verb->actors = 1;
        bool better =
            stretch->verb == BMA_NONE || (!is_real(&state->verbs.items[stretch->verb]) && is_real(verb));
        if (better)
            stretch->verb = (uint32_t)i;
    }
}

static enum bma_status add_stretch(struct bma_features_state *state, const struct bma_stretch *stretch,
                                   struct bma_error *error)
{
    if (state->stretch_count == state->stretch_capacity &&
        bma_grow(&state->stretches, &state->stretch_capacity, state->stretch_count + 1,
                 sizeof *state->stretches) != 0)
        return bma_error_memory(error);
    state->stretches[state->stretch_count++] = *stretch;
    return BMA_OK;
}

/* The conjunction that begins at the token, among the marks before the one given; or NULL. */
static const struct bma_mark *conjunction_in(const struct bma_marks *marks, size_t before, uint32_t token)
{
    for (size_t i = bma_marks_from(marks, token); i < before && marks->items[i].first == token; i++)
        if (marks->items[i].role == BMA_CONCEPT_CONJUNCTION)
            return &marks->items[i];
    return NULL;
}

static bool opens(const struct bma_mark *mark)
{
    return mark->role == BMA_CONCEPT_SUBORDINATE || mark->role == BMA_CONCEPT_COMPLEMENT ||
           mark->role == BMA_CONCEPT_CONDITION || mark->role == BMA_CONCEPT_EXCEPTION ||
           mark->role == BMA_CONCEPT_WANTING;
}

enum bma_status bma_stretches_find(struct bma_features_state *state, const struct bma_annotated *text,
                                   uint32_t first, uint32_t end, struct bma_error *error)
{
    uint32_t part = first, scanned = first, busy = first, main_end = 0;
    uint32_t denial = BMA_NONE; /* the last negation, by a word or by a verb that is one */
    bool contents = false;      /* the stretch before is such */
    size_t v = 0;

    state->stretch_count = 0;
    for (size_t i = 0; i < state->marks.count; i++) {
        const struct bma_mark *opener = &state->marks.items[i];
        if ((opener->role == BMA_CONCEPT_NEGATION || opener->role == BMA_CONCEPT_NOBODY) &&
            (denial == BMA_NONE || denial < opener->first))
            denial = opener->first;
        if (!opens(opener) || opener->first < busy)
            continue;
        for (; scanned < opener->first; scanned++)
            if (text->tokens[scanned].flags & BMA_TOKEN_STOP)
                part = scanned + 1;
        for (; v < state->verbs.count && state->verbs.items[v].first < opener->first; v++) {
            const struct bma_mark *verb = &state->verbs.items[v];
            if (is_real(verb) && verb->actors == 0)
                main_end = verb->end;
            if (verb->role == BMA_CONCEPT_PROHIBIT) /* "no worker shall be allowed to" is one verb */
                denial = verb->first;
        }
        struct place place = {.state = state,
                              .tokens = text->tokens,
                              .opener = opener,
                              .mark = i,
                              .next_verb = v,
                              .after_main = main_end > part,
                              .at_start = opener->first <= part + 2,
                              .part = part,
                              .denied = denial != BMA_NONE && denial >= part,
                              .limit = end - opener->end > REACH ? opener->end + REACH : end};
        const struct bma_mark *join = contents ? conjunction_in(&state->marks, i, busy) : NULL;
        place.goes_on = join != NULL && join->end == opener->first;
        struct bma_stretch stretch = {0};
        if (opener->end >= end || !find_end(&place, &stretch) || stretch.end <= stretch.first)
            continue;
        take_verbs(state, v, &stretch);
        enum bma_status status = add_stretch(state, &stretch, error);
        if (status != BMA_OK)
            return status;
        busy = stretch.end;
        contents = stretch.kind == BMA_STRETCH_COMPLEMENT;
    }
    return BMA_OK;
}

size_t bma_stretch_from(const struct bma_features_state *state, uint32_t token)
{
    size_t low = 0, high = state->stretch_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (state->stretches[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct bma_stretch *bma_stretch_at(const struct bma_features_state *state, uint32_t token)
{
    size_t after = bma_stretch_from(state, token + 1);

    if (after == 0 || state->stretches[after - 1].end <= token)
        return NULL;
    return &state->stretches[after - 1];
}
