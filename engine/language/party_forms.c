/* What stands for a Party in the text: its names, and the offices that the draft calls its own. */
#include "language/parties.h"

#include "base/ascii.h"

#include <string.h>

enum {
    OFFICE_REACH = 4, /* tokens between "for Marenda" and the office that it names */
    OFFICE_WORDS = BMA_PARTY_FORM_WORDS
};

static bool same_words(const struct bma_party_word *a, const struct bma_party_word *b, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (a[i].length != b[i].length)
            return false;
        for (uint32_t k = 0; k < a[i].length; k++)
            if (bma_ascii_lower(a[i].at[k]) != bma_ascii_lower(b[i].at[k]))
                return false;
    }
    return true;
}

void bma_party_form_add(struct bma_parties *parties, const struct bma_party_word *words, uint32_t count,
                        unsigned char side)
{
    if (count == 0 || count > BMA_PARTY_FORM_WORDS || parties->form_count == BMA_PARTY_FORMS ||
        parties->pool_count + count > BMA_PARTY_POOL)
        return;
    for (uint32_t i = 0; i < parties->form_count; i++) {
        struct bma_party_form *form = &parties->forms[i];
        if (form->words != count || !same_words(&parties->pool[form->first], words, count))
            continue;
        form->dropped |= ((form->side ^ side) & BMA_SIDE_PARTY) != 0;
        return;
    }
    parties->forms[parties->form_count++] = (struct bma_party_form){parties->pool_count, count, side, false};
    memcpy(&parties->pool[parties->pool_count], words, count * sizeof *words);
    parties->pool_count += count;
    unsigned char first = (unsigned char)words[0].at[0];
    parties->starts[first] = true;
    parties->starts[bma_ascii_lower(words[0].at[0])] = true;
    if (bma_ascii_lower(words[0].at[0]) >= 'a' && bma_ascii_lower(words[0].at[0]) <= 'z')
        parties->starts[bma_ascii_lower(words[0].at[0]) - 32] = true;
}

void bma_party_form_tokens(struct bma_parties *parties, const struct bma_annotated *text,
                           struct bma_token_run run, unsigned char side)
{
    struct bma_party_word words[BMA_PARTY_FORM_WORDS];
    uint32_t count = run.end - run.first;

    if (count > BMA_PARTY_FORM_WORDS)
        return;
    for (uint32_t i = 0; i < count; i++) {
        const struct bma_token *token = &text->tokens[run.first + i];
        words[i] = (struct bma_party_word){text->document->text + token->start, token->length};
    }
    bma_party_form_add(parties, words, count, side);
}

static bool form_at(const struct bma_parties *parties, const struct bma_party_form *form,
                    const struct bma_annotated *text, uint32_t token, uint32_t end)
{
    const struct bma_party_word *words = &parties->pool[form->first];

    if (form->dropped || form->words > end - token)
        return false;
    for (uint32_t i = 0; i < form->words; i++)
        if (!bma_token_is(text, token + i, words[i].at, words[i].length))
            return false;
    return true;
}

const struct bma_party_form *bma_party_form_at(const struct bma_parties *parties,
                                               const struct bma_annotated *text, uint32_t token, uint32_t end)
{
    const struct bma_party_form *best = NULL;

    if (!(text->tokens[token].flags & BMA_TOKEN_CAPITAL) ||
        !parties->starts[(unsigned char)text->document->text[text->tokens[token].start]])
        return NULL;
    for (uint32_t i = 0; i < parties->form_count; i++) {
        const struct bma_party_form *form = &parties->forms[i];
        if ((!best || form->words > best->words) && form_at(parties, form, text, token, end))
            best = form;
    }
    return best;
}

void bma_party_sides(struct bma_parties *parties, const struct bma_annotated *text)
{
    memset(parties->sides, 0, text->token_count);
    for (uint32_t c = 0; c < text->document->clause_count; c++) {
        uint32_t end = text->clauses[c].end_token;
        for (uint32_t i = text->clauses[c].first_token; i < end; i++) {
            const struct bma_party_form *form = bma_party_form_at(parties, text, i, end);
            if (!form)
                continue;
            memset(&parties->sides[i], form->side, form->words);
            parties->sides[i] |= BMA_SIDE_BEGINS;
            i += form->words - 1;
        }
    }
}

