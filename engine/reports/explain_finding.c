/* Step by step: which clauses were considered, what each is worth, and what decided. */
#include "reports/explain.h"
#include "reports/place.h"

#include "findings/evidence.h"
#include "findings/phrases.h"
#include "reports/text.h"
#include "rules/grounds.h"

#include <stdio.h>

enum { MOST_COUNTING = 8, MOST_MISSES = 5, INDENT = 4 };

/* Of one finding of a draft, and where it is written. */
struct account {
    struct bma_page page;
    const struct bma_rule *rule;
    const struct bma_finding *finding;
    const struct bma_annotated *text;
};

static void add_elements(struct bma_buffer *out, unsigned elements)
{
    static const char *const names[] = {"a responsible body", "a time limit or frequency", "a procedure"};
    bool first = true;

    for (unsigned i = 0; i < 3; i++)
        if (elements & 1u << i) {
            bma_buffer_addf(out, "%s%s", first ? "" : ", ", names[i]);
            first = false;
        }
    if (first)
        bma_buffer_adds(out, "none");
}

/* The query that the clause answers, by its number in the list below, and the words that answer it. */
static void add_grounds(struct bma_buffer *out, const struct bma_rule *rule, const struct bma_annotated *text,
                        const struct bma_candidate *candidate)
{
    const struct bma_query *query = bma_candidate_query(rule, candidate);
    struct bma_ground grounds[BMA_GROUNDS_MAX];
    uint32_t count = query ? bma_grounds(text, query, candidate, grounds) : 0;
    bool against = query && candidate->query >= rule->looks_for_count;

    if (count == 0)
        return;
    bma_buffer_addf(
        out, " By %u of what %s: ", (unsigned)(candidate->query - (against ? rule->looks_for_count : 0) + 1),
        against ? "works against it" : "is looked for");
    for (uint32_t i = 0; i < count; i++) {
        bma_buffer_adds(out, i > 0 ? ", “" : "“");
        bma_document_words(text->document, grounds[i].words, out);
        bma_buffer_adds(out, "” [");
        bma_explain_concept(text->lexicon, grounds[i].concept, out);
        bma_buffer_addc(out, ']');
    }
    bma_buffer_addc(out, '.');
}

/* What one clause is worth, and for which reason. */
static void add_worth(struct bma_buffer *out, const struct account *account,
                      const struct bma_candidate *candidate)
{
    if (candidate->level == BMA_LEVEL_ABSENT && candidate->reason == BMA_REASON_CAPPED)
        bma_buffer_adds(out, "Does not count: the rule names it as another matter.");
    else if (candidate->level == BMA_LEVEL_ABSENT)
        bma_buffer_addf(out, "Does not count: a clause %s.", bma_phrase_reason(candidate->reason));
    else if (candidate->against)
        bma_buffer_adds(out, "Works against the criterion.");
    else if (candidate->reason == BMA_REASON_COUNTS)
        bma_buffer_addf(out, "Counts as %s (%d).", bma_level_name(candidate->level), candidate->level);
    else
        bma_buffer_addf(out, "Counts as %s (%d), no more: a clause %s.", bma_level_name(candidate->level),
                        candidate->level, bma_phrase_reason(candidate->reason));
    if (candidate->query == BMA_NONE)
        bma_buffer_adds(out, " No query speaks of it; it is worded like others of the kind.");
    else if (candidate->unlike && !candidate->against && candidate->level > account->finding->level)
        bma_buffer_adds(out, " It is worded unlike others of the kind, and gives no level beside those.");
    else if (candidate->level >= BMA_LEVEL_SOFT && candidate->unlike)
        bma_buffer_adds(out, " It is worded unlike others of the kind.");
    add_grounds(out, account->rule, account->text, candidate);
    if (candidate->elements != 0) {
        bma_buffer_adds(out, " It gives: ");
        add_elements(out, candidate->elements);
        bma_buffer_addc(out, '.');
    }
}

