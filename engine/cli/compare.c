/* bma compare: agreements beside each other, from files or from a results database. */
#include "cli/cli.h"

#include "base/memory.h"
#include "compare/cluster.h"
#include "compare/views.h"
#include "corpus/corpus.h"
#include "corpus/queue.h"

#include <inttypes.h>
#include <string.h>

enum { MOST_ON_A_PAGE = 40, SIMILAR = 10, PRECEDENTS = 2 };

enum view {
    VIEW_MATRIX,
    VIEW_RANK,
    VIEW_GROUPS,
    VIEW_CRITERION,
    VIEW_SIMILAR,
    VIEW_PRECEDENTS,
    VIEW_CLUSTERS,
    VIEW_DISTANCES
};

struct comparing {
    const struct cli_values *values;
    const char *format; /* "text", "csv", "json" or "html" */
    enum view view;
    struct bma_session session; /* open where files are weighed */
    bool weighs;
    struct bma_pack *pack; /* of --pack, where nothing is weighed; else NULL */
    struct bma_store *store, *draft_store;
    struct bma_matrix matrix, draft;
};

/* ---- what is asked ---- */

static enum view view_of(const struct cli_values *values)
{
    return values->criterion != NULL    ? VIEW_CRITERION
           : values->similar != NULL    ? VIEW_SIMILAR
           : values->precedents != NULL ? VIEW_PRECEDENTS
           : values->by >= 0            ? VIEW_GROUPS
           : values->rank               ? VIEW_RANK
           : values->clusters           ? VIEW_CLUSTERS
           : values->distances          ? VIEW_DISTANCES
                                        : VIEW_MATRIX;
}

/* Bits for what options have an effect in: 1 << view, and these. */
enum { TEXT = 1 << 8, STORED = 1 << 9 };

static const struct cli_effect effects[] = {
    {offsetof(struct cli_values, sort), 1 << VIEW_MATRIX, "on another view than the matrix"},
    {offsetof(struct cli_values, most), 1 << VIEW_SIMILAR | 1 << VIEW_PRECEDENTS,
     "without --similar or --precedents"},
    {offsetof(struct cli_values, width), TEXT, "without --format text"},
    {offsetof(struct cli_values, color), TEXT, "without --format text"},
    {offsetof(struct cli_values, source), STORED, "without --db"},
    {0, 0, NULL},
};

/* Whether drafts are weighed now, and not only looked up. */
static bool weighs(const struct cli_values *values)
{
    return values->database == NULL || values->similar != NULL || values->precedents != NULL;
}

static unsigned modes_of(const struct cli_values *values)
{
    bool text = values->format == NULL || strcmp(values->format, "text") == 0;

    return 1u << view_of(values) | (text ? TEXT : 0u) | (values->database != NULL ? STORED : 0u);
}

/* False, after saying why, where the options do not go together. */
static bool is_usable(const struct cli_values *values, int count)
{
    int views = values->rank + (values->by >= 0) + (values->criterion != NULL) + (values->similar != NULL) +
                (values->precedents != NULL) + values->clusters + values->distances;

    if (views > 1)
        cli_say(
            "--rank, --by, --criterion, --similar, --precedents, --clusters and --distances each ask for one "
            "view: give one");
    else if (values->format != NULL && strcmp(values->format, "html") == 0 && views > 0)
        cli_say("--format html shows the whole matrix: it goes with none of the other views");
    else if ((values->similar != NULL || values->precedents != NULL) && values->database == NULL)
        cli_say("--similar and --precedents look in a results database: give --db");
    else if (values->database == NULL && count == 0)
        cli_say("compare needs agreements, or --db FILE; 'bma help compare' has examples");
    else
        return cli_options_matter(cli_compare_options, values, effects, modes_of(values));
    return false;
}

/* ---- where the matrix comes from ---- */

/* Weighs files into a store in memory, as 'bma corpus' does into a file. */
static enum bma_status weigh(struct comparing *comparing, char **files, int count, struct bma_store **out,
                             struct bma_error *error)
{
    const struct bma_shard all = {1, 1};
    const struct bma_corpus_watch nobody = {.context = NULL};
    struct bma_session *session = &comparing->session;
    struct bma_corpus_counts counts = {.failed = 0};
    int64_t run;
    enum bma_status status = bma_store_open(NULL, BMA_STORE_WRITE, out, error);

