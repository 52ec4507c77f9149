/*
 * References to divisions: a word of the conventions ("article", "annex")
 * followed by a number, with what hangs on it: "12(3)(b)", lists, ranges,
 * "paragraph 2 of Article 7", "Article 6, paragraph 2".
 */
#include "language/features_internal.h"

#include "base/ascii.h"
#include "base/memory.h"

#include <string.h>

enum { ABBREVIATION = 4 }; /* letters of "art.", "para." at most */

/* --- the words ----------------------------------------------------------- */

static void add_words(struct bma_features_state *state, const struct bma_words *words,
                      enum bma_node_kind kind)
{
    for (size_t i = 0; i < words->count; i++) {
        size_t length = strlen(words->items[i]);
        while (length > 0 && words->items[i][length - 1] == '.')
            length--;
        if (length == 0 || length > 60)
            continue;
        state->words[state->word_count++] =
            (struct bma_reference_word){words->items[i], (uint32_t)length, kind};
        state->word_starts[bma_ascii_lower(words->items[i][0])] = true;
    }
}

enum bma_status bma_reference_words_init(struct bma_features_state *state, struct bma_error *error)
{
    const struct bma_conventions *conventions = bma_lexicon_conventions(state->lexicon);

    if (!conventions)
        return BMA_OK;
    size_t count = conventions->article.count + conventions->paragraph.count + conventions->annex.count +
                   conventions->part.count;
    state->words = bma_calloc(count + 1, sizeof *state->words);
    if (!state->words)
        return bma_error_memory(error);
    add_words(state, &conventions->paragraph, BMA_NODE_PARAGRAPH); /* a word in both lists is a paragraph */
    add_words(state, &conventions->article, BMA_NODE_ARTICLE);
    add_words(state, &conventions->annex, BMA_NODE_ANNEX);
    add_words(state, &conventions->part, BMA_NODE_PART);
    return BMA_OK;
}

/* The word that the bytes begin with; an ending of two letters at most may follow (*plural). */
static const struct bma_reference_word *word_at(const struct bma_features_state *state, const char *bytes,
                                                uint32_t length, bool *plural)
{
    const struct bma_reference_word *best = NULL;

    *plural = length <= ABBREVIATION; /* which may be one */
    for (uint32_t i = 0; i < state->word_count; i++) {
        const struct bma_reference_word *word = &state->words[i];
        uint32_t k = 0;
        if (length < word->length || length > word->length + 2)
            continue;
        while (k < word->length && bma_ascii_lower(bytes[k]) == bma_ascii_lower(word->text[k]))
            k++;
        if (k < word->length)
            continue;
        *plural |= length > word->length;
        if (!best || best->length < word->length)
            best = word;
    }
    return best;
}

/* --- the numbers --------------------------------------------------------- */

static uint32_t roman_value(const char *bytes, uint32_t length)
{
    static const char digits[] = "ivxlcdm";
    static const uint32_t values[] = {1, 5, 10, 50, 100, 500, 1000};
    uint32_t total = 0, last = 0;

    for (uint32_t i = length; i-- > 0;) {
        const char *digit = strchr(digits, bma_ascii_lower(bytes[i]));
        if (!digit || bma_ascii_lower(bytes[i]) == 0)
            return 0;
        uint32_t value = values[digit - digits];
        total = value < last ? total - value : total + value;
        last = value > last ? value : last;
    }
    return total;
}

/* Digits with full stops between ("5.1"), into value and decimal; returns their end. */
static uint32_t parse_digits(const char *text, uint32_t at, struct bma_mention *out)
{
    uint32_t start = at, value = 0;
    bool decimal = false;

    while (bma_ascii_is_digit(text[at]) || (text[at] == '.' && bma_ascii_is_digit(text[at + 1]))) {
        if (text[at] == '.')
            decimal = true;
        else if (!decimal)
            value = value < 10000 ? value * 10 + (uint32_t)(text[at] - '0') : value;
        at++;
    }
    if (at - start > 8 || value == 0 || value > 999)
        return start;
    out->value = value;
    out->decimal = decimal ? bma_decimal_hash(text + start, at - start) : 0;
    return at;
}

