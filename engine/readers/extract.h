/*
 * Text taken out of a packed format: what a draft's source is then.
 *
 * Word processors, web pages and PDF keep words among other things, so that a
 * byte of the file says nothing to a person.  Their readers write the words
 * down as plain UTF-8, one paragraph to a line with an empty line after it,
 * numbers and bullets where the program that made the file would show them.
 * Offsets, lines and columns of such a document refer to this text
 * (`bma show --text`); its hash is that of the file.
 */
#ifndef BMA_READERS_EXTRACT_H
#define BMA_READERS_EXTRACT_H

#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bma_markup;

/* A line that the format itself calls a heading; level 1 is the title of the whole. */
struct bma_extract_heading {
    uint32_t at; /* offset of a byte within the line */
    uint8_t level;
};

struct bma_extract {
    const char *path; /* for errors */
    struct bma_buffer text;
    struct bma_extract_heading *headings; /* in order of their places */
    size_t heading_count, heading_capacity;
    struct bma_buffer label; /* the number that the next words get in front of them */
    size_t paragraph;        /* where the open paragraph begins */
    bool failed;             /* memory ran out */
};

void bma_extract_init(struct bma_extract *extract, const char *path);
void bma_extract_release(struct bma_extract *extract);

/*
 * Adds words to the open paragraph.  Control characters become spaces, spaces
 * at its start and repeated ones go, as do soft hyphens and what takes no room.
 */
void bma_extract_words(struct bma_extract *extract, const char *bytes, size_t length);
/*
 * Raised figures as signs of their own (⁴), so that a note's mark and a square metre can be told from other
 * figures; false, and nothing added, where the words hold anything but figures and brackets.
 */
bool bma_extract_raised(struct bma_extract *extract, const char *bytes, size_t length);
/* Puts the label in front of the open paragraph; it stays where the paragraph is empty. */
void bma_extract_lead(struct bma_extract *extract);
/* Forgets all that was taken out so far. */
void bma_extract_restart(struct bma_extract *extract);
/* A break of the line inside the paragraph. */
void bma_extract_break(struct bma_extract *extract);
/* The same, but right behind another one it leaves a line empty, and so ends the paragraph. */
void bma_extract_empty_line(struct bma_extract *extract);
/* Ends the paragraph, if it holds anything; level 0 is no heading. */
void bma_extract_end(struct bma_extract *extract, unsigned level);
/*
 * A row of a table: begun, then a call behind each cell, then ended.  Cells of a few words
 * become one line in a frame, "| Briefing | Employment Service | 30 days |", as Markdown
 * writes it; where a cell holds a sentence or several paragraphs the table is a means of
 * layout, and its cells stay paragraphs.
 */
struct bma_extract_row {
    size_t start, cell; /* offsets in the text */
    unsigned filled;    /* cells with words */
    bool plain;         /* no cell holds more than a few words so far */
};

void bma_extract_row_begin(struct bma_extract *extract, struct bma_extract_row *row);
void bma_extract_row_cell(struct bma_extract *extract, struct bma_extract_row *row);
void bma_extract_row_end(struct bma_extract *extract, const struct bma_extract_row *row);

/* BMA_OK, or why the text cannot be used. */
enum bma_status bma_extract_check(struct bma_extract *extract, struct bma_error *error);

/* A number as lists show it, appended to out: '1' decimal, 'a' 'A' letters, 'i' 'I' Roman. */
void bma_extract_number(struct bma_buffer *out, uint32_t number, char style);

/* The formats, each in the file of its name. */
enum bma_status bma_docx_read(const char *bytes, size_t length, struct bma_extract *out,
                              struct bma_error *error);
enum bma_status bma_html_read(const char *bytes, size_t length, struct bma_extract *out,
                              struct bma_error *error);
enum bma_status bma_wide_read(const char *bytes, size_t length, struct bma_extract *out,
                              struct bma_error *error);
enum bma_status bma_pdf_read(const char *bytes, size_t length, struct bma_extract *out,
                             struct bma_error *error);

#endif
