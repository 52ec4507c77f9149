/* CX-5: bodies that are given tasks, but no members, no meetings, nobody to report to. */
#include "rules/coherence_parts.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "findings/phrases.h"
#include "rules/ladder.h"

#include <string.h>

enum { NAME_WORDS = 6, BODIES_MAX = 64 };

enum lack { LACK_COMPOSITION = 1, LACK_MEETINGS = 2, LACK_REPORTING = 4, LACK_ALL = 7 };

/* The concepts that this check asks for. */
struct words {
    uint32_t noun, modifier, joint, national, indefinite, definite, of, founding;
    uint32_t constitution[3]; /* composition, meetings, reporting */
};

/* A body named with more than its noun: "Joint Committee". */
struct body {
    uint32_t first, end; /* tokens of its first mention */
    uint32_t clause;
    bool joint, excluded;
    unsigned given; /* enum lack bits that are not lacking */
};

struct bodies {
    struct body items[BODIES_MAX];
    uint32_t count;
    uint32_t window_first, window_end; /* the clauses looked at last, as many mentions share them */
    unsigned window_given;
};

static bool same_word(const struct bma_annotated *text, uint32_t a, uint32_t b)
{
    const struct bma_token *left = &text->tokens[a], *right = &text->tokens[b];

    if (left->length != right->length)
        return false;
    for (uint32_t i = 0; i < left->length; i++) {
        if (bma_ascii_lower(text->document->text[left->start + i]) !=
            bma_ascii_lower(text->document->text[right->start + i]))
            return false;
    }
    return true;
}

static bool same_name(const struct bma_annotated *text, const struct body *a, uint32_t first, uint32_t end)
{
    if (a->end - a->first != end - first)
        return false;
    for (uint32_t i = 0; i < end - first; i++) {
        if (!same_word(text, a->first + i, first + i))
            return false;
    }
    return true;
}

static bool covers(const struct bma_annotated *text, uint32_t concept, uint32_t token)
{
    return concept != BMA_NONE && bma_concept_overlaps(text, concept, token, token + 1);
}

/* A name goes back over capitals, or over words that make a committee the agreement's own. */
static uint32_t name_start(const struct bma_annotated *text, const struct words *words,
                           const struct bma_annotation *noun)
{
    uint32_t floor = text->clauses[noun->clause].first_token, first = noun->first;
    bool capital = (text->tokens[first].flags & BMA_TOKEN_CAPITAL) != 0;

    while (first > floor && noun->end - first < NAME_WORDS) {
        const struct bma_token *before = &text->tokens[first - 1];

        if ((before->flags & (BMA_TOKEN_COMMA | BMA_TOKEN_STOP | BMA_TOKEN_CLOSE)) ||
            covers(text, words->indefinite, first - 1) || covers(text, words->definite, first - 1))
            break;
        if (capital ? !(before->flags & BMA_TOKEN_CAPITAL) || first - 1 == floor
                    : !covers(text, words->modifier, first - 1))
            break;
        first--;
    }
    return first;
}

/* The organ of one Party, of the law of a country, or of another instrument is not the agreement's to
 * constitute. */
static bool belongs_elsewhere(const struct bma_coherence_run *run, const struct words *words, uint32_t clause,
                              uint32_t first, uint32_t end)
{
    const struct bma_annotated *text = run->text;
    uint32_t limit = text->clauses[clause].end_token;

    if (text->clauses[clause].elsewhere || text->clauses[clause].definition ||
        bma_clause_is_cited(&text->clauses[clause]))
        return true;
    for (uint32_t i = first; i < end; i++) {
        if (covers(text, words->national, i) || bma_coherence_side(run, i) != 0)
            return true;
    }
    if (end + 2 >= limit || !covers(text, words->of, end))
        return false;
    for (uint32_t i = end + 1; i < end + 4 && i < limit; i++) {
        if (bma_coherence_side(run, i) != 0 || bma_coherence_actor(run, i) != 0)
            return true;
    }
    return false;
}

