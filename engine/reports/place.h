/*
 * Where evidence stands, as tools that open files understand it, and how it is
 * known again when the draft has moved on.
 */
#ifndef BMA_REPORTS_PLACE_H
#define BMA_REPORTS_PLACE_H

#include "base/buffer.h"
#include "findings/finding.h"

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

/*
 * 64 hexadecimal digits that name a finding by criterion, article and words, never by its line:
 * SHA-256 of the three with case, punctuation and white space of the quote set aside.  Citation and
 * quote may be NULL.
 */
void bma_place_fingerprint(const char *criterion, const char *citation, const char *quote, char out[65]);

#endif
