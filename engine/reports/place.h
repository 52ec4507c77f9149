/*
 * Where evidence stands, as tools that open files understand it, and how it is
 * known again when the draft has moved on.
 */
#ifndef BMA_REPORTS_PLACE_H
#define BMA_REPORTS_PLACE_H

#include "base/buffer.h"
#include "findings/finding.h"
#include "scoring/baseline.h"

/*
 * Whether offsets, lines and columns are those of the file at document->path: true of plain text
 * and Markdown, false of formats that are unpacked first and of articles inside a case file.
 */
bool bma_place_in_file(const struct bma_document *document);

/*
 * The path as it should stand in a report: without "./", and relative to `base` where it lies
 * below that folder.  Points into path.
 */
const char *bma_place_relative(const char *path, const char *base);

/* Behind a citation, which may be empty: ", line 12", or "line 12". */
void bma_place_line(struct bma_buffer *out, const char *citation, uint32_t line);

/*
 * Names a finding by criterion, article and words, never by its line: bma_fingerprint() with the
 * article beside the criterion.  evidence may be NULL.  False when memory is out.
 */
bool bma_place_fingerprint(const char *criterion, const struct bma_evidence *evidence,
                           char out[BMA_FINGERPRINT_SIZE]);

#endif
