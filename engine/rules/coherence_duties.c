/*
 * CX-4: who bears the duties.  One duty is counted for each main predicate of the operative part
 * that obliges; it is its subject's.  A lead-in counts through its items, a list run on in
 * one sentence ("(a) …; (b) …") by its letters.  A draft that hardly ever says "shall" ("the Board issues
 * the permit") obliges by its statements.
 *
 * Two faults: one Party bears far more than the other; or it has a list of duties to itself, and no
 * list anywhere binds the other.
 */
#include "rules/coherence_parts.h"

#include "findings/phrases.h"
#include "rules/ladder.h"

/* Reported from twice as many, where there are enough duties for a proportion to mean something. */
enum { DUTIES_LEAST = 8, TIMES_AS_MANY = 2 };
/* Items that make a list a catalogue of duties. */
enum { CATALOGUE_LEAST = 3 };
/* Statements for each duty, in a draft that obliges by them. */
enum { STATEMENTS_PER_DUTY = 2 };

static bool obliges(const struct bma_coherence_run *run, const struct bma_predicate *predicate)
{
    if (predicate->subordinate || predicate->released)
        return false;
    return predicate->modality == BMA_MODALITY_DUTY ||
           (run->states && predicate->modality == BMA_MODALITY_DECLARE) ||
           (run->text->non_binding && predicate->modality == BMA_MODALITY_SOFT && !predicate->hedged);
}

/* Whether the operative part says what its actors do, and hardly ever that they shall. */
static bool speaks_in_statements(const struct bma_coherence_run *run)
{
    const struct bma_annotated *text = run->text;
    uint32_t duties = 0, statements = 0;

    for (uint32_t c = 0; c < text->document->clause_count; c++) {
        const struct bma_clause_features *features = &text->clauses[c];

        for (uint32_t i = 0; i < features->predicate_count && bma_ladder_operative(run->search, c); i++) {
            const struct bma_predicate *predicate = &text->predicates[features->first_predicate + i];

            duties += predicate->modality == BMA_MODALITY_DUTY && !predicate->subordinate;
            statements += predicate->modality == BMA_MODALITY_DECLARE && !predicate->subordinate;
        }
    }
    return statements >= DUTIES_LEAST && statements >= STATEMENTS_PER_DUTY * duties;
}

/* Sides of a duty. */
enum { FIRST = 1, SECOND = 2, BOTH = FIRST | SECOND };

static unsigned side_in_role(const struct bma_annotated *text, enum bma_role role)
{
    for (uint32_t i = 0; i < text->party_count; i++)
        if (text->parties[i].role == role)
            return i == 0 ? FIRST : SECOND;
    return 0;
}

/* The Parties that act: by name, short name or office, or as the one that sends or receives. */
static unsigned sides_of(const struct bma_annotated *text, unsigned actors)
{
    unsigned sides = 0;

    if (actors & BMA_ACTOR_FIRST)
        sides |= FIRST;
    if (actors & BMA_ACTOR_SECOND)
        sides |= SECOND;
    if (actors & BMA_ACTOR_ORIGIN)
        sides |= side_in_role(text, BMA_ROLE_ORIGIN);
    if (actors & BMA_ACTOR_DESTINATION)
        sides |= side_in_role(text, BMA_ROLE_DESTINATION);
    return sides;
}

/* Letters or figures in brackets that follow one another between two tokens: (a) … (b) … or (1) … (2) …. */
static uint32_t run_on_items(const struct bma_annotated *text, uint32_t first, uint32_t end)
{
    char letter = 'a', figure = '1';

    for (uint32_t i = first; i < end; i++) {
        const struct bma_token *token = &text->tokens[i];
        char at = text->document->text[token->start];

        if (token->length != 1 || !(token->flags & BMA_TOKEN_OPEN) || !(token->flags & BMA_TOKEN_CLOSE))
            continue;
        if (at == letter && letter < 'z')
            letter++;
        else if (at == figure && figure < '9')
            figure++;
    }
    uint32_t letters = (uint32_t)(letter - 'a'), figures = (uint32_t)(figure - '1');
    return letters > figures ? letters : figures;
}

