/*
 * Finds the pair of names.  A *run* is what could be a name: words with capitals
 * and the small words that join them.  The run that opens the preamble (or follows
 * "between") is cut at the conjunction behind which another name begins.
 */
#include "language/lexicon_internal.h"
#include "language/parties.h"

#include <string.h>

enum {
    RUN_MOST = 28,     /* tokens in a run */
    ASIDE_MOST = 80,   /* tokens between the first name and the conjunction: "represented by …," */
    BRIEF_MOST = 6,    /* tokens of a short name */
    KEPT_BEFORE = 4,   /* tokens of a name before a conjunction within it */
    TITLE_CLAUSES = 12 /* how far "between" is looked for */
};

/* Where names are looked for: tokens, and the clauses that they are of. */
struct region {
    const struct bma_annotated *text;
    const struct bma_party_words *words;
    const struct bma_words *recital; /* "Desiring": no part of a name, however it is written */
    uint32_t first, end;
    uint32_t clause, clause_end;
};

/* Whether it may be of a name: it has a capital, or is joined to a word that has, as in "Ras al-Sahil". */
static bool is_capital(const struct bma_annotated *text, uint32_t token)
{
    const struct bma_token *at = &text->tokens[token];

    return (at->flags & BMA_TOKEN_CAPITAL) != 0 ||
           (text->document->text[at->start + at->length] == '-' && token + 1 < text->token_count &&
            at[1].start == at->start + at->length + 1 && (at[1].flags & BMA_TOKEN_CAPITAL) != 0);
}

static uint32_t small_at(const struct region *r, uint32_t token)
{
    uint32_t count = bma_words_from(r->text, &r->words->article, token, r->end);

    if (count == 0)
        count = bma_words_from(r->text, &r->words->of, token, r->end);
    return count != 0 ? count : bma_words_from(r->text, &r->words->join, token, r->end);
}

static bool ends_clause(const struct region *r, uint32_t token)
{
    for (uint32_t c = r->clause; c < r->clause_end; c++)
        if (r->text->clauses[c].end_token == token + 1)
            return true;
    return false;
}

static uint32_t clause_end(const struct region *r, uint32_t token)
{
    uint32_t c = r->clause;

    while (c + 1 < r->clause_end && r->text->clauses[c].end_token <= token)
        c++;
    return r->text->clauses[c].end_token;
}

static uint32_t skip_article(const struct region *r, uint32_t token)
{
    return token < r->end ? token + bma_words_from(r->text, &r->words->article, token, r->end) : token;
}

/* How sure it is that another name begins: it has a style or an office, at least an article, a capital. */
enum opening { STYLE, ARTICLE, CAPITAL };

/* Whether another name begins there, as sure as that or surer. */
static bool name_begins(const struct region *r, uint32_t token, enum opening opening)
{
    uint32_t article;

    if (token >= r->end || bma_words_from(r->text, r->recital, token, r->end) != 0)
        return false;
    article = bma_words_from(r->text, &r->words->article, token, r->end);
    if (article != 0 && token + article < r->end && opening != STYLE)
        return is_capital(r->text, token + article);
    if (opening == STYLE)
        token += article;
    return bma_words_from(r->text, &r->words->style, token, r->end) != 0 ||
           bma_words_from(r->text, &r->words->office, token, r->end) != 0 ||
           (opening == CAPITAL && is_capital(r->text, token));
}

/* Whether the run may go on behind the token. */
static bool goes_on(const struct region *r, uint32_t token, bool named)
{
    unsigned flags = r->text->tokens[token].flags;

    if (token + 1 >= r->end || (flags & (BMA_TOKEN_STOP | BMA_TOKEN_CLOSE)) ||
        (r->text->tokens[token + 1].flags & BMA_TOKEN_OPEN))
        return false;
    if (flags & BMA_TOKEN_COMMA)
        return !ends_clause(r, token) && small_at(r, token + 1) == 0 && is_capital(r->text, token + 1) &&
               !name_begins(r, token + 1, ARTICLE);
    if (!named || !ends_clause(r, token) || small_at(r, token) != 0)
        return true;
    return bma_words_from(r->text, &r->words->of, token + 1, r->end) != 0 ||
           bma_words_from(r->text, &r->words->join, token + 1, r->end) != 0;
}

