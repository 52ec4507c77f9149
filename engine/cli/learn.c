/* bma learn: what clauses that count have in common, from labelled clauses and drafts; and how far to trust
 * it. */
#include "learning/learn.h"
#include "cli/cli.h"
#include "corpus/run.h"
#include "learning/learn_standing.h"

static enum bma_status learn_likeness(const char *pack, char *const *folders, int count,
                                      struct bma_buffer *out, struct bma_error *error)
{
    struct bma_session session;
    struct bma_examples examples;
    enum bma_status status = bma_session_open(&session, pack, NULL, NULL, error);

    if (status != BMA_OK)
        return status;
    status = bma_examples_init(&examples, &session, error);
    for (int i = 0; status == BMA_OK && i < count; i++)
        status = bma_examples_add(&examples, folders[i], error);
    if (status == BMA_OK)
        status = bma_learn(&examples, out, error);
    bma_examples_release(&examples);
    bma_session_close(&session);
    return status;
}

int cli_learn(const struct cli_values *values, char **arguments, int count)
{
    struct bma_buffer out;
    struct bma_error error;
    int result = CLI_EXIT_ERROR;

    if (count == 0) {
        cli_say("learn needs folders of labelled clauses or drafts; 'bma help learn' has an example");
        return CLI_EXIT_ERROR;
    }
    bma_buffer_init(&out);
    if ((values->standing ? bma_learn_standing : learn_likeness)(values->pack, arguments, count, &out,
                                                                 &error) != BMA_OK)
        cli_fail(&error);
    else if (cli_write(values->output, out.bytes, out.length))
        result = CLI_EXIT_OK;
    bma_buffer_release(&out);
    return result;
}
