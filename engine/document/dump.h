/*
 * A document's tree for people and programs: how a draft was read.
 *
 * The text form has one line per division and one per clause, indented by
 * depth:
 *
 *     article 5 "Article 5"
 *       12:1 heading  Annual Plan
 *       paragraph 1 "Article 5(1)"
 *         13:1 operative  By 30 September each year …
 *
 * A clause shows line:column, its zone, "item" when it is one, "< n" when clause
 * n is its lead-in, and its text with runs of white space as one space.
 */
#ifndef BMA_DOCUMENT_DUMP_H
#define BMA_DOCUMENT_DUMP_H

#include "base/buffer.h"
#include "document/document.h"

void bma_document_dump(const struct bma_document *document, struct bma_buffer *out);

/* The same as one JSON object: {"schema":"bma-document/1", …, "nodes":[…], "clauses":[…]}. */
void bma_document_dump_json(const struct bma_document *document, struct bma_buffer *out);

#endif
