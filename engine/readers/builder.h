/*
 * The tree while it grows: the divisions that are open, from the root down.
 * Shared by structure.c (which decides what a block is), divisions.c (what labels and
 * headings open), tree.c (which opens and closes divisions), outline.c (which looks
 * over the whole draft first), titles.c (which finds its title) and blocks.c (what a block is).
 */
#ifndef BMA_READERS_BUILDER_H
#define BMA_READERS_BUILDER_H

#include "readers/draft.h"

enum { BMA_MAX_DEPTH = 32, BMA_LONGEST_SALUTATION = 5 /* words */ };

/* The order in which divisions hold one another; opening one closes all of its rank and above. */
enum bma_rank {
    BMA_RANK_ROOT,
    BMA_RANK_SECTION, /* annex, letter */
    BMA_RANK_PART,    /* part, and title, preamble, closing */
    BMA_RANK_ARTICLE,
    BMA_RANK_PARAGRAPH,
    BMA_RANK_ITEM
};

struct bma_open {
    uint32_t node;
    enum bma_rank rank;
    enum bma_marker_style style; /* of the marker that opened it */
    uint32_t ordinal, parts;
    const char *word; /* of the label that opened it */
    uint32_t lead_in; /* of the list it belongs to */
    bool points;      /* an article that a mere number opened */
};

/* Where the sections that are counted through a draft have their titles. */
enum bma_titles {
    BMA_TITLES_PLAIN,  /* nowhere, or as everywhere: "5. Numbers" */
    BMA_TITLES_ABOVE,  /* "Numbers" above "5  The Office …" */
    BMA_TITLES_BEHIND, /* "5. Numbers. The Office …" */
};

struct bma_outline {
    size_t title, title_stop; /* the blocks of the title proper */
    size_t title_end;         /* blocks before it are the title and remarks around it */
    size_t preamble_end;      /* blocks from title_end to here are the preamble */
    size_t last_article;      /* the block that opens it; nothing above it closes the text */
    bool articles;            /* divisions are labelled with a word that means article and nothing else */
    bool labels;              /* divisions are labelled with some word */
    bool letters;
    enum bma_titles titles;
};

struct bma_builder {
    struct bma_draft *draft;
    struct bma_outline outline;
    struct bma_open open[BMA_MAX_DEPTH];
    size_t depth;       /* open[depth - 1] is the innermost */
    size_t block;       /* the one being read */
    enum bma_zone zone; /* of plain words at this place */
    uint32_t columns;   /* the clause that heads the columns of the table that is read, or BMA_NONE */
    uint32_t last;      /* the clause before, as long as a list may hang on it; else BMA_NONE */
    bool in_closing, in_annex, in_letter;
    bool above_salutation; /* of the letter that has been opened */
    uint32_t letter_count;
    uint32_t sections; /* that section_titles.c has opened */
};

static inline struct bma_block *bma_block_at(const struct bma_builder *builder, size_t index)
{
    return &builder->draft->blocks[index];
}

static inline struct bma_span bma_block_span(const struct bma_block *block)
{
    return (struct bma_span){block->start, block->end};
}

/* The zone of what is no title, preamble or closing at this place. */
static inline enum bma_zone bma_main_zone(const struct bma_builder *builder)
{
    return builder->in_annex ? BMA_ZONE_ANNEX : BMA_ZONE_OPERATIVE;
}

/* titles.c */
/* The first block of the title proper. */
size_t bma_title_first(const struct bma_draft *draft);
/* Behind the title and the remarks around it. */
size_t bma_title_end(const struct bma_draft *draft, const struct bma_outline *outline);
/* Where remarks on the text follow the title proper: "Text after the second round". */
size_t bma_title_stop(const struct bma_draft *draft, const struct bma_outline *outline);
/* "AGREEMENT" / "between" / "The Republic of …" / "and" / "The Kingdom of …" / "on the employment of …" */
bool bma_title_continues(const struct bma_draft *draft, size_t block);
bool bma_block_names_instrument(const struct bma_draft *draft, size_t block);

/* outline.c */
void bma_outline_read(struct bma_draft *draft, struct bma_outline *outline);
/* "Accept, Excellency, …", "The Ministry avails itself of this opportunity to renew …", "Done at …". */
bool bma_block_closes_letter(const struct bma_draft *draft, const struct bma_block *block);

/* blocks.c: what a block is. */
bool bma_block_is_heading(const struct bma_draft *draft, const struct bma_outline *outline, size_t block);
/* "… have agreed as follows:" */
bool bma_block_ends_preamble(const struct bma_draft *draft, size_t block);
/* A block that a label opens: kind PART, ARTICLE, PARAGRAPH or ANNEX; AGREEMENT where none does. */
enum bma_node_kind bma_block_label(const struct bma_draft *draft, const struct bma_outline *outline,
                                   size_t block, struct bma_label *label);
