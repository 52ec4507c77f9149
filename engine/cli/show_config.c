/* bma config: each effective value of bma check, and where it comes from. */
#include "cli/config.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "corpus/run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *origin(const struct cli_values *values, const struct cli_config *config,
                          const struct cli_option *option, unsigned i, char *out, size_t size)
{
    const char *pack = getenv("BMA_PACK"), *no_color = getenv("NO_COLOR");

    if (values->given & 1u << i)
        return "command line";
    if (values->configured & 1u << i) {
        snprintf(out, size, "%s:%u", config->path, (unsigned)cli_config_find(config, option->name)->line);
        return out;
    }
    if (strcmp(option->name, "pack") == 0 && pack != NULL && *pack != '\0')
        return "environment: BMA_PACK";
    if (strcmp(option->name, "color") == 0 && no_color != NULL && *no_color != '\0')
        return "environment: NO_COLOR";
    if (strcmp(option->name, "today") == 0 && getenv("SOURCE_DATE_EPOCH") != NULL)
        return "environment: SOURCE_DATE_EPOCH";
    return "default";
}

static void add_list(struct bma_buffer *out, const struct cli_list *list)
{
    for (int i = 0; i < list->count; i++)
        bma_buffer_addf(out, "%s%s", i > 0 ? " " : "", list->words[i]);
    if (list->count == 0)
        bma_buffer_addc(out, '-');
}

static void add_value(struct bma_buffer *out, const struct cli_values *values,
                      const struct cli_option *option)
{
    const void *member = (const char *)values + option->offset;
    int choice;

    switch (option->kind) {
    case CLI_FLAG:
        bma_buffer_adds(out, *(const bool *)member ? "true" : "false");
        return;
    case CLI_LIST:
        add_list(out, member);
        return;
    case CLI_NUMBER:
        if (*(const double *)member >= option->low) /* what stands for "none" lies below */
            bma_buffer_addf(out, "%g", *(const double *)member);
        else
            bma_buffer_addc(out, '-');
        return;
    case CLI_CHOICE:
        choice = *(const int *)member;
        bma_buffer_adds(out, choice >= 0 ? option->choices[choice] : "-");
        return;
    case CLI_TEXT:
        bma_buffer_adds(out, *(const char *const *)member != NULL ? *(const char *const *)member : "-");
    }
}

int cli_show_config(const struct cli_values *values, char **arguments, int count)
{
    struct cli_values shown = *values;
    struct cli_config config;
    struct bma_buffer out;
    struct bma_error error;
    char *pack = NULL, place[4200];
    int result;

    if (count > 1) {
        cli_say("config takes one draft or case file, or none for the current folder");
        return CLI_EXIT_ERROR;
    }
    if (count > 0 && strcmp(arguments[0], "-") != 0 && access(arguments[0], F_OK) != 0) {
        cli_say("%s: %s", arguments[0], strerror(errno));
        return CLI_EXIT_ERROR;
    }
    result = cli_config_read(count > 0 ? arguments[0] : NULL, &config);
    if (result == CLI_EXIT_OK && bma_pack_locate(values->pack, &pack, &error) != BMA_OK)
        result = cli_fail(&error);
    if (shown.pack == NULL)
        shown.pack = pack;
    bma_buffer_init(&out);
    for (unsigned i = 0; result == CLI_EXIT_OK && cli_check_options[i].name != NULL; i++) {
        const struct cli_option *option = &cli_check_options[i];
        if (option->offset == offsetof(struct cli_values, help))
            continue;
        bma_buffer_addf(&out, "%-15s ", option->name);
        add_value(&out, &shown, option);
        bma_buffer_addf(&out, "  (%s)\n", origin(values, &config, option, i, place, sizeof place));
    }
    if (result == CLI_EXIT_OK && !cli_write_lines(NULL, &out))
        result = CLI_EXIT_ERROR;
    bma_buffer_release(&out);
    bma_free(pack);
    cli_config_close(&config);
    return result;
}