static void count(const struct bma_annotated *text, struct bma_findings *out, unsigned actors)
{
    bool origin = (actors & BMA_ACTOR_ORIGIN) != 0, destination = (actors & BMA_ACTOR_DESTINATION) != 0;
    unsigned sides = sides_of(text, actors);

    if (sides == BOTH || (origin && destination)) {
        out->duties_both++;
        return;
    }
    if (sides != 0)
        out->duties_party[sides - 1]++;
    if (origin)
        out->duties_origin++;
    else if (destination)
        out->duties_destination++;
    else if (sides != 0)
        return;
    else if (actors & BMA_ACTOR_PARTIES)
        out->duties_both++;
    else if (actors & BMA_ACTOR_EMPLOYER)
        out->duties_employer++;
    else if (actors & BMA_ACTOR_WORKER)
        out->duties_worker++;
}

static void count_clause(struct bma_coherence_run *run, uint32_t clause)
{
    const struct bma_annotated *text = run->text;
    const struct bma_clause_features *features = &text->clauses[clause];

    if (features->elsewhere || bma_clause_is_cited(features) || run->search->items_end[clause] != 0 ||
        !bma_ladder_operative(run->search, clause))
        return;
    for (uint32_t i = 0; i < features->predicate_count; i++) {
        const struct bma_predicate *predicate = &text->predicates[features->first_predicate + i];

        if (!obliges(run, predicate))
            continue;
        count(text, run->findings, predicate->actors);
        for (uint32_t items = run_on_items(text, predicate->first, predicate->end); items > 1; items--)
            count(text, run->findings, predicate->actors);
    }
}

/* One side of the scales: who, with how many duties. */
struct burden {
    const char *name;
    unsigned actor, side; /* either of them in a predicate makes it this side's */
    uint32_t duties;
};

static bool bears(const struct bma_coherence_run *run, const struct bma_predicate *predicate,
                  const struct burden *burden)
{
    return obliges(run, predicate) &&
           ((predicate->actors & burden->actor) ||
            (burden->side && sides_of(run->text, predicate->actors) == burden->side));
}

/* Whether the clause's own words bind the side; *items those that it lists itself. */
static bool binds(const struct bma_coherence_run *run, uint32_t clause, const struct burden *burden,
                  uint32_t *items)
{
    const struct bma_annotated *text = run->text;
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t first = BMA_NONE, end = 0;

    for (uint32_t i = 0; i < features->predicate_count; i++) {
        const struct bma_predicate *predicate = &text->predicates[features->first_predicate + i];

        if (!bears(run, predicate, burden))
            continue;
        first = first == BMA_NONE ? predicate->first : first;
        end = predicate->end;
    }
    *items = first == BMA_NONE ? 0 : run_on_items(text, first, end);
    return first != BMA_NONE;
}

/* The longest list of duties of that side; *lead_in the clause that opens it. */
static uint32_t longest_list(const struct bma_coherence_run *run, const struct burden *burden,
                             uint32_t *lead_in)
{
    const struct bma_annotated *text = run->text;
    uint32_t longest = 0;

    for (uint32_t c = 0; c < text->document->clause_count; c++) {
        uint32_t items, own, last = run->search->items_end[c];

        if (!bma_ladder_operative(run->search, c) || text->clauses[c].elsewhere ||
            bma_clause_is_cited(&text->clauses[c]) || !binds(run, c, burden, &items))
            continue;
        for (uint32_t i = c + 1, all = 0; i < last; i++) {
            if (text->document->clauses[i].lead_in == c && binds(run, i, burden, &own))
                items = ++all > items ? all : items;
        }
        if (items > longest) {
            longest = items;
            *lead_in = c;
        }
    }
    return longest;
}