/* Whether a verb of obligation stands right behind the name, a short "of …" apart. */
static bool acts(const struct bma_annotated *text, const struct words *words, uint32_t clause, uint32_t end)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t reach = covers(text, words->of, end) ? end + 3 : end + 2;
    const struct bma_annotation *found = bma_annotation_from(text, features, end);
    const struct bma_annotation *last =
        text->annotations + features->first_annotation + features->annotation_count;

    for (; found < last && found->first <= reach; found++) {
        enum bma_concept_role role = bma_lexicon_concept(text->lexicon, found->concept)->role;

        if (role >= BMA_CONCEPT_DUTY && role <= BMA_CONCEPT_PERMIT)
            return true;
    }
    return false;
}

static bool is_introduced(const struct bma_annotated *text, const struct words *words, uint32_t clause,
                          uint32_t first, uint32_t end)
{
    uint32_t floor = text->clauses[clause].first_token;

    if (first > floor && covers(text, words->indefinite, first - 1))
        return true;
    for (uint32_t i = first; i < end; i++) {
        if (covers(text, words->modifier, i))
            return true;
    }
    return bma_clause_has(text, clause, words->founding, NULL) || acts(text, words, clause, end);
}

static struct body *find_body(const struct bma_annotated *text, struct bodies *bodies, uint32_t first,
                              uint32_t end)
{
    for (uint32_t i = 0; i < bodies->count; i++) {
        if (same_name(text, &bodies->items[i], first, end))
            return &bodies->items[i];
    }
    return NULL;
}

/* "the Committee": the body named last whose name ends like that. */
static struct body *refer_back(const struct bma_annotated *text, struct bodies *bodies, uint32_t noun_end)
{
    for (uint32_t i = bodies->count; i-- > 0;) {
        if (same_word(text, bodies->items[i].end - 1, noun_end - 1))
            return &bodies->items[i];
    }
    return NULL;
}

/* What the paragraph around a mention gives the body; a mere permission to meet is no rule. */
static unsigned given_in(const struct bma_annotated *text, const struct words *words, uint32_t first,
                         uint32_t end)
{
    unsigned given = 0;

    for (uint32_t c = first; c < end; c++) {
        for (unsigned k = 0; k < 3; k++) {
            uint32_t at;
            const struct bma_predicate *predicate;

            if (words->constitution[k] == BMA_NONE || !bma_clause_has(text, c, words->constitution[k], &at))
                continue;
            predicate = bma_governing(text, c, text->annotations[at].first, text->annotations[at].end);
            if (k == 0 || !predicate || predicate->modality != BMA_MODALITY_PERMIT)
                given |= 1u << k;
        }
    }
    return given;
}

static unsigned given_around(const struct bma_annotated *text, const struct words *words,
                             struct bodies *bodies, uint32_t clause, enum bma_window window)
{
    uint32_t first, end;

    bma_ladder_window(text->document, clause, window, &first, &end);
    if (first != bodies->window_first || end != bodies->window_end) {
        bodies->window_first = first;
        bodies->window_end = end;
        bodies->window_given = given_in(text, words, first, end);
    }
    return bodies->window_given;
}

/* An article headed by the body's name constitutes it throughout. */
static enum bma_window window_of(const struct bma_annotated *text, const struct words *words, uint32_t clause)
{
    uint32_t article = bma_article_of(text->document, clause);
    uint32_t heading = text->document->nodes[article].heading;

    return heading != BMA_NONE && bma_clause_has(text, heading, words->noun, NULL) ? BMA_WINDOW_ARTICLE
                                                                                   : BMA_WINDOW_PARAGRAPH;
}

static void look_at(const struct bma_coherence_run *run, const struct words *words, struct bodies *bodies,
                    const struct bma_annotation *noun)
{
    const struct bma_annotated *text = run->text;
    uint32_t clause = noun->clause, first = name_start(text, words, noun);
    bool named = first < noun->first ||
                 (noun->end < text->clauses[clause].end_token - 1 && covers(text, words->of, noun->end) &&
                  (text->tokens[noun->end + 1].flags & BMA_TOKEN_CAPITAL));
    struct body *body =
        named ? find_body(text, bodies, first, noun->end) : refer_back(text, bodies, noun->end);

    if (!body) {
        if (!named || bodies->count == BODIES_MAX || !is_introduced(text, words, clause, first, noun->end))
            return;
        body = &bodies->items[bodies->count++];
        *body = (struct body){.first = first, .end = noun->end, .clause = clause};
        for (uint32_t i = first; i < noun->end; i++)
            body->joint |= covers(text, words->joint, i);
    }
    body->excluded |= named && belongs_elsewhere(run, words, clause, first, noun->end);
    body->given |= given_around(text, words, bodies, clause, window_of(text, words, clause));
}