/* A Roman numeral or a single letter; small ones only where `small` says so (inside brackets). */
static uint32_t parse_letters(const char *text, uint32_t at, bool small, struct bma_mention *out)
{
    uint32_t end = at;

    while (end - at < 8 && bma_ascii_is_word(text[end]) && (small || (text[end] >= 'A' && text[end] <= 'Z')))
        end++;
    if (end == at || bma_ascii_is_word(text[end]))
        return at;
    out->value = roman_value(text + at, end - at);
    out->letter = end - at == 1 ? (uint32_t)(bma_ascii_lower(text[at]) - 'a' + 1) : 0;
    if (out->letter > 26)
        out->letter = 0;
    return out->value != 0 || out->letter != 0 ? end : at;
}

/* A number at `at`, in brackets or not; returns its end, or `at` when there is none. */
static uint32_t parse_number(const char *text, uint32_t at, struct bma_mention *out)
{
    bool bracket = text[at] == '(';
    uint32_t from = at + (bracket ? 1 : 0), end;

    out->value = out->letter = out->decimal = 0;
    out->bracket = bracket;
    end = bma_ascii_is_digit(text[from]) ? parse_digits(text, from, out)
                                         : parse_letters(text, from, bracket, out);
    if (end == from || (bracket && text[end] != ')') || (!bracket && bma_ascii_is_word(text[end])))
        return at;
    return bracket ? end + 1 : end;
}