static void step(const struct account *account, const struct bma_candidate *candidate, unsigned number)
{
    const struct bma_page *page = &account->page;
    const struct bma_document *document = account->text->document;
    const struct bma_clause *clause = &document->clauses[candidate->clause];
    const char *citation = document->nodes[clause->node].citation;
    struct bma_buffer parts;
    char label[16];

    snprintf(label, sizeof label, "%2u. ", number);
    bma_buffer_init(&parts);
    bma_buffer_adds(&parts, citation);
    bma_place_line(&parts, citation, clause->line);
    bma_text_sentence(page, 0, label, INDENT, BMA_BOLD, &parts);
    bma_buffer_init(&parts);
    bma_buffer_adds(&parts, "“");
    bma_document_words(document, clause->span, &parts);
    bma_buffer_adds(&parts, "”");
    bma_text_sentence(page, INDENT, "", INDENT, BMA_PLAIN, &parts);
    bma_buffer_init(&parts);
    add_worth(&parts, account, candidate);
    bma_text_sentence(page, INDENT, "", INDENT,
                      candidate->against && candidate->level > 0 ? BMA_POOR
                      : candidate->level > 0                     ? BMA_GOOD
                                                                 : BMA_DIM,
                      &parts);
}

/* The clause was told of by an earlier query at this level or a higher one; one that counts on either side is
 * no miss. */
static bool told(const struct bma_finding *finding, uint32_t at)
{
    const struct bma_candidate *one = &finding->candidates[at];

    for (uint32_t i = 0; i < finding->candidate_count; i++) {
        const struct bma_candidate *other = &finding->candidates[i];
        if (i == at || other->clause != one->clause ||
            (other->against != one->against && one->level > BMA_LEVEL_ABSENT))
            continue;
        if (other->level > one->level || (other->level == one->level && i < at))
            return true;
    }
    return false;
}

/* Of the candidates of a level that are told of, the most direct behind `last` (BMA_NONE: of all); BMA_NONE:
 * no more. */
static uint32_t next_at(const struct bma_finding *finding, int level, uint32_t last)
{
    const struct bma_candidate *all = finding->candidates;
    uint32_t best = BMA_NONE;

    for (uint32_t i = 0; i < finding->candidate_count; i++) {
        bool behind = last == BMA_NONE || bma_more_direct(&all[last], &all[i]) ||
                      (!bma_more_direct(&all[i], &all[last]) && i > last);

        if (all[i].level == level && behind && (best == BMA_NONE || bma_more_direct(&all[i], &all[best])) &&
            !told(finding, i))
            best = i;
    }
    return best;
}

static unsigned count_at(const struct bma_finding *finding, int level)
{
    unsigned count = 0;

    for (uint32_t i = 0; i < finding->candidate_count; i++)
        count += finding->candidates[i].level == level && !told(finding, i);
    return count;
}

static unsigned steps_at(const struct account *account, int level, unsigned shown, unsigned most)
{
    const struct bma_finding *finding = account->finding;
    unsigned count = shown + count_at(finding, level);
    uint32_t last = BMA_NONE;

    for (; shown < most && (last = next_at(finding, level, last)) != BMA_NONE; shown++)
        step(account, &finding->candidates[last], shown + 1);
    return count;
}

static void rest(const struct bma_page *page, unsigned shown, unsigned most)
{
    struct bma_buffer parts;

    if (shown <= most)
        return;
    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "and %u more.", shown - most);
    bma_text_sentence(page, INDENT, "", INDENT, BMA_DIM, &parts);
}

static void counting(const struct account *account)
{
    const struct bma_page *page = &account->page;
    unsigned shown = 0;

    bma_page_heading(page, "CLAUSES THAT COUNT, THE STRONGEST AND MOST DIRECT FIRST");
    for (int level = BMA_LEVEL_OPERATIONAL; level > BMA_LEVEL_ABSENT; level--)
        shown = steps_at(account, level, shown, MOST_COUNTING);
    if (shown == 0)
        bma_page_wrap(page, 0, "", 0, BMA_PLAIN, "None.");
    rest(page, shown, MOST_COUNTING);
}