/* --- offices -------------------------------------------------------------- */

struct office_search {
    struct bma_parties *parties;
    const struct bma_annotated *text;
    uint32_t first, end; /* the clause */
};

static bool is_word(const struct office_search *s, const struct bma_words *list, uint32_t token)
{
    return token < s->end && bma_words_from(s->text, list, token, s->end) != 0;
}

static bool breaks(const struct office_search *s, uint32_t token)
{
    return (s->text->tokens[token].flags & (BMA_TOKEN_STOP | BMA_TOKEN_CLOSE)) != 0;
}

/* The end of a name of a Party at the token, "side" included ("on the Marendan side"); *side 0 where there is
 * none. */
static uint32_t party_at(const struct office_search *s, uint32_t token, unsigned char *side)
{
    const struct bma_party_words *words = s->parties->words;
    unsigned char mark = s->parties->sides[token];
    uint32_t end = token + 1;

    *side = mark & BMA_SIDE_OFFICE ? 0 : mark & BMA_SIDE_PARTY;
    if (*side != 0 && !(mark & BMA_SIDE_BEGINS))
        *side = 0;
    while (*side != 0 && end < s->end && s->parties->sides[end] == *side)
        end++;
    if (*side == 0 && mark == 0 && is_word(s, &words->side, end))
        *side = bma_party_demonym(s->parties, s->text, token);
    return *side != 0 && is_word(s, &words->side, end) ? end + 1 : end;
}

/* "Instituto Español de Emigración": a small word of another language between capitals. */
static bool is_foreign_link(const struct office_search *s, uint32_t token)
{
    enum { LONGEST_LINK = 3 /* bytes */ };

    return s->text->tokens[token].length <= LONGEST_LINK && token + 1 < s->end &&
           !(s->text->tokens[token].flags & (BMA_TOKEN_CAPITAL | BMA_TOKEN_COMMA | BMA_TOKEN_STOP)) &&
           (s->text->tokens[token + 1].flags & BMA_TOKEN_CAPITAL) &&
           bma_words_from(s->text, &s->parties->words->oblique, token, s->end) == 0 &&
           bma_words_from(s->text, &s->parties->words->by, token, s->end) == 0;
}

/*
 * The end of the name that begins at the token: capitals, and small words between them. It ends before
 * "of Marenda" and before a conjunction behind which an article stands (another office).
 */
static uint32_t office_end(const struct office_search *s, uint32_t first)
{
    const struct bma_party_words *words = s->parties->words;
    uint32_t end = first;

    for (uint32_t i = first; i < s->end && i < first + OFFICE_WORDS; i++) {
        const struct bma_token *token = &s->text->tokens[i];
        if (s->parties->sides[i] != 0 || (i > first && (token->flags & BMA_TOKEN_OPEN)))
            break;
        bool small = is_word(s, &words->of, i) || is_word(s, &words->join, i) ||
                     is_word(s, &words->article, i) || is_foreign_link(s, i);
        if (small && is_word(s, &words->join, i) && is_word(s, &words->article, i + 1))
            break;
        if (!small && !(token->flags & BMA_TOKEN_CAPITAL))
            break;
        if (!small && bma_words_from(s->text, &words->style, i, s->end) != 0)
            break;
        if (!small)
            end = i + 1;
        if (breaks(s, i) || ((token->flags & BMA_TOKEN_COMMA) && is_word(s, &words->join, i + 1)))
            break;
    }
    return end;
}

/* The side that the words right behind an office name: "of the Kingdom of Ostvik"; 0 for none. */
static unsigned char owner_behind(const struct office_search *s, uint32_t end)
{
    const struct bma_party_words *words = s->parties->words;

    if (!is_word(s, &words->of, end) || breaks(s, end - 1))
        return 0;
    for (uint32_t i = end + 1; i < s->end && i <= end + OFFICE_REACH + 2; i++) {
        if (s->parties->sides[i] != 0)
            return bma_party_style_start(s->text, words, i, s->first) == end + 1
                       ? s->parties->sides[i] & BMA_SIDE_PARTY
                       : 0;
        if (breaks(s, i))
            break;
    }
    return 0;
}

