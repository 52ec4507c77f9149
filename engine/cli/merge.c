#include "corpus/merge.h"

#include "cli/cli.h"

int cli_merge(const struct cli_values *values, char **arguments, int count)
{
    struct bma_error error;

    (void)values;
    if (count < 2) {
        cli_say(
            "merge needs the name of a new database and at least one part; 'bma help merge' has an example");
        return CLI_EXIT_ERROR;
    }
    if (bma_merge(arguments[0], arguments + 1, count - 1, &error) != BMA_OK)
        return cli_fail(&error);
    return CLI_EXIT_OK;
}
