/* What a criterion asks for, from the rule itself. */
#include "reports/explain.h"

#include "reports/text.h"
#include "rules/wording.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 4 };

void bma_explain_concept(const struct bma_lexicon *lexicon, uint32_t at, struct bma_buffer *out)
{
    const struct bma_concept *concept = bma_lexicon_concept(lexicon, at);

    if (concept->about != NULL && *concept->about != '\0') {
        bma_buffer_adds(out, concept->about);
        return;
    }
    for (const char *c = concept->name; *c != '\0'; c++)
        bma_buffer_addc(out, *c == '_' ? ' ' : *c);
}

static void add_any(struct bma_buffer *out, const struct bma_lexicon *lexicon, const struct bma_any_of *any)
{
    for (uint32_t i = 0; i < any->count; i++) {
        bma_buffer_adds(out, i == 0 ? "[" : " / ");
        bma_explain_concept(lexicon, any->concepts[i], out);
    }
    if (any->count > 0)
        bma_buffer_addc(out, ']');
}

static void add_actors(struct bma_buffer *out, unsigned actors, const char *lead)
{
    static const char *const names[] = {"the Parties",  "the origin",   "the destination",
                                        "the employer", "the worker",   "an agency",
                                        "a joint body", "an authority", "a third party"};
    bool first = true;

    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
        if (actors & 1u << i) {
            bma_buffer_addf(out, "%s%s", first ? lead : " or ", names[i]);
            first = false;
        }
}

static void add_query(struct bma_buffer *out, const struct bma_lexicon *lexicon,
                      const struct bma_query *query)
{
    static const char *const polarities[] = {"", ", and forbids it", ", and releases from it",
                                             ", whether it orders or forbids it"};

    bma_buffer_adds(out, query->row ? "A row of a table that speaks of " : "A clause that speaks of ");
    for (uint32_t i = 0; i < query->all_count; i++) {
        bma_buffer_adds(out, i > 0 ? " together with " : "");
        add_any(out, lexicon, &query->all[i]);
    }
    if (query->near > 0)
        bma_buffer_addf(out, " at most %d words apart", query->near);
    bma_buffer_adds(out, polarities[query->polarity]);
    add_actors(out, query->actors, ", obliging ");
    add_actors(out, query->not_actors, ", of anybody but ");
    if (query->topic.count > 0) {
        bma_buffer_adds(out, ", under a heading on ");
        add_any(out, lexicon, &query->topic);
    }
    if (query->context.count > 0) {
        bma_buffer_adds(out, ", in an article that speaks of ");
        add_any(out, lexicon, &query->context);
    }
    for (uint32_t i = 0; i < query->none_count; i++) {
        bma_buffer_adds(out, i == 0 ? ", but not of " : " or ");
        add_any(out, lexicon, &query->none[i]);
    }
    if (query->most < BMA_LEVEL_OPERATIONAL)
        bma_buffer_addf(out, "; it is worth %s (%d) at most", bma_level_name(query->most), query->most);
    if (query->least > 0)
        bma_buffer_addf(out, "; it is worth at least %s (%d)", bma_level_name(query->least), query->least);
    bma_buffer_addc(out, '.');
}

static void queries(const struct bma_page *page, const struct bma_lexicon *lexicon,
                    const struct bma_query *items, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        struct bma_buffer parts;
        char label[16];
        snprintf(label, sizeof label, "%2u. ", (unsigned)(i + 1));
        bma_buffer_init(&parts);
        add_query(&parts, lexicon, &items[i]);
        bma_text_sentence(page, 0, label, INDENT, BMA_PLAIN, &parts);
    }
}

static void asked(const struct bma_page *page, const struct bma_pack *pack, const struct bma_rule *rule)
{
    /* Read by people, to whom the report's own word says more than that of bma_priority_name(). */
    static const char *const priorities[] = {"supplementary", "standard", "essential"};

    bma_page_heading(page, "WHAT THE REPORT ASKS FOR");
    for (uint32_t i = 0; i < rule->answer_count; i++) {
        uint32_t at = bma_pack_find_recommendation(pack, rule->answers[i]);
        struct bma_buffer parts;
        bma_buffer_init(&parts);
        if (at != BMA_NONE)
            bma_buffer_addf(&parts, "%s (%s)", pack->recommendations[at].gist,
                            priorities[pack->recommendations[at].priority]);
        bma_page_cell(page, BMA_BOLD, rule->answers[i], 8);
        bma_page_wrap_from(page, 8, BMA_PLAIN, parts.length > 0 ? parts.bytes : "");
        page->out->failed |= parts.failed;
        bma_buffer_release(&parts);
    }
    if (rule->answer_count == 0)
        bma_page_wrap(page, 0, "", 0, BMA_PLAIN, "No numbered recommendation; the report's discussion.");
}

static void ladder(const struct bma_page *page, int met)
{
    static const char *const steps[] = {
        "nothing is said of it, or its words stand in another sense or in a heading",
        "it is named as an aim, a wish or a fact, or in the preamble, and nothing is undertaken",
        "should, may, endeavours, or a duty that is hedged; in an instrument that binds nobody, any duty",
        "shall, must, undertakes, is entitled to: somebody is obliged",
        "binding, with two of: a responsible body, a time limit or frequency, a procedure or sanction"};

    bma_page_heading(page, "THE LADDER");
    for (int i = BMA_LEVEL_ABSENT; i <= BMA_LEVEL_OPERATIONAL; i++) {
        char label[32];
        snprintf(label, sizeof label, "%d %s", i, bma_level_name(i));
        bma_page_cell(page, i >= met ? BMA_GOOD : BMA_PLAIN, label, 16);
        bma_page_wrap_from(page, 16, BMA_PLAIN, steps[i]);
    }
    bma_page_wrap(page, 0, "", 0, BMA_DIM,
                  "The strongest clause decides; several together may make one that can be carried out.");
}

void bma_explain_criterion(const struct bma_pack *pack, uint32_t at, int met,
                           const struct bma_scorecard *card, const struct bma_report_options *options,
                           struct bma_buffer *out)
{
    const struct bma_rule *rule = &pack->rules[at];
    struct bma_page page = {out, options->width, options->color};
    struct bma_buffer wording;

    bma_page_rule(&page);
    bma_page_cell(&page, BMA_BOLD, rule->id, 8);
    bma_page_wrap_from(&page, 8, BMA_BOLD, rule->title);
    bma_page_rule(&page);
    asked(&page, pack, rule);
    if (card != NULL)
        bma_explain_finding(pack, card, at, options, out);
    bma_page_heading(&page, "WHAT IS LOOKED FOR");
    queries(&page, pack->lexicon, rule->looks_for, rule->looks_for_count);
    if (rule->against_count > 0)
        bma_page_heading(&page, "WHAT WORKS AGAINST IT");
    queries(&page, pack->lexicon, rule->against, rule->against_count);
    ladder(&page, met);
    bma_page_heading(&page, "GOOD WORDING");
    bma_buffer_init(&wording);
    bma_wording_write(rule->wording, NULL, &wording);
    bma_text_sentence(&page, 0, "", 0, BMA_PLAIN, &wording);
}
