/*
 * The public library: open a rule pack, check a draft, take the report.
 *
 *     struct bma *bma;
 *     struct bma_error error;
 *     char *report;
 *     size_t length;
 *
 *     if (bma_open(NULL, NULL, &bma, &error) == BMA_OK) {
 *         if (bma_check_file(bma, "draft.txt", "json", &report, &length, &error) == BMA_OK) {
 *             fwrite(report, 1, length, stdout);
 *             bma_report_free(report);
 *         }
 *         bma_close(bma);
 *     }
 *
 * A handle serves one thread at a time; several handles may be open at once.
 * The library never prints, and never ends the program.
 *
 * In every function error may be NULL where nobody wants to know more than the status; so may length, as a
 * report is terminated.  No other pointer may be NULL unless it is said.
 */
#ifndef BMA_BMA_H
#define BMA_BMA_H

#include "bma/error.h"
#include "bma/export.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct bma;

BMA_EXPORT const char *bma_version(void);

/*
 * pack is the folder of a rule pack, or NULL for the one that `bma` would
 * take; profile names a scoring profile of it, or is NULL for its default.
 */
BMA_EXPORT enum bma_status bma_open(const char *pack, const char *profile, struct bma **out,
                                    struct bma_error *error);
BMA_EXPORT void bma_close(struct bma *bma); /* NULL is legal */

/*
 * Checks the draft or case file at path and reports in the format named: "text" (of 80 columns, without
 * colour), "json", "html", "markdown", "csv", "sarif", "junit" or "github", as `bma check --format` writes
 * them. *report belongs to the caller: bma_report_free().  On failure it is NULL, and *length is left alone.
 */
BMA_EXPORT enum bma_status bma_check_file(struct bma *bma, const char *path, const char *format,
                                          char **report, size_t *length, struct bma_error *error);

/*
 * The same for a draft in memory, in any format that a file may have.  name is what reports call it; its
 * ending tells what the bytes do not, as that of a file does (".md"), but it makes no case file of them, and
 * no file of that name is opened.  bytes may be NULL where size is 0, and nothing is no draft, as an empty
 * file is none.
 */
BMA_EXPORT enum bma_status bma_check_text(struct bma *bma, const char *name, const char *bytes, size_t size,
                                          const char *format, char **report, size_t *length,
                                          struct bma_error *error);
BMA_EXPORT void bma_report_free(char *report); /* NULL is legal */

#ifdef __cplusplus
}
#endif

#endif
