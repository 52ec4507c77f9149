/*
 * Text of a draft, a case file or a rule pack on its way into a report.
 * None of it is trusted.  In every form control characters, and those that turn
 * the direction of writing or take no room, become U+FFFD, so that what a
 * reader sees is what stands there; bytes that are no UTF-8 become U+FFFD too.
 * Unless a function says otherwise, a run of white space becomes one space.
 */
#ifndef BMA_REPORTS_ESCAPE_H
#define BMA_REPORTS_ESCAPE_H

#include "base/buffer.h"

/* NULL text is the empty one, in all that follow. */
void bma_escape_plain(struct bma_buffer *out, const char *text);

/* Text and attribute values of XML and HTML. */
void bma_escape_xml(struct bma_buffer *out, const char *text);
/* The same for bytes[0..length), with tabs and line ends kept. */
void bma_escape_xml_bytes(struct bma_buffer *out, const char *bytes, size_t length);

/*
 * Markdown as forges render it: no markup, and no mention of a person or an
 * issue.  At most `most` characters of text, then an ellipsis; 0 for all.
 */
void bma_escape_markdown(struct bma_buffer *out, const char *text, size_t most);

/* A field of CSV in quotation marks; what a spreadsheet would take for a formula gets an apostrophe. */
void bma_escape_csv(struct bma_buffer *out, const char *text);

/* A number with three decimals at most, and a point whatever the locale; nothing for NaN and what has no end.
 */
void bma_escape_number(struct bma_buffer *out, double number);

/* The message, or a property, of a workflow command (::warning file=property::message). */
void bma_escape_message(struct bma_buffer *out, const char *text);
void bma_escape_property(struct bma_buffer *out, const char *text);

/* A path as the path of a URI: bytes that may not stand there as %XX. */
void bma_escape_uri(struct bma_buffer *out, const char *path);

#endif