/* Whether anything in the words names an office. */
static bool is_office(const struct office_search *s, const struct bma_clause_features *clause, uint32_t first,
                      uint32_t end)
{
    for (uint32_t i = 0; i < clause->annotation_count; i++) {
        const struct bma_annotation *found = &s->text->annotations[clause->first_annotation + i];
        unsigned role = s->parties->roles[found->concept];
        if (found->first >= end)
            break;
        if (found->end > first && (role == BMA_CONCEPT_ACTOR_AUTHORITY || role == BMA_CONCEPT_BODY ||
                                   role == BMA_CONCEPT_ACTOR_AGENCY))
            return true;
    }
    return false;
}

/* The side whose the office is: by what stands behind it, or by a people in its name, "Marendan Labour
 * Office". */
static unsigned char owner_of(const struct office_search *s, uint32_t first, uint32_t end)
{
    unsigned char owner = owner_behind(s, end), named = 0;

    for (uint32_t i = first; owner == 0 && i < end; i++)
        named = (unsigned char)(named | bma_party_demonym(s->parties, s->text, i));
    return owner != 0 || named == BMA_SIDE_PARTY ? owner : named;
}

/*
 * "for Marenda, its Labour Bureau", "on behalf of Marenda by the Labour Bureau": the first token of what is
 * named for the mention that ends there, or BMA_NONE.  A linking word alone is not believed where no office
 * is named.
 */
static uint32_t office_behind(const struct office_search *s, const struct bma_clause_features *clause,
                              uint32_t mention, uint32_t end)
{
    const struct bma_party_words *words = s->parties->words;
    uint32_t start = bma_party_style_start(s->text, words, mention, s->first), at = end;
    bool apart = (s->text->tokens[end - 1].flags & (BMA_TOKEN_COMMA | BMA_TOKEN_STOP)) != 0;
    uint32_t link = at < s->end ? bma_words_from(s->text, &words->by, at, s->end) : 0;

    if ((bma_words_before(s->text, &words->means, start, s->first) == 0 &&
         bma_words_before(s->text, &words->side, end, s->first) == 0) ||
        (!apart && link == 0))
        return BMA_NONE;
    at += link;
    if (at < s->end && (is_word(s, &words->article, at) || is_word(s, &words->possessive, at)))
        at++;
    if (at >= s->end || s->parties->sides[at] != 0)
        return BMA_NONE;
    unsigned flags = s->text->tokens[at].flags & (BMA_TOKEN_CAPITAL | BMA_TOKEN_QUOTED);
    if (flags != BMA_TOKEN_CAPITAL || (link != 0 && !is_office(s, clause, at, office_end(s, at))))
        return BMA_NONE;
    return at;
}

/* The short name in the brackets behind an office; empty where there is none. */
static struct bma_token_run brief_of(const struct office_search *s, uint32_t end)
{
    uint32_t close = end;

    while (close < s->end && close < end + OFFICE_WORDS + 4 &&
           !(s->text->tokens[close].flags & BMA_TOKEN_CLOSE))
        close++;
    if (end >= s->end || !(s->text->tokens[end].flags & BMA_TOKEN_OPEN) || close >= s->end)
        return (struct bma_token_run){end, end};
    return bma_party_brief(s->text, s->parties->words, end, close + 1);
}

/* Where the name's first part ends, which is called for short: "Labour Department of the Ministry of Works".
 */
static uint32_t stem_end(const struct office_search *s, uint32_t first, uint32_t end)
{
    uint32_t token = first + 1;

    while (token < end && !is_word(s, &s->parties->words->of, token))
        token++;
    return token;
}

