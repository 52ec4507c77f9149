/* bma import: agreements that people coded topic by topic. */
#include "cli/cli.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "cli/columns.h"
#include "corpus/coded.h"
#include "corpus/run.h"

#include <string.h>

enum { ANY_ITEMS = 64, STORES = 1 };

static const struct cli_effect effects[] = {
    {offsetof(struct cli_values, profile), STORES, "without --db: it weighs what is stored"},
    {0, 0, NULL},
};

/* What --any asks for; items point into `found`. */
struct any_options {
    struct bma_coded_any groups[CLI_LIST_MOST];
    uint32_t found[CLI_LIST_MOST][ANY_ITEMS];
    char names[CLI_LIST_MOST][64];
};

/* One of the words that the table of options allows; NULL is text. */
static enum bma_coded_format format_of(const char *word)
{
    return word == NULL || strcmp(word, "text") == 0 ? BMA_CODED_TEXT
           : strcmp(word, "csv") == 0                ? BMA_CODED_CSV
                                                     : BMA_CODED_JSON;
}

static bool find_item(const struct bma_coded *coded, const char *name, size_t length, uint32_t *out)
{
    for (uint32_t i = 0; i < coded->item_count; i++)
        if (strlen(coded->items[i].id) == length && strncmp(coded->items[i].id, name, length) == 0) {
            *out = i;
            return true;
        }
    cli_say("--any: the map has no topic '%.*s'", (int)length, name);
    return false;
}

/* NAME=ITEM,ITEM… */
static bool read_any(const struct bma_coded *coded, const char *word, struct any_options *out, int at)
{
    struct bma_coded_any *group = &out->groups[at];
    size_t length = strcspn(word, "=");

    if (word[length] == '\0' || length == 0 || length >= sizeof out->names[at]) {
        cli_say("--any takes NAME=TOPIC,TOPIC…, not '%s'", word);
        return false;
    }
    memcpy(out->names[at], word, length);
    out->names[at][length] = '\0';
    *group = (struct bma_coded_any){out->names[at], out->found[at], 0};
    for (word += length + 1; *word != '\0'; word += length, word += *word == ',') {
        length = strcspn(word, ",");
        if (group->count == ANY_ITEMS || !find_item(coded, word, length, &out->found[at][group->count]))
            return false;
        group->count++;
    }
    return true;
}

static int report(const struct cli_values *values, const struct bma_coded *coded, const struct bma_pack *pack,
                  const struct any_options *any)
{
    struct bma_buffer out;
    int result = CLI_EXIT_ERROR;

    bma_buffer_init(&out);
    bma_coded_report(coded, pack, any->groups, (uint32_t)values->any.count, format_of(values->format), &out);
    if (out.failed)
        cli_say("memory ran out while the report was written");
    else if (cli_write(values->output, out.bytes, out.length))
        result = CLI_EXIT_OK;
    bma_buffer_release(&out);
    return result;
}

static int write_cases(const struct cli_values *values, const struct bma_coded *coded,
                       const struct bma_pack *pack)
{
    struct bma_error error;

    if (values->cases != NULL && bma_coded_cases(coded, pack, values->cases, &error) != BMA_OK)
        return cli_fail(&error);
    return CLI_EXIT_OK;
}

static int store(const struct cli_values *values, const struct bma_coded *coded, struct bma_pack *pack)
{
    struct bma_store *database = NULL;
    struct bma_error error;
    enum bma_status status;

    if (values->database == NULL)
        return CLI_EXIT_OK;
    status = bma_store_open(values->database, BMA_STORE_WRITE, &database, &error);
    if (status == BMA_OK)
        status = bma_coded_store(coded, pack, values->profile, database, &error);
    bma_store_close(database);
    return status == BMA_OK ? CLI_EXIT_OK : cli_fail(&error);
}

static int import(const struct cli_values *values, struct bma_pack *pack)
{
    struct bma_coded_columns columns;
    struct any_options any;
    struct bma_coded coded;
    struct bma_error error;
    int result = CLI_EXIT_OK;

    if (!cli_columns_read(values, &columns))
        return CLI_EXIT_ERROR;
    if (bma_coded_read(values->coded, values->map, &columns, pack, &coded, &error) != BMA_OK)
        result = cli_fail(&error);
    for (int i = 0; result == CLI_EXIT_OK && i < values->any.count; i++)
        if (!read_any(&coded, values->any.words[i], &any, i))
            result = CLI_EXIT_ERROR;
    if (result == CLI_EXIT_OK)
        result = write_cases(values, &coded, pack);
    if (result == CLI_EXIT_OK)
        result = store(values, &coded, pack);
    if (result == CLI_EXIT_OK)
        result = report(values, &coded, pack, &any);
    bma_coded_release(&coded);
    return result;
}

int cli_import(const struct cli_values *values, char **arguments, int count)
{
    struct bma_pack *pack = NULL;
    struct bma_error error;
    int result;

    if (count > 0) {
        cli_say("import takes no argument such as '%s'", arguments[0]);
        return CLI_EXIT_ERROR;
    }
    if (values->coded == NULL || values->map == NULL) {
        cli_say("import needs --coded FILE and --map FILE; 'bma help import' has examples");
        return CLI_EXIT_ERROR;
    }
    if (!cli_options_matter(cli_import_options, values, effects, values->database != NULL ? STORES : 0u))
        return CLI_EXIT_ERROR;
    if (cli_pack_open(values->pack, &pack, &error))
        result = import(values, pack);
    else
        result = cli_fail(&error);
    bma_pack_free(pack);
    return result;
}