static uint32_t skip_blanks(const char *text, uint32_t at)
{
    while (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')
        at++;
    return at;
}

/* --- the mentions of a clause -------------------------------------------- */

static uint32_t token_from(const struct bma_annotated *text, uint32_t token, uint32_t end, uint32_t offset)
{
    while (token < end && text->tokens[token].start < offset)
        token++;
    return token;
}

static enum bma_status add_mention(struct bma_features_state *state, const struct bma_mention *mention,
                                   struct bma_error *error)
{
    if (state->mention_count == state->mention_capacity &&
        bma_grow(&state->mentions, &state->mention_capacity, state->mention_count + 1,
                 sizeof *state->mentions) != 0)
        return bma_error_memory(error);
    state->mentions[state->mention_count++] = *mention;
    return BMA_OK;
}

/* "(3)(b)" directly behind a number: parts of what was just mentioned. */
static enum bma_status add_parts(struct bma_features_state *state, const struct bma_annotated *text,
                                 struct bma_mention *whole, uint32_t end, struct bma_error *error)
{
    const char *bytes = text->document->text;
    struct bma_mention part = *whole;

    for (;;) {
        uint32_t at = skip_blanks(bytes, whole->span.end);
        uint32_t after = bytes[at] == '(' && at <= whole->span.end + 1 ? parse_number(bytes, at, &part) : at;
        if (after == at)
            return BMA_OK;
        whole->span.end = after;
        whole->end = token_from(text, whole->end, end, after);
        part.span = (struct bma_span){at, after};
        part.kind = part.value != 0 && part.letter == 0 && bma_ascii_is_digit(bytes[at + 1])
                        ? BMA_NODE_PARAGRAPH
                        : BMA_NODE_ITEM;
        part.scope = (uint32_t)state->mention_count - 1;
        part.first = whole->first;
        part.end = whole->end;
        enum bma_status status = add_mention(state, &part, error);
        if (status != BMA_OK)
            return status;
    }
}

/* Whether another instrument is named right behind a mention, or by a phrase that runs over it. */
static bool instrument_after(const struct bma_features_state *state, const struct bma_annotated *text,
                             const struct bma_clause_features *features, const struct bma_mention *mention)
{
    const struct bma_annotation *end =
        text->annotations + features->first_annotation + features->annotation_count;
    uint32_t from = mention->first > features->first_token + 8 ? mention->first - 8 : features->first_token;
    const struct bma_annotation *found = bma_annotation_from(text, features, from);

    for (; found < end && found->first <= mention->end + 1; found++)
        if (state->roles[found->concept] == BMA_CONCEPT_OTHER_INSTRUMENT && found->end > mention->end)
            return true;
    return false;
}

/* Whether an annotation of that role begins within [from, until]. */
static bool role_begins(const struct bma_features_state *state, const struct bma_annotated *text,
                        const struct bma_clause_features *features, uint32_t from, uint32_t until,
                        enum bma_concept_role role)
{
    const struct bma_annotation *end =
        text->annotations + features->first_annotation + features->annotation_count;
    const struct bma_annotation *found = bma_annotation_from(text, features, from);

    for (; found < end && found->first <= until; found++)
        if (state->roles[found->concept] == role)
            return true;
    return false;
}

/* "the Labour Code, Article 5": another instrument named right before the word. */
static bool instrument_before(const struct bma_features_state *state, const struct bma_annotated *text,
                              const struct bma_clause_features *features, uint32_t token)
{
    const struct bma_annotation *begin = text->annotations + features->first_annotation;
    const struct bma_annotation *found = bma_annotation_from(text, features, token);

    for (unsigned i = 0; i < 24 && found > begin; i++) {
        found--;
        if (state->roles[found->concept] == BMA_CONCEPT_OTHER_INSTRUMENT && found->end == token)
            return true;
    }
    return false;
}

/*
 * Offset where a list or a range goes on with a further number, or 0: behind a comma,
 * a conjunction, a dash, or the word of a range.  *range: it may (`*range` before) or does go through all
 * between the two.
 */
static uint32_t continuation(const struct bma_features_state *state, const struct bma_annotated *text,
                             const struct bma_clause_features *features, const struct bma_mention *last,
                             bool *range)
{
    const char *bytes = text->document->text;
    uint32_t at = skip_blanks(bytes, last->span.end), next = last->end;
    bool comma = bytes[at] == ',', dash = bytes[at] == '-' || (unsigned char)bytes[at] == 0xe2;
    bool may = *range;

    *range = false;
    if (next >= features->end_token)
        return 0;
    const struct bma_token *token = &text->tokens[next];
    if ((comma || dash) && bma_ascii_is_digit(bytes[token->start])) {
        *range = dash;
        return token->start;
    }
    size_t mark = bma_marks_from(&state->marks, next);
    bool joined = mark < state->marks.count && state->marks.items[mark].first == next &&
                  state->marks.items[mark].role == BMA_CONCEPT_CONJUNCTION;
    bool through = !joined && (may || role_begins(state, text, features, next, next, BMA_CONCEPT_RANGE));
    if ((!joined && !through) || next + 1 >= features->end_token)
        return 0;
    uint32_t start = text->tokens[next + 1].start;
    *range = through;
    return start > 0 && bytes[start - 1] == '(' ? start - 1 : start;
}

/* Everything that one word opens: its number, the parts, and the rest of a list. */
static enum bma_status read_mentions(struct bma_features_state *state, const struct bma_annotated *text,
                                     const struct bma_clause_features *features, struct bma_mention mention,
                                     uint32_t at, bool plural, uint32_t *token, struct bma_error *error)
{
    const char *bytes = text->document->text;
    uint32_t limit = features->end_token;
    bool ranges = role_begins(state, text, features, mention.first, mention.first, BMA_CONCEPT_RANGE);
    bool range = ranges;

    mention.external = instrument_before(state, text, features, mention.first) ||
                       (text->tokens[mention.first].flags & BMA_TOKEN_QUOTED);
    if (mention.kind == BMA_NODE_ANNEX &&
        bytes[at] == '(') /* "In this Protocol" and a list, not "Protocol (a)" */
        return BMA_OK;
    for (unsigned n = 0; n < 32 && at != 0; n++) {
        uint32_t after = parse_number(bytes, at, &mention);
        if (after == at)
            break;
        mention.span.end = after;
        mention.end = token_from(text, *token, limit, after);
        if (mention.end == *token) /* a number inside one token goes no further */
            mention.end = *token + 1 < limit ? *token + 1 : limit;
        if (bytes[at] == '(' && mention.letter != 0)
            mention.kind = mention.kind == BMA_NODE_PARAGRAPH ? BMA_NODE_ITEM : mention.kind;
        enum bma_status status = add_mention(state, &mention, error);
        if (status == BMA_OK)
            status = add_parts(state, text, &mention, limit, error);
        if (status != BMA_OK)
            return status;
        *token = mention.end;
        at = plural || ranges ? continuation(state, text, features, &mention, &range) : 0;
        mention.range = range;
        range = false;
        mention.span.start = at;
        mention.first = mention.end;
    }
    return BMA_OK;
}

/* A sign such as § before a number token, or NULL. */
static const struct bma_reference_word *sign_before(const struct bma_features_state *state, const char *bytes,
                                                    uint32_t start, uint32_t floor, uint32_t *sign)
{
    while (start > floor && (bytes[start - 1] == ' ' || bytes[start - 1] == '\n'))
        start--;
    for (uint32_t i = 0; i < state->word_count; i++) {
        const struct bma_reference_word *word = &state->words[i];
        unsigned char first = bma_ascii_lower(word->text[0]);
        if ((first >= 'a' && first <= 'z') || start < floor + word->length ||
            memcmp(bytes + start - word->length, word->text, word->length) != 0)
            continue;
        *sign = start - word->length;
        return word;
    }
    return NULL;
}

static enum bma_status find_mentions(struct bma_features_state *state, const struct bma_annotated *text,
                                     uint32_t clause, struct bma_error *error)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    const struct bma_clause *place = &text->document->clauses[clause];
    struct bma_span label = text->document->nodes[place->node].label;
    const char *bytes = text->document->text;
    enum bma_status status = BMA_OK;

    for (uint32_t token = features->first_token; token < features->end_token && status == BMA_OK;) {
        const struct bma_token *found = &text->tokens[token];
        const struct bma_reference_word *word = NULL;
        uint32_t at = found->start, start = found->start;
        bool plural = false;
        if (found->flags & BMA_TOKEN_NUMBER) {
            word = sign_before(state, bytes, found->start, place->span.start, &start);
        } else if (state->word_starts[bma_ascii_lower(bytes[found->start])]) {
            word = word_at(state, bytes + found->start, found->length, &plural);
            at = found->start + found->length;
            /* behind a whole word a full stop ends the sentence: "see the Annex. 42. The Parties …" */
            at = skip_blanks(bytes, bytes[at] == '.' && found->length <= ABBREVIATION ? at + 1 : at);
        }
        if (!word || (start >= label.start && start < label.end)) {
            token++;
            continue;
        }
        struct bma_mention mention = {.first = token,
                                      .span = {start, start},
                                      .kind = word->kind,
                                      .scope = BMA_NONE,
                                      .target = BMA_NONE};
        uint32_t next = found->flags & BMA_TOKEN_NUMBER ? token : token + 1;
        status = read_mentions(state, text, features, mention, at, plural, &next, error);
        token = next > token ? next : token + 1;
    }
    return status;
}

