/* bma explain: one criterion, and why a draft got its level on it. */
#include "cli/cli.h"

#include "corpus/run.h"
#include "reports/explain.h"
#include "scoring/scoring.h"

#include <string.h>

static int print(const struct cli_values *values, const struct bma_session *session, uint32_t rule,
                 const struct bma_scorecard *card)
{
    const struct bma_report_options options = {.width = cli_width(values), .color = cli_wants_color(values)};
    struct bma_buffer out;
    bool done = false;

    bma_buffer_init(&out);
    bma_explain_criterion(session->pack, rule, session->scoring->met, card, &options, &out);
    if (out.failed)
        cli_say("memory ran out while the explanation was written");
    else
        done = cli_write(values->output, out.bytes, out.length);
    bma_buffer_release(&out);
    if (!done)
        return CLI_EXIT_ERROR;
    return card != NULL && card->findings->items[rule].status == BMA_FINDING_ERROR ? CLI_EXIT_RULE
                                                                                   : CLI_EXIT_OK;
}

/* The criterion as it is written, or else in capitals: "hr-5" can mean nothing but HR-5. */
static uint32_t find_rule(const struct bma_pack *pack, const char *id)
{
    uint32_t rule = bma_pack_find_rule(pack, id);
    char capitals[32];
    size_t length = strlen(id);

    if (rule != BMA_NONE || length >= sizeof capitals)
        return rule;
    for (size_t i = 0; i <= length; i++)
        capitals[i] = (char)(id[i] >= 'a' && id[i] <= 'z' ? id[i] - ('a' - 'A') : id[i]);
    return bma_pack_find_rule(pack, capitals);
}

static int explain(const struct cli_values *values, struct bma_session *session, char **arguments, int count)
{
    uint32_t rule = find_rule(session->pack, arguments[0]);
    struct bma_check check;
    struct bma_error error;
    int result;

    if (rule == BMA_NONE) {
        cli_say("the pack has no criterion '%s'; 'bma rules' lists them", arguments[0]);
        return CLI_EXIT_ERROR;
    }
    if (count == 1)
        return print(values, session, rule, NULL);
    bma_check_init(&check);
    if (bma_session_check(session, arguments[1], &check, &error) == BMA_OK)
        result = print(values, session, rule, &check.card);
    else
        result = cli_fail(&error);
    bma_check_release(&check);
    return result;
}

int cli_explain(const struct cli_values *values, char **arguments, int count)
{
    struct bma_session session;
    struct bma_error error;
    int result;

    if (count < 1 || count > 2) {
        cli_say("explain takes a criterion such as HR-1 and, if it is to explain a draft, its file");
        return CLI_EXIT_ERROR;
    }
    if (!cli_session_open(&session, values->pack, NULL, &error))
        return cli_fail(&error);
    result = explain(values, &session, arguments, count);
    bma_session_close(&session);
    return result;
}