/* Clauses by which the side is obliged, as evidence. */
static void gather(const struct bma_coherence_run *run, const struct burden *burden, struct bma_sides *sides)
{
    const struct bma_annotated *text = run->text;

    for (uint32_t c = 0; c < text->document->clause_count; c++) {
        const struct bma_clause_features *features = &text->clauses[c];

        for (uint32_t i = 0; i < features->predicate_count && bma_ladder_operative(run->search, c); i++) {
            const struct bma_predicate *predicate = &text->predicates[features->first_predicate + i];

            if (bears(run, predicate, burden))
                bma_sides_add(sides, c, BMA_LEVEL_BINDING);
        }
    }
    sides->first = sides->count;
}

static bool uneven(const struct burden *more, const struct burden *less)
{
    return more->duties + less->duties >= DUTIES_LEAST && more->duties >= TIMES_AS_MANY * less->duties;
}

/* A catalogue on one side, and no list on the other. */
static enum bma_status report_list(struct bma_coherence_run *run, const struct burden *one,
                                   const struct burden *other, struct bma_error *error)
{
    uint32_t places[2] = {0, 0};
    uint32_t ones = longest_list(run, one, &places[0]), others = longest_list(run, other, &places[1]);
    const struct burden *more = ones > others ? one : other;
    uint32_t items = ones > others ? ones : others, place = ones > others ? places[0] : places[1];
    struct bma_sides sides = {.count = 0};

    if (items < CATALOGUE_LEAST || (ones > 1 && others > 1))
        return BMA_OK;
    bma_sides_add(&sides, place, BMA_LEVEL_BINDING);
    for (uint32_t i = place + 1; i < run->search->items_end[place]; i++) {
        if (run->text->document->clauses[i].lead_in == place)
            bma_sides_add(&sides, i, BMA_LEVEL_BINDING);
    }
    sides.first = sides.count;
    return bma_coherence_add(run, "CX-4",
                             bma_arena_printf(run->arena, bma_phrase(BMA_PHRASE_DUTIES_LISTED),
                                              bma_coherence_place(run, place), more->name, (unsigned)items),
                             &sides, error);
}

static enum bma_status report(struct bma_coherence_run *run, const struct burden *one,
                              const struct burden *other, struct bma_error *error)
{
    const struct burden *more = one->duties > other->duties ? one : other;
    const struct burden *less = more == one ? other : one;
    struct bma_sides sides = {.count = 0};

    if (!uneven(more, less))
        return report_list(run, one, other, error);
    gather(run, more, &sides);
    return bma_coherence_add(run, "CX-4",
                             bma_arena_printf(run->arena, bma_phrase(BMA_PHRASE_DUTIES_UNEVEN), more->name,
                                              (unsigned)more->duties, (unsigned)less->duties),
                             &sides, error);
}

enum bma_status bma_coherence_duties(struct bma_coherence_run *run, struct bma_error *error)
{
    const struct bma_annotated *text = run->text;
    struct bma_findings *out = run->findings;

    run->states = speaks_in_statements(run);
    for (uint32_t c = 0; c < text->document->clause_count; c++)
        count_clause(run, c);
    if (out->duties_party[0] + out->duties_party[1] >= out->duties_origin + out->duties_destination &&
        text->party_count == 2) {
        struct burden one = {text->parties[0].name, 0, FIRST, out->duties_party[0]};
        struct burden other = {text->parties[1].name, 0, SECOND, out->duties_party[1]};
        return report(run, &one, &other, error);
    }
    struct burden one = {bma_phrase(BMA_PHRASE_ORIGIN), BMA_ACTOR_ORIGIN, 0, out->duties_origin};
    struct burden other = {bma_phrase(BMA_PHRASE_DESTINATION), BMA_ACTOR_DESTINATION, 0,
                           out->duties_destination};
    return report(run, &one, &other, error);
}
