/* A draft of hostile bytes goes the whole way: read, annotated, judged, scored, reported. */
#include "fuzz.h"

#include "corpus/run.h"
#include "reports/report.h"

static struct bma_session session;
static struct bma_check check;

static void open_once(void)
{
    struct bma_error error;

    if (session.pack != NULL)
        return;
    fuzz_need(bma_session_open(&session, FUZZ_PACK, NULL, NULL, &error) == BMA_OK,
              "the pack cannot be opened");
    bma_check_init(&check);
}

static void report(const char *name)
{
    const struct bma_scorecard *card = &check.card;
    struct bma_report_options options = {.width = 80};
    struct bma_buffer out;

    bma_buffer_init(&out);
    bma_report_find(name)->write(&card, 1, &options, &out);
    bma_buffer_release(&out);
}

/* What begins with a number sign is Markdown. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bma_error error;
    const char *path;

    open_once();
    if (size == 0)
        return 0;
    path = fuzz_file(data[0] == '#' ? "draft.md" : "draft.txt", data, size);
    if (bma_session_check(&session, path, &check, &error) != BMA_OK)
        return 0;
    report("text");
    report("json");
    report("html");
    report("sarif");
    return 0;
}