    if (status == BMA_OK)
        status =
            bma_store_run(*out, "text", session->pack, bma_scoring_profile(session->scoring), &run, error);
    if (status == BMA_OK)
        status = bma_queue_open(*out, error);
    for (int i = 0; status == BMA_OK && i < count; i++)
        status = bma_queue_add(*out, &all, files[i], error);
    if (status == BMA_OK)
        status = bma_corpus_run(*out, run, session, 1, true, &nobody, &counts, error);
    if (status == BMA_OK && counts.failed > 0)
        status = bma_store_failure(*out, error);
    return status;
}

/* What is weighed here is compared whole: whoever names a coded case file beside a text wants both. */
static enum bma_status load_weighed(struct bma_store *store, struct bma_matrix *out, struct bma_error *error)
{
    const struct bma_choice all = {.source = BMA_SOURCE_ALL};

    return bma_matrix_load(store, &all, out, error);
}

/* Whether the line asks for a run by this option; settings of a folder say how its drafts are weighed. */
static bool is_asked(const struct comparing *comparing, size_t offset)
{
    return cli_given(cli_compare_options, comparing->values, offset) != NULL;
}

static const char *pack_asked(const struct comparing *comparing)
{
    if (!is_asked(comparing, offsetof(struct cli_values, pack)))
        return NULL;
    return comparing->weighs ? comparing->session.pack->sha256 : comparing->pack->sha256;
}

static const char *profile_asked(const struct comparing *comparing)
{
    return is_asked(comparing, offsetof(struct cli_values, profile)) ? comparing->values->profile : NULL;
}

static enum bma_status load_database(struct comparing *comparing, char **arguments, int count,
                                     struct bma_error *error)
{
    const struct cli_values *values = comparing->values;
    const struct bma_choice choice = {.source = values->source >= 0 ? (enum bma_source)values->source
                                                                    : BMA_SOURCE_USUAL,
                                      .pack = pack_asked(comparing),
                                      .profile = profile_asked(comparing),
                                      .names = arguments,
                                      .count = count};
    enum bma_status status = bma_store_open(values->database, BMA_STORE_READ, &comparing->store, error);

    if (status == BMA_OK)
        status = bma_matrix_load(comparing->store, &choice, &comparing->matrix, error);
    if (status == BMA_OK && values->source < 0 && comparing->matrix.left_out > 0)
        cli_say("%u coded agreements are left out, as a coder gave their levels, and only on some criteria "
                "(--source coded or all compares them)",
                (unsigned)comparing->matrix.left_out);
    return status;
}

/* What is weighed must be one draft, and what is looked in must hold some. */
static enum bma_status check_counts(const struct comparing *comparing, const char *draft,
                                    struct bma_error *error)
{
    uint32_t drafts = comparing->draft.agreement_count;

    if (comparing->matrix.agreement_count == 0)
        return bma_error_set(error, BMA_ERROR_INPUT, comparing->values->database, 0, 0,
                             "expected agreements to look in, found none; 'bma corpus' fills the database");
    if (drafts != 1)
        return bma_error_set(error, BMA_ERROR_INPUT, draft, 0, 0,
                             "expected one draft to find others for, found %u; name the file",
                             (unsigned)drafts);
    return BMA_OK;
}

/* The draft that others are looked for, which must have been weighed by the same rules. */
static enum bma_status load_draft(struct comparing *comparing, const char *draft, struct bma_error *error)
{
    char *files[] = {(char *)draft};
    enum bma_status status = BMA_OK;

    if (strcmp(comparing->matrix.pack, comparing->session.pack->sha256) != 0)
        return bma_error_set(error, BMA_ERROR_INPUT, comparing->values->database, 0, 0,
                             "the database was made with another rule pack, or another state of it; weigh it "
                             "again, or name that pack with --pack");
    status = weigh(comparing, files, 1, &comparing->draft_store, error);
    if (status == BMA_OK)
        status = load_weighed(comparing->draft_store, &comparing->draft, error);
    return status == BMA_OK ? check_counts(comparing, draft, error) : status;
}

/* Files that are compared with each other; folders may hold none. */
static enum bma_status load_files(struct comparing *comparing, char **files, int count,
                                  struct bma_error *error)
{
    enum bma_status status = weigh(comparing, files, count, &comparing->store, error);

    if (status == BMA_OK)
        status = load_weighed(comparing->store, &comparing->matrix, error);
    if (status == BMA_OK && comparing->matrix.agreement_count == 0)
        return bma_error_set(error, BMA_ERROR_INPUT, files[0], 0, 0,
                             "expected agreements to compare, found no draft or case file in what was named");
    return status;
}

static enum bma_status load(struct comparing *comparing, char **arguments, int count, struct bma_error *error)
{
    const struct cli_values *values = comparing->values;
    const char *draft = values->similar != NULL ? values->similar : values->precedents;
    enum bma_status status;

