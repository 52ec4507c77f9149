/*
 * .bma.yaml: the options that a folder of drafts shares.  Looked for beside the file, or in
 * the folder that is named, and upward from there, as far as the root of the file system or the first folder
 * with .git in it.
 */
#ifndef BMA_CLI_CONFIG_H
#define BMA_CLI_CONFIG_H

#include "base/arena.h"
#include "base/yaml_tree.h"
#include "cli/cli.h"

struct cli_config {
    struct bma_arena arena; /* holds the words that options were set to */
    const char *path;       /* NULL: there is none */
    const struct bma_yaml *root;
};

/* file: or a folder; NULL: from the current folder.  Returns the exit code; in every case:
 * cli_config_close(). */
int cli_config_read(const char *file, struct cli_config *out);
void cli_config_close(struct cli_config *config);

/* Sets the options that the file names and the command line does not; returns the exit code. */
int cli_config_apply(struct cli_config *config, const struct cli_command *command, struct cli_values *values);

/* What the file says of an option, or NULL. */
const struct bma_yaml *cli_config_find(const struct cli_config *config, const char *name);

#endif
