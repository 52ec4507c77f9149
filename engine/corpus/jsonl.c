#include "corpus/corpus.h"

#include "reports/json_writer.h"
#include "reports/report.h"

/* The writer lays JSON out in lines, and no string holds a raw line end: joining them changes no value. */
static void join_lines(struct bma_buffer *out, size_t start)
{
    size_t to = start;

    for (size_t from = start; from < out->length; from++) {
        if (out->bytes[from] != '\n') {
            out->bytes[to++] = out->bytes[from];
            continue;
        }
        while (from + 1 < out->length && out->bytes[from + 1] == ' ')
            from++;
    }
    out->length = to;
    bma_buffer_addc(out, '\n');
}

void bma_jsonl_card(const struct bma_scorecard *card, struct bma_buffer *out)
{
    const struct bma_report_options options = {.width = 80};
    size_t start = out->length;

    bma_report_find("json")->write(&card, 1, &options, out);
    join_lines(out, start);
}

void bma_jsonl_failure(const char *name, const struct bma_error *why, struct bma_buffer *out)
{
    struct bma_json json;
    size_t start = out->length;

    bma_json_init(&json, out);
    bma_json_object(&json, NULL);
    bma_json_string(&json, "schema", "bma-failure/1");
    bma_json_string(&json, "name", name);
    bma_json_object(&json, "error");
    bma_json_string(&json, "message", why->message);
    bma_json_string(&json, "file", why->file);
    bma_json_number(&json, "line", why->line);
    bma_json_number(&json, "column", why->column);
    bma_json_object_end(&json);
    bma_json_object_end(&json);
    join_lines(out, start);
}