    if (values->database == NULL)
        return load_files(comparing, arguments, count, error);
    status = load_database(comparing, arguments, count, error);
    return status == BMA_OK && draft != NULL ? load_draft(comparing, draft, error) : status;
}

/* ---- the views ---- */

/* The clusters, and that some agreements are in none. */
static enum bma_status cluster(struct comparing *comparing, struct bma_clusters *out, struct bma_error *error)
{
    enum bma_status status = bma_cluster(&comparing->matrix, out, error);
    uint32_t aside = status == BMA_OK ? comparing->matrix.agreement_count - out->joined : 0;

    if (aside > 0)
        cli_say(
            "%u agreements are in no cluster: their likeness to others is not defined, as both are absent, "
            "undecided or do not apply on every criterion",
            (unsigned)aside);
    return status;
}

static enum bma_status arrange(struct comparing *comparing, struct bma_arrangement *out,
                               struct bma_clusters *clusters, struct bma_error *error)
{
    struct bma_matrix *matrix = &comparing->matrix;
    enum bma_status status = bma_matrix_order(matrix, BMA_ORDER_SCORE, &out->by_score, error);

    out->by = (enum bma_order)comparing->values->sort;
    if (status != BMA_OK || out->by != BMA_ORDER_CLUSTER)
        return status == BMA_OK ? bma_matrix_order(matrix, out->by, &out->order, error) : status;
    status = cluster(comparing, clusters, error);
    if (status != BMA_OK)
        return status;
    out->clusters = clusters;
    out->order = clusters->leaves;
    return BMA_OK;
}

static enum bma_status write_matrix(struct comparing *comparing, const struct bma_page *page,
                                    struct bma_table *table, struct bma_error *error)
{
    struct bma_arrangement arrangement = {.clusters = NULL};
    struct bma_clusters clusters;
    enum bma_status status = arrange(comparing, &arrangement, &clusters, error);

    if (status != BMA_OK)
        return status;
    if (strcmp(comparing->format, "html") == 0)
        bma_html_matrix(&comparing->matrix, &arrangement, page->out);
    else if (strcmp(comparing->format, "text") != 0)
        bma_view_matrix(&comparing->matrix, arrangement.order, table);
    else if (comparing->matrix.agreement_count <= MOST_ON_A_PAGE)
        bma_page_matrix(&comparing->matrix, arrangement.order, page);
    else {
        bma_page_wrap(page, 0, "", 0, BMA_PLAIN,
                      "Points of 100 over all agreements; --format csv, json or html has every level.");
        status = bma_view_groups(&comparing->matrix, BMA_BY_ALL, true, table, error);
    }
    return status;
}

static enum bma_status write_clusters(struct comparing *comparing, bool brief, struct bma_table *table,
                                      struct bma_error *error)
{
    struct bma_clusters clusters;
    enum bma_status status = cluster(comparing, &clusters, error);

    return status == BMA_OK ? bma_view_clusters(&comparing->matrix, &clusters, brief, table, error) : status;
}

static enum bma_status write_criterion(struct comparing *comparing, const struct bma_page *page,
                                       struct bma_table *table, struct bma_error *error)
{
    uint32_t criterion;
    enum bma_status status;

    if (!bma_matrix_find(&comparing->matrix, comparing->values->criterion, &criterion))
        return bma_error_set(error, BMA_ERROR_USAGE, NULL, 0, 0,
                             "there is no criterion '%.40s'; 'bma rules' lists them",
                             comparing->values->criterion);
    status = bma_view_criterion(comparing->store, &comparing->matrix, criterion, table, error);
    if (status == BMA_OK && strcmp(comparing->format, "text") == 0)
        bma_page_criterion(&comparing->matrix, criterion, table, page);
    return status;
}

/* Coders give levels, and no clauses that could be quoted. */
static bool any_text(const struct bma_matrix *matrix)
{
    for (uint32_t i = 0; i < matrix->agreement_count; i++)
        if (!bma_compared_is_coded(&matrix->agreements[i]))
            return true;
    return false;
}

static enum bma_status write_precedents(struct comparing *comparing, const struct bma_page *page,
                                        uint32_t most, struct bma_table *table, struct bma_error *error)
{
    enum bma_status status;

    if (!any_text(&comparing->matrix))
        return bma_error_set(
            error, BMA_ERROR_INPUT, comparing->values->database, 0, 0,
            "expected agreements weighed from their texts, found coded ones alone, which have "
            "no clauses to quote; 'bma corpus' weighs texts");
    status = bma_view_precedents(comparing->store, &comparing->matrix, &comparing->draft, most, table, error);
    if (status == BMA_OK && strcmp(comparing->format, "text") == 0)
        bma_page_precedents(table, page);
    return status;
}

