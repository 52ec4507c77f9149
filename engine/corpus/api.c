/* The public API over a session. */
#include "bma/bma.h"

#include "base/memory.h"
#include "corpus/run.h"
#include "reports/report.h"

enum { USUAL_WIDTH = 80 };

struct bma {
    struct bma_session session;
    struct bma_check check;
};

const char *bma_version(void)
{
    return BMA_VERSION;
}

enum bma_status bma_open(const char *pack, const char *profile, struct bma **out, struct bma_error *error)
{
    struct bma *bma = bma_calloc(1, sizeof *bma);
    enum bma_status status;

    *out = NULL;
    if (bma == NULL)
        return bma_error_memory(error);
    status = bma_session_open(&bma->session, pack, NULL, profile, error);
    if (status != BMA_OK) {
        bma_free(bma);
        return status;
    }
    bma_check_init(&bma->check);
    *out = bma;
    return BMA_OK;
}

void bma_close(struct bma *bma)
{
    if (bma == NULL)
        return;
    bma_check_release(&bma->check);
    bma_session_close(&bma->session);
    bma_free(bma);
}

enum bma_status bma_check_file(struct bma *bma, const char *path, const char *format, char **report,
                               size_t *length, struct bma_error *error)
{
    const struct bma_report_options options = {.width = USUAL_WIDTH};
    const struct bma_report *writer = bma_report_find(format);
    const struct bma_scorecard *card = &bma->check.card;
    struct bma_buffer out;
    enum bma_status status;

    *report = NULL;
    if (writer == NULL)
        return bma_error_set(error, BMA_ERROR_USAGE, NULL, 0, 0, "there is no report format '%s'", format);
    status = bma_session_check(&bma->session, path, &bma->check, error);
    if (status != BMA_OK)
        return status;
    bma_buffer_init(&out);
    writer->write(&card, 1, &options, &out);
    *report = bma_buffer_detach(&out, length);
    bma_buffer_release(&out);
    return *report != NULL ? BMA_OK : bma_error_memory(error);
}

void bma_report_free(char *report)
{
    bma_free(report);
}
