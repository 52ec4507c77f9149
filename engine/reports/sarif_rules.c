/* SARIF: the tool that ran, the rules it ran, and how the run went. */
#include "reports/sarif.h"

#include "reports/escape.h"
#include "reports/outcome.h"

#include <string.h>

static unsigned rule_count(const struct bma_sarif_run *run)
{
    return run->count > 0 ? run->cards[0]->pack->rule_count : 0;
}

void bma_sarif_run_init(struct bma_sarif_run *run, const struct bma_scorecard *const *cards, size_t count,
                        const struct bma_report_options *options)
{
    *run = (struct bma_sarif_run){.cards = cards, .count = count, .options = options};
    for (size_t k = 0; k < count; k++)
        for (uint32_t i = 0; i < cards[k]->findings->coherence_count; i++) {
            const char *id = cards[k]->findings->coherence[i].id;
            if (run->fault_count < BMA_SARIF_FAULTS && bma_sarif_rule_index(run, id) < 0)
                run->faults[run->fault_count++] = id;
        }
}

int bma_sarif_rule_index(const struct bma_sarif_run *run, const char *id)
{
    for (unsigned i = 0; i < run->fault_count; i++)
        if (strcmp(run->faults[i], id) == 0)
            return (int)(rule_count(run) + i);
    return -1;
}

static void help_uri(struct bma_json *json, const char *id)
{
    struct bma_buffer uri;

    bma_buffer_init(&uri);
    bma_buffer_adds(&uri, BMA_DOCS_URI "/criteria.html#");
    bma_escape_uri(&uri, id);
    bma_json_string(json, "helpUri", uri.bytes);
    json->out->failed |= uri.failed;
    bma_buffer_release(&uri);
}

static const char *gist_of(const struct bma_pack *pack, const char *id)
{
    uint32_t at = bma_pack_find_recommendation(pack, id);

    return at != BMA_NONE ? pack->recommendations[at].gist : "";
}

/* What is asked and by whom, what usually lacks, and a clause that would do. */
static void add_help(struct bma_buffer *out, const struct bma_pack *pack, const struct bma_rule *rule,
                     bool markdown)
{
    void (*add)(struct bma_buffer *, const char *) = bma_escape_plain;
    struct bma_buffer text;

    bma_buffer_init(&text);
    for (uint32_t i = 0; i < rule->answer_count; i++) {
        bma_buffer_clear(&text);
        bma_buffer_addf(&text, "%s: %s", rule->answers[i], gist_of(pack, rule->answers[i]));
        bma_buffer_adds(out, markdown ? "- " : "Recommendation ");
        if (markdown)
            bma_escape_markdown(out, text.bytes, 0);
        else
            add(out, text.bytes);
        bma_buffer_adds(out, markdown ? "\n" : ". ");
    }
    bma_buffer_clear(&text);
    if (rule->advice[BMA_LEVEL_ABSENT] != NULL)
        bma_buffer_addf(&text, "Where nothing is said: %s ", rule->advice[BMA_LEVEL_ABSENT]);
    if (rule->wording != NULL)
        bma_buffer_addf(&text, "A clause that would do: %s", rule->wording);
    bma_buffer_adds(out, markdown ? "\n" : "");
    if (markdown)
        bma_escape_markdown(out, text.length > 0 ? text.bytes : "", 0);
    else
        add(out, text.length > 0 ? text.bytes : "");
    out->failed |= text.failed;
    bma_buffer_release(&text);
}

static void help(struct bma_json *json, const struct bma_pack *pack, const struct bma_rule *rule)
{
    static const char *const keys[] = {"text", "markdown"};

    bma_json_object(json, "help");
    for (int i = 0; i < 2; i++) {
        struct bma_buffer text;
        bma_buffer_init(&text);
        add_help(&text, pack, rule, i == 1);
        bma_json_string(json, keys[i], text.length > 0 ? text.bytes : "");
        json->out->failed |= text.failed;
        bma_buffer_release(&text);
    }
    bma_json_object_end(json);
}

static void level(struct bma_json *json, enum bma_priority priority)
{
    static const char *const names[] = {"note", "warning", "error"};

    bma_json_object(json, "defaultConfiguration");
    bma_json_string(json, "level", names[priority]);
    bma_json_object_end(json);
}

