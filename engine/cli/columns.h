/* Which columns of a coding table are its id, title, year and parties; private to this room. */
#ifndef BMA_CLI_COLUMNS_H
#define BMA_CLI_COLUMNS_H

#include "cli/cli.h"
#include "corpus/coded.h"

/* From --column ROLE=NAME; what is not given is left to bma_coded_read().  False after saying why not. */
bool cli_columns_read(const struct cli_values *values, struct bma_coded_columns *out);

#endif