/* The office; what it is called for short, and the one word that heads its name. */
static void add_office(struct office_search *s, uint32_t first, uint32_t end, unsigned char side)
{
    if (first < end && is_word(s, &s->parties->words->article, first))
        first++;
    if (end - first < 2 || side == 0 || bma_party_demonym(s->parties, s->text, end - 1) != 0)
        return; /* "the Georgian": a people is no office */
    side = (unsigned char)(side | BMA_SIDE_OFFICE);
    bma_party_form_tokens(s->parties, s->text, (struct bma_token_run){first, end}, side);
    struct bma_token_run brief = brief_of(s, end);
    uint32_t stem = stem_end(s, first, end);
    if (stem < end && stem - first > 1)
        bma_party_form_tokens(s->parties, s->text, (struct bma_token_run){first, stem}, side);
    bool named = brief.first < brief.end;
    bma_party_form_tokens(s->parties, s->text, named ? brief : (struct bma_token_run){stem - 1, stem}, side);
}

/* "“Department” means the Marendan Department of Labour": the term that such an office is called by. */
static void add_term(struct office_search *s, uint32_t office, unsigned char side)
{
    enum { MEANING_WITHIN = 4 /* words between the term and the office */ };
    struct bma_token_run term = {s->first, s->first};

    while (term.end < office && (s->text->tokens[term.end].flags & BMA_TOKEN_QUOTED))
        term.end++;
    if (side != 0 && term.end > term.first && office <= term.end + MEANING_WITHIN)
        bma_party_form_tokens(s->parties, s->text, term, (unsigned char)(side | BMA_SIDE_OFFICE));
}

/* Capitals before an authority's noun belong to its name: "Labour Bureau", "National Placement Office". */
static uint32_t name_start(const struct office_search *s, uint32_t token)
{
    const struct bma_party_words *words = s->parties->words;

    while (token > s->first && (s->text->tokens[token - 1].flags & BMA_TOKEN_CAPITAL) &&
           !(s->text->tokens[token - 1].flags & (BMA_TOKEN_COMMA | BMA_TOKEN_STOP | BMA_TOKEN_CLOSE)) &&
           s->parties->sides[token - 1] == 0 && !is_word(s, &words->article, token - 1))
        token--;
    return token;
}

static void learn_clause(struct office_search *s, const struct bma_clause_features *clause)
{
    s->first = clause->first_token;
    s->end = clause->end_token;
    for (uint32_t i = 0; i < clause->annotation_count; i++) {
        const struct bma_annotation *found = &s->text->annotations[clause->first_annotation + i];
        unsigned role = s->parties->roles[found->concept];
        if ((role != BMA_CONCEPT_ACTOR_AUTHORITY && role != BMA_CONCEPT_BODY) ||
            !(s->text->tokens[found->first].flags & BMA_TOKEN_CAPITAL))
            continue;
        uint32_t first = name_start(s, found->first), end = office_end(s, first);
        if (end > first) {
            unsigned char owner = owner_of(s, first, end);
            add_office(s, first, end, owner);
            add_term(s, first, owner);
        }
    }
    /* "the competent authorities are, for Marenda, the Overseas Board": whatever the word for it */
    bool authorities = is_office(s, clause, s->first, s->end);
    for (uint32_t i = s->first; i < s->end; i++) {
        unsigned char side;
        uint32_t end = party_at(s, i, &side), first = side != 0 ? office_behind(s, clause, i, end) : BMA_NONE;
        if (first == BMA_NONE)
            continue;
        end = office_end(s, first);
        if (authorities || brief_of(s, end).first != brief_of(s, end).end)
            add_office(s, first, end, side);
    }
}

void bma_party_offices(struct bma_parties *parties, const struct bma_annotated *text)
{
    struct office_search search = {.parties = parties, .text = text};

    for (uint32_t c = 0; c < text->document->clause_count; c++) {
        enum bma_zone zone = text->document->clauses[c].zone;
        if (zone == BMA_ZONE_PREAMBLE || zone == BMA_ZONE_OPERATIVE || zone == BMA_ZONE_ANNEX)
            learn_clause(&search, &text->clauses[c]);
    }
}