/* In brackets from the place on to its end. */
bool bma_block_is_bracketed(const struct bma_draft *draft, const struct bma_block *block, uint32_t from);
/* Whether a label of those words opens it, and no sentence does. */
bool bma_block_reads(const struct bma_draft *draft, const struct bma_block *block,
                     const struct bma_words *words, bool bare, struct bma_label *label);
bool bma_block_is_lower(const struct bma_draft *draft, size_t block);
bool bma_block_is_salutation(const struct bma_draft *draft, const struct bma_block *block);
bool bma_block_is_recital(const struct bma_draft *draft, size_t block);
/* "RECITALS", "Background": what stands below tells why. */
bool bma_block_heads_preamble(const struct bma_draft *draft, size_t block);
bool bma_block_opens_division(const struct bma_draft *draft, const struct bma_outline *outline, size_t block);
/* "3 ": a number of two figures at most without a stop, and where the words behind it begin. */
bool bma_block_bare_number(const struct bma_draft *draft, const struct bma_block *block,
                           struct bma_marker *marker);
/* A longer block below that ends a sentence, one that ends with a colon, or leads on with a dash: "In this
 * text, unless it says otherwise, –" */
bool bma_block_heads_words(const struct bma_draft *draft, size_t block);
/* Whether articles are headed "1 Scope", "2 Fees", "3 Return" without a stop, each with text or (1) below it.
 */
bool bma_blocks_count_bare(const struct bma_draft *draft);
/* The same of paragraphs: sentences well apart from their numbers. */
bool bma_blocks_count_bare_sentences(const struct bma_draft *draft);
/* A marker at the start of a block; also a number without a stop that heads paragraphs 3.1 or (1), or words.
 */
bool bma_block_marker(const struct bma_draft *draft, size_t block, struct bma_marker *marker);

/* tree.c */
struct bma_open *bma_tree_top(struct bma_builder *builder);
void bma_tree_close(struct bma_builder *builder, enum bma_rank rank);
/* Opens a division under the innermost one; NULL when memory is out or it lies too deep. */
struct bma_open *bma_tree_open(struct bma_builder *builder, enum bma_node_kind kind, enum bma_rank rank,
                               struct bma_span label, struct bma_span number, uint32_t ordinal);
void bma_tree_heading(struct bma_builder *builder, struct bma_span span);
void bma_tree_words(struct bma_builder *builder, struct bma_span span, bool is_item, uint32_t lead_in);
bool bma_tree_has(const struct bma_builder *builder, enum bma_rank rank);
/* Ends of spans, counts of clauses, places in the source: once everything is read. */
void bma_tree_finish(struct bma_builder *builder);

/* divisions.c: the block being read opens a division. */
void bma_division_label(struct bma_builder *builder, enum bma_node_kind kind, const struct bma_label *label);
/* "3. AUTHORITIES", with 3.1 or text below it. */
bool bma_division_is_numbered(const struct bma_builder *builder, const struct bma_marker *marker);
void bma_division_numbered(struct bma_builder *builder, const struct bma_marker *marker);
/* A heading without a number heads a part where articles follow, else it is an article of its own. */
void bma_division_heading(struct bma_builder *builder);
/* Closes what a division of that kind does not stand in.  word: of its label, or NULL. */
void bma_division_close(struct bma_builder *builder, enum bma_node_kind kind, const char *word);

/* The first words of a division that has been opened, which may begin its first paragraph: "(1) …". */
void bma_division_text(struct bma_builder *builder, struct bma_span text);

/* section_titles.c */
enum bma_titles bma_titles_count(const struct bma_draft *draft, const struct bma_outline *outline);
/* Opens a section that is counted through and has its title so, if one begins here; false: none does. */
bool bma_section_read(struct bma_builder *builder);

/* rows.c */
bool bma_row_at(const struct bma_builder *builder, size_t block);
/* "Item | Paid by | When": the first row, if it is short and ends no sentence, heads the columns of the rest.
 */
bool bma_row_heads_columns(const struct bma_builder *builder);
/*
 * "SCHEDULE OF COSTS" above a table in the midst of an article is a heading there and no annex: what follows
 * the table goes on with the article's paragraphs ("4.2") or with the next article.  label: of the block
 * being read.
 */
bool bma_row_titled(const struct bma_builder *builder, const struct bma_label *label);
/* A row below such a head is an item of it. */
void bma_row_read(struct bma_builder *builder);

/* lists.c: a block that begins with a marker. */
void bma_list_marker(struct bma_builder *builder, const struct bma_marker *marker, struct bma_span body);

#endif
