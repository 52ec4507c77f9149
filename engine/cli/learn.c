/* bma learn: what clauses that count have in common, from labelled clauses and drafts. */
#include "learning/learn.h"
#include "cli/cli.h"
#include "corpus/run.h"

static int learn(const struct cli_values *values, struct bma_session *session, char **folders, int count)
{
    struct bma_examples examples;
    struct bma_buffer out;
    struct bma_error error;
    enum bma_status status = bma_examples_init(&examples, session, &error);
    int result = CLI_EXIT_ERROR;

    bma_buffer_init(&out);
    for (int i = 0; status == BMA_OK && i < count; i++)
        status = bma_examples_add(&examples, folders[i], &error);
    if (status == BMA_OK)
        status = bma_learn(&examples, &out, &error);
    if (status != BMA_OK)
        cli_fail(&error);
    else if (cli_write(values->output, out.bytes, out.length))
        result = CLI_EXIT_OK;
    bma_buffer_release(&out);
    bma_examples_release(&examples);
    return result;
}

int cli_learn(const struct cli_values *values, char **arguments, int count)
{
    struct bma_session session;
    struct bma_error error;
    int result;

    if (count == 0) {
        cli_say("learn needs folders of labelled clauses or drafts; 'bma help learn' has an example");
        return CLI_EXIT_ERROR;
    }
    if (!cli_session_open(&session, values->pack, NULL, &error))
        return cli_fail(&error);
    result = learn(values, &session, arguments, count);
    bma_session_close(&session);
    return result;
}
