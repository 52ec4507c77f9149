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
    struct bma_error unwanted, *said = error != NULL ? error : &unwanted;
    struct bma *bma = bma_calloc(1, sizeof *bma);
    enum bma_status status;

    *out = NULL;
    if (bma == NULL)
        return bma_error_memory(said);
    status = bma_session_open(&bma->session, pack, NULL, profile, said);
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

/* Before anything is weighed. */
static enum bma_status find_format(const char *format, const struct bma_report **out, struct bma_error *error)
{
    *out = bma_report_find(format);
    return *out != NULL
               ? BMA_OK
               : bma_error_set(error, BMA_ERROR_USAGE, NULL, 0, 0, "there is no report format '%s'", format);
}

static enum bma_status write_card(const struct bma *bma, const struct bma_report *format, char **report,
                                  size_t *length, struct bma_error *error)
{
    const struct bma_report_options options = {.width = USUAL_WIDTH};
    const struct bma_scorecard *card = &bma->check.card;
    struct bma_buffer out;

    bma_buffer_init(&out);
    format->write(&card, 1, &options, &out);
    *report = bma_buffer_detach(&out, length);
    bma_buffer_release(&out);
    return *report != NULL ? BMA_OK : bma_error_memory(error);
}

enum bma_status bma_check_file(struct bma *bma, const char *path, const char *format, char **report,
                               size_t *length, struct bma_error *error)
{
    struct bma_error unwanted, *said = error != NULL ? error : &unwanted;
    const struct bma_report *writer;
    enum bma_status status = find_format(format, &writer, said);

    *report = NULL;
    if (status == BMA_OK)
        status = bma_session_check(&bma->session, path, &bma->check, said);
    return status == BMA_OK ? write_card(bma, writer, report, length, said) : status;
}

enum bma_status bma_check_text(struct bma *bma, const char *name, const char *bytes, size_t size,
                               const char *format, char **report, size_t *length, struct bma_error *error)
{
    struct bma_error unwanted, *said = error != NULL ? error : &unwanted;
    const struct bma_report *writer;
    enum bma_status status = find_format(format, &writer, said);

    *report = NULL;
    if (status == BMA_OK) /* bytes that are NULL would be those of the file of that name */
        status = bma_session_check_text(&bma->session, name, name, bytes != NULL ? bytes : "",
                                        bytes != NULL ? size : 0, &bma->check, said);
    return status == BMA_OK ? write_card(bma, writer, report, length, said) : status;
}

void bma_report_free(char *report)
{
    bma_free(report);
}