/* --- which mention is part of which -------------------------------------- */

static bool joined_between(const struct bma_features_state *state, uint32_t from, uint32_t until)
{
    for (size_t i = bma_marks_from(&state->marks, from);
         i < state->marks.count && state->marks.items[i].first < until; i++)
        if (state->marks.items[i].role == BMA_CONCEPT_CONJUNCTION)
            return true;
    return false;
}

static bool is_part(enum bma_node_kind part, enum bma_node_kind whole)
{
    if (part == BMA_NODE_ITEM)
        return whole == BMA_NODE_PARAGRAPH || whole == BMA_NODE_ARTICLE;
    return part == BMA_NODE_PARAGRAPH && (whole == BMA_NODE_ARTICLE || whole == BMA_NODE_ANNEX);
}

/* "paragraph 2 of Article 7" reads on, "Article 6, paragraph 2" reads back; lists share their whole. */
static void link_mentions(struct bma_features_state *state)
{
    struct bma_mention *all = state->mentions;

    for (size_t i = state->mention_count; i-- > 0;) {
        if (all[i].scope != BMA_NONE || i + 1 >= state->mention_count)
            continue;
        if (is_part(all[i].kind, all[i + 1].kind) && all[i + 1].first <= all[i].end + 2 &&
            all[i + 1].first > all[i].end && !joined_between(state, all[i].end, all[i + 1].first))
            all[i].scope = (uint32_t)i + 1;
        else if (all[i].kind == all[i + 1].kind && all[i + 1].first == all[i].end &&
                 all[i + 1].scope != BMA_NONE && all[i + 1].scope > i)
            all[i].scope = all[i + 1].scope;
    }
    for (size_t i = 1; i < state->mention_count; i++) {
        if (all[i].scope != BMA_NONE)
            continue;
        if (is_part(all[i].kind, all[i - 1].kind) && all[i].first <= all[i - 1].end + 1 &&
            !joined_between(state, all[i - 1].end, all[i].first))
            all[i].scope = (uint32_t)i - 1;
        else if (all[i].kind == all[i - 1].kind && all[i].first == all[i - 1].end)
            all[i].scope = all[i - 1].scope;
    }
}

