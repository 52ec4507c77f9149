/* Finds .bma.yaml, reads it strictly, and sets options from it. */
#define _XOPEN_SOURCE 700 /* realpath() is part of POSIX.1-2008 by its XSI option */

#include "cli/config.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "scoring/scorecard.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME ".bma.yaml"

static const struct bma_yaml_field keys[] = {
    {"pack", BMA_YAML_SCALAR, false},      {"profile", BMA_YAML_SCALAR, false},
    {"min-score", BMA_YAML_SCALAR, false}, {"fail-level", BMA_YAML_SCALAR, false},
    {"voice", BMA_YAML_SCALAR, false},     {"waivers", BMA_YAML_SCALAR, false},
    {"baseline", BMA_YAML_SCALAR, false},  {NULL, BMA_YAML_SCALAR, false},
};

/* folder + "/" + name fits into path; whether there is such a file. */
static bool join(char path[PATH_MAX], const char *folder, const char *name)
{
    size_t length = strlen(folder), more = strlen(name);
    struct stat about;

    if (length + more + 2 > PATH_MAX)
        return false;
    memcpy(path, folder, length);
    path[length] = '/';
    memcpy(path + length + 1, name, more + 1);
    return lstat(path, &about) == 0; /* a link that leads nowhere is there, and cannot be read */
}

/* Cuts the last name off; false at the root. */
static bool go_up(char *folder)
{
    char *slash = strrchr(folder, '/');

    if (slash == NULL || folder[0] == '\0')
        return false;
    *slash = '\0';
    return true;
}

/* The folder to begin with: what is named itself, where it is one, else that of the file. */
static bool begin(const char *file, char folder[PATH_MAX])
{
    if ((file == NULL || realpath(file, folder) == NULL) && realpath(".", folder) == NULL)
        return false;
    if (!bma_is_folder(folder))
        return go_up(folder);
    if (strcmp(folder, "/") == 0)
        folder[0] = '\0';
    return true;
}

static bool find(const char *file, char path[PATH_MAX])
{
    char folder[PATH_MAX], git[PATH_MAX];

    for (bool more = begin(file, folder); more; more = go_up(folder)) {
        if (join(path, folder, NAME))
            return true;
        if (join(git, folder, ".git"))
            return false;
    }
    return false;
}

static int parse(struct cli_config *config)
{
    struct bma_error error;
    char *bytes = NULL;
    size_t length = 0;
    enum bma_status status = bma_file_read(config->path, BMA_YAML_MAX_BYTES, &bytes, &length, &error);

    if (status == BMA_OK)
        status = bma_yaml_parse(bytes, length, config->path, &config->arena, &config->root, &error);
    bma_free(bytes);
    if (status == BMA_OK)
        status = bma_yaml_expect(config->root, keys, config->path, &error);
    return status == BMA_OK ? CLI_EXIT_OK : cli_fail(&error);
}

int cli_config_read(const char *file, struct cli_config *out)
{
    char path[PATH_MAX];

    memset(out, 0, sizeof *out);
    bma_arena_init(&out->arena);
    if (!find(file, path))
        return CLI_EXIT_OK;
    out->path = bma_arena_strndup(&out->arena, path, strlen(path));
    if (out->path != NULL)
        return parse(out);
    cli_say("memory ran out while " NAME " was read");
    return CLI_EXIT_ERROR;
}

void cli_config_close(struct cli_config *config)
{
    bma_arena_release(&config->arena);
    memset(config, 0, sizeof *config);
}

const struct bma_yaml *cli_config_find(const struct cli_config *config, const char *name)
{
    return config->root != NULL ? bma_yaml_get(config->root, name) : NULL;
}

/* Names of files are relative to the folder of .bma.yaml; the name of a profile of the pack is none. */
static bool names_file(const char *key, const char *word)
{
    return strcmp(key, "profile") != 0 || bma_scoring_is_file(word);
}

static const char *located(struct cli_config *config, const struct bma_yaml *node)
{
    int folder = (int)(strlen(config->path) - strlen(NAME));

    if (node->text[0] == '/' || !names_file(node->key, node->text))
        return node->text;
    return bma_arena_printf(&config->arena, "%.*s%s", folder, config->path, node->text);
}

static enum bma_status set(struct cli_config *config, const struct cli_option *option,
                           const struct bma_yaml *node, struct cli_values *values, struct bma_error *error)
{
    void *member = (char *)values + option->offset;
    const char *word;

    if (option->kind == CLI_NUMBER)
        return bma_yaml_number(node, option->low, option->high, config->path, member, error);
    if (option->kind == CLI_CHOICE)
        return bma_yaml_choice(node, option->choices, config->path, member, error);
    if (node->length == 0)
        return bma_error_set(error, BMA_ERROR_INPUT, config->path, node->line, node->column,
                             "expected a value for %s, found nothing", node->key);
    word = located(config, node);
    *(const char **)member = word;
    return word != NULL ? BMA_OK : bma_error_memory(error);
}

int cli_config_apply(struct cli_config *config, const struct cli_command *command, struct cli_values *values)
{
    const struct cli_option *option = command->options;
    struct bma_error error;

    for (unsigned i = 0; option[i].name != NULL; i++) {
        const struct bma_yaml *node = cli_config_find(config, option[i].name);
        if (node == NULL || values->given & 1u << i)
            continue;
        values->configured |= 1u << i;
        if (set(config, &option[i], node, values, &error) != BMA_OK)
            return cli_fail(&error);
    }
    return CLI_EXIT_OK;
}