static uint32_t run_end(const struct region *r, uint32_t first)
{
    bool named = false;

    for (uint32_t i = first; i < r->end && i < first + RUN_MOST; i++) {
        uint32_t small = small_at(r, i);
        if (small == 0 && !is_capital(r->text, i))
            return i;
        if (i > first && (bma_words_from(r->text, &r->words->subject, i, r->end) != 0 ||
                          bma_words_from(r->text, r->recital, i, r->end) != 0))
            return i;
        named |= small == 0;
        if (!goes_on(r, i, named))
            return i + 1;
    }
    return first + RUN_MOST < r->end ? first + RUN_MOST : r->end;
}

/* "Trinidad and Tobago": a conjunction within the name of one State divides nothing. */
static bool is_kept(const struct region *r, uint32_t join)
{
    uint32_t from = join > r->first + KEPT_BEFORE ? join - KEPT_BEFORE : r->first;

    for (uint32_t i = from; i < join; i++)
        if (i + bma_words_from(r->text, &r->words->kept, i, r->end) > join)
            return true;
    return false;
}

/* The one conjunction of the run behind which a name begins; BMA_NONE where there is none, or more. */
static uint32_t split(const struct region *r, uint32_t first, uint32_t end, enum opening opening)
{
    uint32_t found = BMA_NONE;

    for (uint32_t i = first + 1; i + 1 < end; i++) {
        if (bma_words_from(r->text, &r->words->join, i, r->end) == 0 || is_kept(r, i) ||
            !name_begins(r, i + 1, opening))
            continue;
        if (found != BMA_NONE)
            return BMA_NONE;
        found = i;
    }
    return found;
}

/* The conjunction behind an aside: "…, represented by its Council, and the Republic of …". */
static uint32_t split_far(const struct region *r, uint32_t from)
{
    for (uint32_t i = from; i + 1 < r->end && i < from + ASIDE_MOST; i++) {
        bool apart = i == from || (r->text->tokens[i - 1].flags & (BMA_TOKEN_COMMA | BMA_TOKEN_CLOSE)) ||
                     ends_clause(r, i - 1);
        if (apart && bma_words_from(r->text, &r->words->join, i, r->end) != 0 && !is_kept(r, i) &&
            name_begins(r, i + 1, CAPITAL))
            return i;
    }
    return BMA_NONE;
}

/* Small words at the end of a run belong to what follows. */
static uint32_t trimmed(const struct region *r, uint32_t first, uint32_t end)
{
    while (end > first && small_at(r, end - 1) != 0)
        end--;
    return end;
}

/* The name proper: what stands behind the last style; of an office, what stands behind its last "of". */
static struct bma_token_run core_of(const struct region *r, struct bma_token_run whole)
{
    uint32_t first = whole.first, links = 0, last_link = whole.first;

    for (uint32_t i = whole.first; i < whole.end; i++) {
        uint32_t style = bma_words_from(r->text, &r->words->style, i, whole.end);
        if (style != 0 && i + style < whole.end)
            first = i + style;
        if (i > whole.first && bma_words_from(r->text, &r->words->of, i, whole.end) != 0) {
            links++;
            last_link = i + 1;
        }
    }
    if (first == whole.first && bma_words_from(r->text, &r->words->office, whole.first, whole.end) != 0)
        first = links >= 2 ? last_link : whole.end;
    if (first < whole.end)
        first += bma_words_from(r->text, &r->words->article, first, whole.end);
    return (struct bma_token_run){first, whole.end};
}

