/* bma show: how a draft was read. */
#include "cli/cli.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "corpus/run.h"
#include "document/dump.h"
#include "language/dump.h"

#include <string.h>
#include <unistd.h>

enum { TREE = 1, SOURCE = 2, FEATURES = 4 }; /* what is shown */

static const struct cli_effect effects[] = {
    {offsetof(struct cli_values, format), TREE, "with --text or --features, which are text"},
    {offsetof(struct cli_values, features), FEATURES, "with --text"},
    {0, 0, NULL},
};

/* What each clause does: the draft is annotated as for a check. */
static enum bma_status dump_features(const struct bma_pack *pack, const struct bma_case *agreement,
                                     struct bma_buffer *out, struct bma_error *error)
{
    struct bma_annotator *annotator = NULL;
    struct bma_annotated text;
    struct bma_arena arena;
    enum bma_status status = bma_annotator_new(pack->lexicon, &annotator, error);

    bma_arena_init(&arena);
    if (status == BMA_OK)
        status = bma_annotate_between(annotator, agreement->document, agreement->parties,
                                      agreement->party_count, &arena, &text, error);
    if (status == BMA_OK)
        bma_annotated_dump(&text, out);
    bma_arena_release(&arena);
    bma_annotator_free(annotator);
    return status;
}

/* The source is given byte for byte but to a terminal. */
static bool is_exact(const struct cli_values *values)
{
    return values->text && (!cli_is_standard_output(values->output) || !isatty(STDOUT_FILENO));
}

static enum bma_status dump(const struct cli_values *values, const struct bma_pack *pack,
                            const struct bma_case *agreement, struct bma_buffer *out, struct bma_error *error)
{
    const struct bma_document *document = agreement->document;

    if (values->features && !values->text)
        return dump_features(pack, agreement, out, error);
    if (values->text)
        bma_buffer_add(out, document->source, document->source_length);
    else if (values->format != NULL && strcmp(values->format, "json") == 0)
        bma_document_dump_json(document, out);
    else
        bma_document_dump(document, out);
    return BMA_OK;
}

static int show(const struct cli_values *values, const struct bma_pack *pack,
                const struct bma_case *agreement)
{
    struct bma_buffer out;
    struct bma_error error;
    enum bma_status status;
    int result;

    bma_buffer_init(&out);
    status = dump(values, pack, agreement, &out, &error);
    if (status == BMA_OK && out.failed)
        status = bma_error_memory(&error);
    if (status != BMA_OK)
        result = cli_fail(&error);
    else if (is_exact(values) ? cli_write(values->output, out.bytes, out.length)
                              : cli_write_lines(values->output, &out))
        result = CLI_EXIT_OK;
    else
        result = CLI_EXIT_ERROR;
    bma_buffer_release(&out);
    return result;
}

int cli_show(const struct cli_values *values, char **arguments, int count)
{
    struct bma_pack *pack = NULL;
    struct bma_case *agreement = NULL;
    struct bma_error error;
    int result = CLI_EXIT_ERROR;

    if (count != 1) {
        cli_say("show takes one draft or case file");
        return CLI_EXIT_ERROR;
    }
    if (!cli_options_matter(cli_show_options, values, effects,
                            values->text       ? SOURCE
                            : values->features ? FEATURES
                                               : TREE))
        return CLI_EXIT_ERROR;
    if (cli_pack_open(values->pack, &pack, &error) &&
        bma_case_read(arguments[0], bma_lexicon_conventions(pack->lexicon), &agreement, &error) == BMA_OK)
        result = show(values, pack, agreement);
    else
        result = cli_fail(&error);
    bma_case_free(agreement);
    bma_pack_free(pack);
    return result;
}
