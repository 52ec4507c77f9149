/* bma agreement: how far two coders agree, one of whom may be the program. */
#include "cli/cli.h"

#include "base/memory.h"
#include "cli/columns.h"
#include "reliability/report.h"

#include <math.h>
#include <string.h>

/* What options have an effect in; --disagreements has one in every format, as json lists them anyway. */
enum { TEXT = 1, CODED = 2 };

static const struct cli_effect effects[] = {
    {offsetof(struct cli_values, width), TEXT, "without --format text"},
    {offsetof(struct cli_values, color), TEXT, "without --format text"},
    {offsetof(struct cli_values, columns), CODED, "without --coded"},
    {0, 0, NULL},
};

static unsigned modes_of(const struct cli_values *values)
{
    const char *format = values->format != NULL ? values->format : "text";

    return (strcmp(format, "text") == 0 ? TEXT : 0u) | (values->coded != NULL ? CODED : 0u);
}

/* False, after saying why, where the options do not go together. */
static bool is_usable(const struct cli_values *values, int count)
{
    if ((values->coded == NULL) != (values->map == NULL))
        cli_say("--coded and --map go together");
    else if (values->coded != NULL && (values->labels != NULL || values->second != NULL))
        cli_say("--coded goes with neither --labels nor --second");
    else if (values->second != NULL && (values->labels == NULL || count > 0))
        cli_say("--second compares the tables of two folders: it needs --labels, and takes no drafts");
    else if (values->second != NULL && values->database != NULL)
        cli_say("--second compares two coders: --db, which has the program's findings, has no effect");
    else if (values->second == NULL && count == 0 && values->database == NULL)
        cli_say("agreement needs drafts, a folder of them, or --db; 'bma help agreement' has examples");
    else
        return cli_options_matter(cli_agreement_options, values, effects, modes_of(values));
    return false;
}

static enum bma_status gather_coded(const struct cli_values *values, struct bma_session *session,
                                    struct bma_store *store, char **paths, int count, struct bma_coded *coded,
                                    struct bma_comparison *out, struct bma_error *error)
{
    struct bma_coded_columns columns;
    enum bma_status status;

    if (!cli_columns_read(values, &columns))
        return bma_error_set(error, BMA_ERROR_USAGE, NULL, 0, 0, "the table's columns are not known");
    status = bma_coded_read(values->coded, values->map, &columns, session->pack, coded, error);
    return status == BMA_OK ? bma_compare_coded(session, store, coded, paths, count, out, error) : status;
}

static int write_report(const struct cli_values *values, const struct bma_reliability *reliability)
{
    struct bma_buffer out;
    const struct bma_page page = {&out, cli_width(values), cli_wants_color(values)};
    const char *format = values->format != NULL ? values->format : "text";
    bool done = false;

    bma_buffer_init(&out);
    if (strcmp(format, "json") == 0)
        bma_reliability_json(reliability, &out);
    else if (strcmp(format, "csv") == 0)
        bma_reliability_csv(reliability, values->disagreements, &out);
    else
        bma_reliability_text(reliability, values->disagreements, &page);
    if (out.failed)
        cli_say("memory ran out while the report was written");
    else
        done = cli_write(values->output, out.bytes, out.length);
    bma_buffer_release(&out);
    return done ? CLI_EXIT_OK : CLI_EXIT_ERROR;
}

/* --min-alpha asks for the figure that the text shows with its interval. */
static int judge(const struct cli_values *values, const struct bma_reliability *reliability)
{
    const struct bma_figures *all = &reliability->rows[0].figures;
    double alpha = reliability->comparison->ratings.levels ? all->alpha_ordinal : all->alpha_nominal;

    if (values->min_alpha < -1)
        return CLI_EXIT_OK;
    return !isnan(alpha) && alpha >= values->min_alpha ? CLI_EXIT_OK : CLI_EXIT_BELOW;
}

static int report(const struct cli_values *values, const struct bma_pack *pack,
                  const struct bma_comparison *comparison)
{
    struct bma_reliability reliability;
    struct bma_error error;
    int result = CLI_EXIT_OK;

    if (comparison->ratings.unit_count == 0) {
        cli_say("nothing here was rated by both: %u drafts without a coder's levels, %u case files without a "
                "text; a coder's table of NAME.txt is NAME.csv beside it or in --labels",
                (unsigned)comparison->passed_over, (unsigned)comparison->without_text);
        return CLI_EXIT_ERROR;
    }
    if (bma_reliability_of(comparison, pack, &reliability, &error) != BMA_OK)
        result = cli_fail(&error);
    if (result == CLI_EXIT_OK)
        result = write_report(values, &reliability);
    if (result == CLI_EXIT_OK)
        result = judge(values, &reliability);
    if (comparison->rule_errors > 0 && result != CLI_EXIT_ERROR)
        result = cli_rules_failed(comparison->rule_errors);
    bma_reliability_release(&reliability);
    return result;
}

int cli_agreement(const struct cli_values *values, char **arguments, int count)
{
    struct bma_comparison comparison;
    struct bma_session session;
    struct bma_coded coded = {.path = NULL}; /* released unread where there is no table */
    struct bma_store *store = NULL;
    struct bma_error error;
    enum bma_status status = BMA_OK;
    int result;

    if (!is_usable(values, count))
        return CLI_EXIT_ERROR;
    if (!cli_session_open(&session, values->pack, NULL, &error))
        return cli_fail(&error);
    bma_comparison_init(&comparison);
    if (values->database != NULL)
        status = bma_store_open(values->database, BMA_STORE_READ, &store, &error);
    if (status == BMA_OK && values->second != NULL)
        status = bma_compare_coders(session.pack, values->labels, values->second, &comparison, &error);
    else if (status == BMA_OK && values->coded != NULL)
        status = gather_coded(values, &session, store, arguments, count, &coded, &comparison, &error);
    else if (status == BMA_OK)
        status = bma_compare_program(&session, store, arguments, count, values->labels, &comparison, &error);
    result = status == BMA_OK ? report(values, session.pack, &comparison) : cli_fail(&error);
    bma_store_close(store);
    bma_comparison_release(&comparison);
    bma_coded_release(&coded);
    bma_session_close(&session);
    return result;
}