static enum bma_status write_view(struct comparing *comparing, const struct bma_page *page,
                                  struct bma_table *table, struct bma_error *error)
{
    const struct cli_values *values = comparing->values;
    bool text = strcmp(comparing->format, "text") == 0;
    uint32_t most = values->most > 0 ? (uint32_t)values->most : 0;
    const uint32_t *by_score;
    enum bma_status status;

    switch (comparing->view) {
    case VIEW_MATRIX:
        return write_matrix(comparing, page, table, error);
    case VIEW_CRITERION:
        return write_criterion(comparing, page, table, error);
    case VIEW_GROUPS:
        return bma_view_groups(&comparing->matrix, (enum bma_grouping)(values->by + 1), text, table, error);
    case VIEW_SIMILAR:
        return bma_view_similar(&comparing->matrix, &comparing->draft, most > 0 ? most : SIMILAR, text, table,
                                error);
    case VIEW_PRECEDENTS:
        return write_precedents(comparing, page, most > 0 ? most : PRECEDENTS, table, error);
    case VIEW_CLUSTERS:
        return write_clusters(comparing, text, table, error);
    case VIEW_DISTANCES:
        return bma_view_distances(&comparing->matrix, text, table, error);
    case VIEW_RANK:
        break;
    }
    status = bma_matrix_order(&comparing->matrix, BMA_ORDER_SCORE, &by_score, error);
    if (status == BMA_OK)
        bma_view_rank(&comparing->matrix, by_score, text, table);
    return status;
}

/* What is not on a page of its own goes out as a table. */
static void write_table(const struct comparing *comparing, const struct bma_table *table,
                        const struct bma_page *page)
{
    if (table->view == NULL)
        return;
    if (strcmp(comparing->format, "csv") == 0)
        bma_table_csv(table, page->out);
    else if (strcmp(comparing->format, "json") == 0)
        bma_table_json(table, page->out);
    else if (comparing->view != VIEW_CRITERION && comparing->view != VIEW_PRECEDENTS)
        bma_table_page(table, page);
}

static int report(struct comparing *comparing)
{
    struct bma_buffer out;
    const struct bma_page page = {&out, cli_width(comparing->values), cli_wants_color(comparing->values)};
    struct bma_table table = {.view = NULL};
    struct bma_error error;
    int result = CLI_EXIT_ERROR;

    bma_buffer_init(&out);
    if (write_view(comparing, &page, &table, &error) != BMA_OK)
        result = cli_fail(&error);
    else {
        write_table(comparing, &table, &page);
        if (out.failed || table.failed)
            cli_say("memory ran out while the report was written");
        else if (cli_write(comparing->values->output, out.bytes, out.length))
            result = CLI_EXIT_OK;
    }
    bma_table_release(&table);
    bma_buffer_release(&out);
    return result;
}

int cli_compare(const struct cli_values *values, char **arguments, int count)
{
    struct comparing comparing = {.values = values,
                                  .format = values->format != NULL ? values->format : "text",
                                  .view = view_of(values)};
    struct bma_error error;
    int result = CLI_EXIT_OK;

    if (!is_usable(values, count))
        return CLI_EXIT_ERROR;
    bma_arena_init(&comparing.matrix.arena);
    bma_arena_init(&comparing.draft.arena);
    comparing.weighs = weighs(values);
    if (comparing.weighs && !cli_session_open(&comparing.session, values->pack, values->profile, &error))
        return cli_fail(&error);
    if (!comparing.weighs && is_asked(&comparing, offsetof(struct cli_values, pack)) &&
        !cli_pack_open(values->pack, &comparing.pack, &error))
        return cli_fail(&error);
    if (load(&comparing, arguments, count, &error) != BMA_OK)
        result = cli_fail(&error);
    if (result == CLI_EXIT_OK)
        result = report(&comparing);
    if (result == CLI_EXIT_OK && comparing.matrix.rule_errors + comparing.draft.rule_errors > 0)
        result = cli_rules_failed(comparing.matrix.rule_errors + comparing.draft.rule_errors);
    bma_matrix_release(&comparing.matrix);
    bma_matrix_release(&comparing.draft);
    bma_store_close(comparing.store);
    bma_store_close(comparing.draft_store);
    bma_pack_free(comparing.pack);
    if (comparing.weighs)
        bma_session_close(&comparing.session);
    return result;
}