static void rule(struct bma_json *json, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_rule *rule = &card->pack->rules[i];
    const struct bma_dimension *dimension = &card->pack->dimensions[rule->dimension];

    bma_json_object(json, NULL);
    bma_json_string(json, "id", rule->id);
    bma_sarif_message(json, "shortDescription", rule->title);
    help(json, card->pack, rule);
    help_uri(json, rule->id);
    level(json, bma_criterion_priority(card, i));
    bma_json_object(json, "properties");
    bma_json_array(json, "tags");
    bma_json_string(json, NULL, dimension->id);
    bma_json_string(json, NULL, dimension->name);
    bma_json_array_end(json);
    bma_json_array(json, "answers");
    for (uint32_t k = 0; k < rule->answer_count; k++)
        bma_json_string(json, NULL, rule->answers[k]);
    bma_json_array_end(json);
    bma_json_object_end(json);
    bma_json_object_end(json);
}

static void fault_rule(struct bma_json *json, const char *id)
{
    bma_json_object(json, NULL);
    bma_json_string(json, "id", id);
    bma_sarif_message(json, "shortDescription", "Fault between clauses");
    bma_sarif_message(json, "help",
                      "Clauses of the draft do not fit together. Such a fault has no level and no points; "
                      "it is told so that it can be mended before signature.");
    help_uri(json, id);
    level(json, BMA_PRIORITY_STANDARD);
    bma_json_object_end(json);
}

void bma_sarif_tool(struct bma_json *json, const struct bma_sarif_run *run)
{
    bma_json_object(json, "tool");
    bma_json_object(json, "driver");
    bma_json_string(json, "name", "bma");
    bma_json_string(json, "version", BMA_VERSION);
    bma_json_string(json, "semanticVersion", BMA_VERSION);
    bma_json_array(json, "rules");
    for (uint32_t i = 0; i < rule_count(run); i++)
        rule(json, run->cards[0], i);
    for (unsigned i = 0; i < run->fault_count; i++)
        fault_rule(json, run->faults[i]);
    bma_json_array_end(json);
    if (run->count > 0) {
        bma_json_object(json, "properties");
        bma_json_string(json, "pack", run->cards[0]->pack->id);
        bma_json_string(json, "packVersion", run->cards[0]->pack->version);
        bma_json_string(json, "packSha256", run->cards[0]->pack->sha256);
        bma_json_string(json, "profile", run->cards[0]->profile);
        bma_json_object_end(json);
    }
    bma_json_object_end(json);
    bma_json_object_end(json);
}

/* The rule's own file and line, inside the pack. */
static void place_of_fault(struct bma_json *json, const struct bma_finding *finding)
{
    struct bma_buffer uri;

    bma_buffer_init(&uri);
    bma_escape_uri(&uri, bma_or_empty(finding->error_file));
    bma_json_array(json, "locations");
    bma_json_object(json, NULL);
    bma_json_object(json, "physicalLocation");
    bma_json_object(json, "artifactLocation");
    bma_json_string(json, "uri", uri.length > 0 ? uri.bytes : "");
    bma_json_string(json, "uriBaseId", "PACK");
    bma_json_object_end(json);
    if (finding->error_line > 0) {
        bma_json_object(json, "region");
        bma_json_number(json, "startLine", finding->error_line);
        bma_json_object_end(json);
    }
    bma_json_object_end(json);
    bma_json_object_end(json);
    bma_json_array_end(json);
    json->out->failed |= uri.failed;
    bma_buffer_release(&uri);
}

static void notification(struct bma_json *json, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    struct bma_buffer says;

    bma_buffer_init(&says);
    bma_buffer_addf(&says, "%s: rule %s failed: %s", card->agreement->path, finding->criterion,
                    bma_or_empty(finding->error));
    bma_json_object(json, NULL);
    bma_json_string(json, "level", "error");
    bma_sarif_message(json, "message", says.bytes);
    place_of_fault(json, finding);
    bma_json_object(json, "associatedRule");
    bma_json_string(json, "id", finding->criterion);
    bma_json_number(json, "index", i);
    bma_json_object_end(json);
    bma_json_object_end(json);
    json->out->failed |= says.failed;
    bma_buffer_release(&says);
}

void bma_sarif_invocation(struct bma_json *json, const struct bma_sarif_run *run)
{
    uint32_t errors = 0;

    for (size_t k = 0; k < run->count; k++)
        errors += run->cards[k]->errors;
    bma_json_array(json, "invocations");
    bma_json_object(json, NULL);
    bma_json_bool(json, "executionSuccessful", errors == 0);
    bma_json_array(json, "toolExecutionNotifications");
    for (size_t k = 0; k < run->count; k++)
        for (uint32_t i = 0; i < run->cards[k]->findings->count; i++)
            if (run->cards[k]->findings->items[i].status == BMA_FINDING_ERROR)
                notification(json, run->cards[k], i);
    bma_json_array_end(json);
    bma_json_object_end(json);
    bma_json_array_end(json);
}
