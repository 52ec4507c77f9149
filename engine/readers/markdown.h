/* What Markdown adds to plain text: see markdown.c. */
#ifndef BMA_READERS_MARKDOWN_H
#define BMA_READERS_MARKDOWN_H

#include "readers/draft.h"

/* Takes the marks of headings, quotes and rules off the lines and notes what they say. */
void bma_markdown_lines(struct bma_draft *draft);

/* Whether plain text is Markdown under another name: a line is set in bold from end to end. */
bool bma_markdown_shown(const struct bma_draft *draft);

/* Moves *at to the next mark of emphasis or backslash before end; its size, or 0 when there is none. */
uint32_t bma_markdown_mark(const char *source, uint32_t *at, uint32_t end);

#endif