static void misses(const struct account *account)
{
    const struct bma_page *page = &account->page;
    unsigned shown;

    bma_page_heading(page, "CONSIDERED, AND NOT COUNTED");
    shown = steps_at(account, BMA_LEVEL_ABSENT, 0, MOST_MISSES);
    if (shown == 0)
        bma_page_wrap(page, 0, "", 0, BMA_PLAIN, "None.");
    rest(page, shown, MOST_MISSES);
}

/* What the mark "?", and what is dropped, hang on. */
static void standing(const struct bma_page *page, const struct bma_finding *finding)
{
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    bma_buffer_addf(&parts,
                    "Weighed as a whole, the draft stands at %+.1f for the criterion and at %+.1f against it "
                    "(log odds; what queries found is doubtful below %.1f, and dropped below %.2f, or below "
                    "%.0f where it works against it).",
                    finding->standing[0] / 100.0, finding->standing[1] / 100.0, BMA_STANDING_DOUBTED / 100.0,
                    BMA_STANDING_DROPPED / 100.0, BMA_STANDING_DROPPED_AGAINST / 100.0);
    bma_text_sentence(page, 0, "", 0, BMA_PLAIN, &parts);
}

static void result(const struct account *account)
{
    const struct bma_page *page = &account->page;
    const struct bma_finding *finding = account->finding;
    struct bma_buffer parts;

    bma_page_heading(page, "SO THAT");
    bma_buffer_init(&parts);
    if (finding->status == BMA_FINDING_DECIDED)
        bma_buffer_addf(&parts, "the level is %s (%d)%s%s. ", bma_level_name(finding->level), finding->level,
                        finding->contradicted ? ", contradicted" : "",
                        finding->capped ? ", held there because the instrument binds nobody" : "");
    if (finding->status == BMA_FINDING_ERROR) { /* which is the reason, too */
        bma_buffer_adds(&parts, "nothing is decided: ");
        bma_finding_fault(finding, &parts);
    } else {
        bma_buffer_adds(&parts, finding->reason != NULL ? finding->reason : "");
    }
    bma_text_sentence(page, 0, "", 0, BMA_BOLD, &parts);
    bma_buffer_init(&parts);
    bma_buffer_adds(&parts, "Together the deciding clauses give: ");
    add_elements(&parts, finding->elements);
    bma_buffer_addc(&parts, '.');
    if (finding->level >= BMA_LEVEL_BINDING)
        bma_text_sentence(page, 0, "", 0, BMA_PLAIN, &parts);
    bma_buffer_release(&parts);
    if (finding->weighed)
        standing(page, finding);
    for (uint32_t i = 0; i < finding->evidence_count; i++)
        if (finding->evidence[i].voice != BMA_VOICE_TEXT)
            bma_text_quote(page, 0, &finding->evidence[i]);
    if (finding->advice != NULL && *finding->advice != '\0')
        bma_page_wrap(page, 0, "Missing: ", 2, BMA_PLAIN, finding->advice);
}

void bma_explain_finding(const struct bma_pack *pack, const struct bma_scorecard *card, uint32_t at,
                         const struct bma_report_options *options, struct bma_buffer *out)
{
    const struct account account = {.page = {out, options->width, options->color},
                                    .rule = &pack->rules[at],
                                    .finding = &card->findings->items[at],
                                    .text = card->text};

    bma_page_line(&account.page);
    bma_page_rule(&account.page);
    bma_page_wrap(&account.page, 0, "", 0, BMA_BOLD, card->text->document->path);
    bma_page_rule(&account.page);
    counting(&account);
    misses(&account);
    result(&account);
}