/* The words of a short name from `token` on: all that is quoted, or the capitals. */
static struct bma_token_run brief_at(const struct bma_annotated *text, const struct bma_party_words *words,
                                     uint32_t token, uint32_t end)
{
    unsigned kind = text->tokens[token].flags & BMA_TOKEN_QUOTED ? BMA_TOKEN_QUOTED : BMA_TOKEN_CAPITAL;
    uint32_t first = token + bma_words_from(text, &words->article, token, end), to = first;

    while (to < end && to < first + BRIEF_MOST && (text->tokens[to].flags & kind))
        if (text->tokens[to++].flags & (BMA_TOKEN_CLOSE | BMA_TOKEN_COMMA))
            break;
    if (to == first || bma_words_from(text, &words->jointly, first, end) != 0)
        to = first;
    return (struct bma_token_run){first, to};
}

struct bma_token_run bma_party_brief(const struct bma_annotated *text, const struct bma_party_words *words,
                                     uint32_t first, uint32_t end)
{
    struct bma_token_run none = {first, first};

    for (uint32_t i = first; i < end && i < first + ASIDE_MOST; i++) {
        if (text->tokens[i].flags & BMA_TOKEN_QUOTED)
            return brief_at(text, words, i, end);
        if (bma_words_from(text, &words->jointly, i, end) != 0)
            return none;
        uint32_t said = bma_words_from(text, &words->hereinafter, i, end);
        if (said == 0)
            continue;
        if (i + said < end)
            return brief_at(text, words, i + said, end);
        return none;
    }
    return none;
}

static bool is_name(const struct region *r, struct bma_token_run core)
{
    return core.first < core.end && core.end - core.first <= BMA_PARTY_FORM_WORDS &&
           is_capital(r->text, core.first) &&
           bma_words_from(r->text, &r->words->jointly, core.first, core.end) == 0;
}

/* The pair that the conjunction at `at` divides; the first name's run ends at `end`. */
static bool cut_at(const struct region *r, uint32_t first, uint32_t end, uint32_t at,
                   struct bma_party_pair *out)
{
    struct bma_token_run nothing = {0, 0};

    if (at == BMA_NONE)
        return false;
    end = end < at ? end : at;
    uint32_t second = skip_article(r, at + 1), second_end = run_end(r, second);
    out->whole[0] = (struct bma_token_run){first, trimmed(r, first, end)};
    out->whole[1] = (struct bma_token_run){second, trimmed(r, second, second_end)};
    out->brief[0] = end < at ? bma_party_brief(r->text, r->words, end, at) : nothing;
    out->brief[1] = ends_clause(r, second_end - 1)
                        ? nothing
                        : bma_party_brief(r->text, r->words, second_end, clause_end(r, second_end));
    for (int i = 0; i < 2; i++) {
        out->core[i] = core_of(r, out->whole[i]);
        if (!is_name(r, out->core[i]))
            return false;
    }
    return true;
}

/*
 * A conjunction behind which a style or an article stands divides for certain.  A name in whose run there is
 * none goes on to the far side of its brackets; else any conjunction before a capital will do.
 */
static bool read_pair(const struct region *r, struct bma_party_pair *out)
{
    uint32_t first = skip_article(r, r->first), end, far;

    if (first >= r->end || !is_capital(r->text, first))
        return false;
    end = run_end(r, first);
    far = split_far(r, end);
    if (cut_at(r, first, end, split(r, first, end, STYLE), out) ||
        cut_at(r, first, end, split(r, first, end, ARTICLE), out))
        return true;
    if (end < r->end && (r->text->tokens[end].flags & BMA_TOKEN_OPEN) && cut_at(r, first, end, far, out))
        return true;
    return cut_at(r, first, end, split(r, first, end, CAPITAL), out) || cut_at(r, first, end, far, out);
}

/* The preamble's opening: up to its second clause, as an aside may stand on a line of its own. */
static bool open_preamble(struct region *r)
{
    const struct bma_document *document = r->text->document;

    for (uint32_t c = 0; c < document->clause_count; c++) {
        const struct bma_clause *clause = &document->clauses[c];
        if (clause->zone != BMA_ZONE_PREAMBLE ||
            bma_document_enclosing(document, clause->node, BMA_NODE_LETTER) != BMA_NONE)
            continue;
        r->clause = c;
        r->clause_end = c + 2 < document->clause_count ? c + 2 : document->clause_count;
        r->first = r->text->clauses[c].first_token;
        r->end = r->text->clauses[r->clause_end - 1].end_token;
        uint32_t lead = bma_words_from(r->text, &r->words->between, r->first, r->end);
        r->first += lead;
        return r->first < r->end;
    }
    return false;
}