static const char *list_lacks(const struct bma_coherence_run *run, unsigned lacks)
{
    static const enum bma_phrase names[] = {BMA_PHRASE_COMPOSITION, BMA_PHRASE_MEETINGS,
                                            BMA_PHRASE_REPORTING};
    const char *list = NULL;

    for (unsigned k = 0; k < 3; k++) {
        bool last = (lacks >> (k + 1)) == 0;

        if (!(lacks & (1u << k)))
            continue;
        list = list ? bma_arena_printf(run->arena, "%s%s%s", list, last ? bma_phrase(BMA_PHRASE_OR) : ", ",
                                       bma_phrase(names[k]))
                    : bma_phrase(names[k]);
        if (!list)
            return NULL;
    }
    return list;
}

static enum bma_status report(struct bma_coherence_run *run, const struct body *body, struct bma_error *error)
{
    const struct bma_annotated *text = run->text;
    struct bma_sides sides = {.clauses = {body->clause}, .levels = {BMA_LEVEL_BINDING}, .count = 1};
    const struct bma_token *last = &text->tokens[body->end - 1];
    struct bma_span span = {text->tokens[body->first].start, last->start + last->length};
    const char *name = bma_coherence_words(run, span);
    const char *lacks = list_lacks(run, LACK_ALL & ~body->given);

    if (!name || !lacks)
        return bma_error_memory(error);
    return bma_coherence_add(run, "CX-5",
                             bma_arena_printf(run->arena, bma_phrase(BMA_PHRASE_EMPTY_BODY),
                                              bma_coherence_place(run, body->clause), name, lacks),
                             &sides, error);
}

static unsigned bits(unsigned lacks)
{
    return (lacks & 1) + ((lacks >> 1) & 1) + ((lacks >> 2) & 1);
}

enum bma_status bma_coherence_bodies(struct bma_coherence_run *run, struct bma_error *error)
{
    const struct bma_annotated *text = run->text;
    const struct bma_lexicon *lexicon = text->lexicon;
    struct words words = {bma_lexicon_find(lexicon, "body_noun"),
                          bma_lexicon_find(lexicon, "body_modifier"),
                          bma_lexicon_find(lexicon, "joint_modifier"),
                          bma_lexicon_find(lexicon, "national_body"),
                          bma_lexicon_find(lexicon, "indefinite_article"),
                          bma_lexicon_find(lexicon, "definite_word"),
                          bma_lexicon_find(lexicon, "of_word"),
                          bma_lexicon_find(lexicon, "body_founding"),
                          {bma_lexicon_find(lexicon, "body_composition"),
                           bma_lexicon_find(lexicon, "body_meeting"),
                           bma_lexicon_find(lexicon, "body_reporting")}};
    struct bodies bodies = {.count = 0};
    enum bma_status status = BMA_OK;

    if (words.noun == BMA_NONE || words.founding == BMA_NONE)
        return BMA_OK;
    for (uint32_t i = text->by_concept_start[words.noun]; i < text->by_concept_start[words.noun + 1]; i++) {
        const struct bma_annotation *noun = &text->annotations[text->by_concept[i]];

        if (bma_ladder_operative(run->search, noun->clause))
            look_at(run, &words, &bodies, noun);
    }
    for (uint32_t i = 0; status == BMA_OK && i < bodies.count; i++) {
        unsigned lacks = LACK_ALL & ~bodies.items[i].given;

        if (!bodies.items[i].excluded && bits(lacks) >= (bodies.items[i].joint ? 1u : 2u))
            status = report(run, &bodies.items[i], error);
    }
    return status;
}