/* Wholes stand before or after their parts, so resolving follows the chain (it is at most three long). */
static void resolve(struct bma_features_state *state, const struct bma_annotated *text, uint32_t clause,
                    uint32_t i, unsigned depth)
{
    struct bma_mention *mention = &state->mentions[i];
    uint32_t scope = BMA_NONE;

    if (mention->target != BMA_NONE)
        return;
    if (mention->scope != BMA_NONE && depth < 4) {
        struct bma_mention *whole = &state->mentions[mention->scope];
        resolve(state, text, clause, mention->scope, depth + 1);
        mention->external |= whole->external;
        if (whole->target == BMA_NONE) /* no whole, no part */
            return;
        scope = whole->target;
    }
    bma_division_resolve(state, text->document, clause, scope, mention);
}

static enum bma_status add_reference(struct bma_features_state *state, uint32_t clause,
                                     const struct bma_mention *mention, struct bma_error *error)
{
    if (state->reference_count == state->reference_capacity &&
        bma_grow(&state->references, &state->reference_capacity, state->reference_count + 1,
                 sizeof *state->references) != 0)
        return bma_error_memory(error);
    state->references[state->reference_count++] =
        (struct bma_reference){.clause = clause,
                               .span = mention->span,
                               .kind = mention->kind,
                               .target = mention->external ? BMA_NONE : mention->target,
                               .external = mention->external,
                               .range = mention->range};
    return BMA_OK;
}

enum bma_status bma_references_find(struct bma_features_state *state, const struct bma_annotated *text,
                                    uint32_t clause, struct bma_error *error)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    enum bma_zone zone = text->document->clauses[clause].zone;

    state->mention_count = 0;
    if (state->word_count == 0 || zone == BMA_ZONE_TITLE || zone == BMA_ZONE_HEADING)
        return BMA_OK;
    enum bma_status status = find_mentions(state, text, clause, error);
    if (status != BMA_OK || state->mention_count == 0)
        return status;
    link_mentions(state);
    for (size_t i = state->mention_count;
         i-- > 0;) { /* "Articles 4 and 5 of the Convention" lead out together */
        struct bma_mention *mention = &state->mentions[i];
        mention->external |= instrument_after(state, text, features, mention);
        if (i + 1 < state->mention_count && state->mentions[i + 1].first == mention->end)
            mention->external |= state->mentions[i + 1].external;
    }
    for (size_t i = 0; i < state->mention_count && status == BMA_OK; i++) {
        resolve(state, text, clause, (uint32_t)i, 0);
        if (state->mentions[i].kind == BMA_NODE_PART && state->mentions[i].target == BMA_NONE)
            continue; /* of a law, or of a contract in two parts */
        status = add_reference(state, clause, &state->mentions[i], error);
    }
    return status;
}