/* From the first "between" to the end of the title. */
static bool open_title(struct region *r)
{
    const struct bma_document *document = r->text->document;
    uint32_t last = document->clause_count < TITLE_CLAUSES ? document->clause_count : TITLE_CLAUSES;

    for (uint32_t c = 0; c < last; c++) {
        const struct bma_clause_features *clause = &r->text->clauses[c];
        for (uint32_t i = clause->first_token; i < clause->end_token; i++) {
            if (bma_words_from(r->text, &r->words->between, i, clause->end_token) == 0)
                continue;
            r->clause = c;
            r->clause_end = last;
            r->first = i + 1;
            r->end = r->text->clauses[last - 1].end_token;
            return r->first < r->end;
        }
    }
    return false;
}

/* The name that follows a style, up to a conjunction behind which another begins; false: none. */
static bool styled_name(const struct region *r, uint32_t style, struct bma_token_run *whole,
                        struct bma_token_run *core)
{
    uint32_t end, at;

    if (bma_words_from(r->text, &r->words->style, style, r->end) == 0)
        return false;
    end = run_end(r, style);
    at = split(r, style, end, CAPITAL);
    *whole = (struct bma_token_run){style, trimmed(r, style, at == BMA_NONE ? end : at)};
    *core = core_of(r, *whole);
    return core->first > style && is_name(r, *core);
}

static bool is_same(const struct bma_annotated *text, struct bma_token_run a, struct bma_token_run b)
{
    const char *words = text->document->text;

    if (a.end - a.first != b.end - b.first)
        return false;
    for (uint32_t i = 0; i < a.end - a.first; i++) {
        const struct bma_token *word = &text->tokens[b.first + i];
        if (!bma_token_is(text, a.first + i, words + word->start, word->length))
            return false;
    }
    return true;
}

/*
 * In letters and notes nobody is introduced: the first two different names that have a style, as in "on
 * behalf of the Government of Marenda".
 */
static bool read_letters(struct region *r, struct bma_party_pair *out)
{
    const struct bma_document *document = r->text->document;
    uint32_t found = 0;

    memset(out, 0, sizeof *out);
    for (r->clause = 0; r->clause < document->clause_count; r->clause++) {
        const struct bma_clause_features *clause = &r->text->clauses[r->clause];

        r->clause_end = r->clause + 1;
        r->end = clause->end_token;
        for (r->first = clause->first_token; r->first < r->end; r->first++) {
            if (!styled_name(r, r->first, &out->whole[found], &out->core[found]) ||
                (found == 1 && is_same(r->text, out->core[0], out->core[1])))
                continue;
            if (found == 1)
                return true;
            found = 1;
        }
    }
    return false;
}

static bool has_letters(const struct bma_document *document)
{
    for (uint32_t n = 0; n < document->node_count; n++)
        if (document->nodes[n].kind == BMA_NODE_LETTER)
            return true;
    return false;
}

/* Whether a person stands for one of them: "His Majesty the King of Marenda". */
static bool names_head(const struct region *r, const struct bma_party_pair *pair)
{
    for (size_t i = 0; i < 2; i++)
        for (uint32_t token = pair->whole[i].first; token < pair->whole[i].end; token++)
            if (bma_words_from(r->text, &r->words->head, token, pair->whole[i].end) != 0)
                return true;
    return false;
}

bool bma_party_pair_find(const struct bma_annotated *text, const struct bma_party_words *words,
                         struct bma_party_pair *out)
{
    struct region region = {.text = text, .words = words, .recital = &text->lexicon->conventions.recital};
    struct bma_party_pair title;
    bool found = open_preamble(&region) && read_pair(&region, out);

    if (found && !names_head(&region, out))
        return true;
    if (open_title(&region) && read_pair(&region, &title)) {
        *out = title;
        return true;
    }
    return found || (has_letters(text->document) && read_letters(&region, out));
}
