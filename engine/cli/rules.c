/* bma rules: the criteria of a pack, and which recommendation each answers. */
#include "cli/cli.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "corpus/run.h"

#include <stdio.h>
#include <string.h>

static void list(const struct bma_pack *pack, struct bma_buffer *out)
{
    uint32_t dimension = BMA_NONE;

    for (uint32_t i = 0; i < pack->rule_count; i++) {
        const struct bma_rule *rule = &pack->rules[i];
        if (rule->dimension != dimension) {
            dimension = rule->dimension;
            bma_buffer_addf(out, "%s%s\n", i > 0 ? "\n" : "", pack->dimensions[dimension].name);
        }
        bma_buffer_addf(out, "  %-6s %s", rule->id, rule->title);
        for (uint32_t k = 0; k < rule->answer_count; k++)
            bma_buffer_addf(out, "%s%s%s", k == 0 ? "  (" : ", ", rule->answers[k],
                            k + 1 == rule->answer_count ? ")" : "");
        bma_buffer_adds(out, "\n");
    }
}

/* One line of the matrix; whether all that the recommendation names answers it. */
static bool cover(const struct bma_pack *pack, const struct bma_recommendation *asked, struct bma_buffer *out)
{
    static const char *const marks[] = {"", "(no rule)", "(does not answer)"};
    uint32_t found = 0;

    bma_buffer_addf(out, "%-7s", asked->id);
    if (!asked->draft && !asked->dossier) {
        bma_buffer_addf(out, " outside any draft: %s\n", asked->reason);
        return true;
    }
    for (uint32_t i = 0; i < asked->criterion_count; i++) {
        enum bma_cover cover = bma_pack_cover(pack, asked, asked->criteria[i]);
        found += cover == BMA_COVERED;
        bma_buffer_addf(out, " %s%s", asked->criteria[i], marks[cover]);
    }
    bma_buffer_addf(out, "%s%s\n", asked->dossier ? " +dossier" : "", found > 0 ? "" : " UNCOVERED");
    return found == asked->criterion_count && found > 0;
}

/* A rule that claims to answer what the catalogue does not ask of it. */
static uint32_t unasked(const struct bma_pack *pack, struct bma_buffer *out)
{
    uint32_t found = 0;

    for (uint32_t i = 0; i < pack->rule_count; i++)
        for (uint32_t k = 0; k < pack->rules[i].answer_count; k++) {
            if (bma_pack_asks(pack, pack->rules[i].answers[k], pack->rules[i].id))
                continue;
            bma_buffer_addf(out, "%s answers %s, but the catalogue does not list it there\n",
                            pack->rules[i].id, pack->rules[i].answers[k]);
            found++;
        }
    return found;
}

static int coverage(const struct bma_pack *pack, struct bma_buffer *out)
{
    uint32_t uncovered = 0;
    uint32_t strangers;

    for (uint32_t i = 0; i < pack->recommendation_count; i++)
        uncovered += !cover(pack, &pack->recommendations[i], out);
    strangers = unasked(pack, out);
    bma_buffer_addf(out, "%u recommendations, %u not fully covered; %u rules\n",
                    (unsigned)pack->recommendation_count, (unsigned)uncovered, (unsigned)pack->rule_count);
    return uncovered + strangers > 0 ? CLI_EXIT_BELOW : CLI_EXIT_OK;
}

static int print(const struct cli_values *values, const struct bma_pack *pack)
{
    struct bma_buffer out;
    int result = CLI_EXIT_OK;

    bma_buffer_init(&out);
    if (values->coverage)
        result = coverage(pack, &out);
    else
        list(pack, &out);
    if (!cli_write_lines(values->output, &out))
        result = CLI_EXIT_ERROR;
    bma_buffer_release(&out);
    return result;
}

int cli_rules(const struct cli_values *values, char **arguments, int count)
{
    struct bma_pack *pack = NULL;
    struct bma_error error;
    int result;

    if (count > 0) {
        cli_say("rules takes no argument such as '%s'", arguments[0]);
        return CLI_EXIT_ERROR;
    }
    if (cli_pack_open(values->pack, &pack, &error))
        result = print(values, pack);
    else
        result = cli_fail(&error);
    bma_pack_free(pack);
    return result;
}
