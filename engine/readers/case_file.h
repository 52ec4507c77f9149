/*
 * The case file: what a ministry writes around a draft (docs/formats.md).
 */
#ifndef BMA_READERS_CASE_FILE_H
#define BMA_READERS_CASE_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "document/conventions.h"
#include "document/document.h"
#include "document/party.h"

#include <stdbool.h>

enum bma_instrument {
    BMA_INSTRUMENT_UNKNOWN, /* to be told from the text */
    BMA_INSTRUMENT_TREATY,
    BMA_INSTRUMENT_MOU,
    BMA_INSTRUMENT_LETTERS,
    BMA_INSTRUMENT_PROTOCOL
};
const char *
bma_instrument_name(enum bma_instrument instrument); /* "treaty" … "exchange-of-letters", NULL for unknown */
/* The instrument of that name; false where there is none. */
bool bma_instrument_find(const char *name, enum bma_instrument *out);

/* One fact of the dossier, flattened: key "consulted.employers", value "drafting", or "true". */
struct bma_fact {
    const char *key;
    const char *value;
    uint32_t line; /* in the case file */
};

/* What a human coder found on one criterion. */
struct bma_coding {
    const char *criterion;
    int level; /* 0–4, or -1 for not applicable */
    bool contradicted;
    const char *article; /* may be "" */
    const char *note;    /* may be "" */
    uint32_t line;
};

/* A shortfall that somebody answers for: shown, never hidden. */
struct bma_waiver {
    const char *criterion;
    const char *justification;
    const char *by;    /* may be "" */
    const char *until; /* "YYYY-MM-DD" or "" */
    uint32_t line;
};

/* A year outside is a slip of the pen, wherever it stands. */
enum { BMA_EARLIEST_YEAR = 1800, BMA_LATEST_YEAR = 2200 };

struct bma_case {
    struct bma_arena arena;
    const char *path;
    const char *title; /* NULL: the document's own */
    enum bma_instrument instrument;
    bool instrument_told; /* from the text (instrument.h), not stated in the case file */
    int year;             /* of signature or of the draft; 0 where not known */
    bool year_told;       /* likewise from the text */
    struct bma_party *parties;
    size_t party_count;
    struct bma_fact *facts;
    size_t fact_count;
    struct bma_coding *codings;
    size_t coding_count;
    struct bma_coding *left_open; /* looked at by the coder and not decided: their level says nothing */
    size_t left_open_count;
    struct bma_waiver *waivers;
    size_t waiver_count;
    struct bma_document *document; /* never NULL after bma_case_read() */
    bool without_text;             /* the document is empty: what the coder gave is all that is known */
};

/* By its name: it ends in .yaml or .yml. */
bool bma_is_case_file(const char *path);

/*
 * The path of the text that the case file of this path and these bytes names, on the heap; NULL where it
 * names none, is no YAML, or memory is out.  Whether there is such a text, and may be, bma_case_read() says.
 */
char *bma_case_text_path(const char *path, const char *bytes, size_t length);

/*
 * Reads either a case file (bma_is_case_file()) with the text that it
 * names, or a bare text, which makes a case with nothing but the document.  A case file
 * may do without a text where a coder's levels stand in it.
 * *out belongs to the caller: bma_case_free().
 */
enum bma_status bma_case_read(const char *path, const struct bma_conventions *conventions,
                              struct bma_case **out, struct bma_error *error);

/* A bare text in memory as a case; name is what it is called, `like` as in bma_read_text(). */
enum bma_status bma_case_from_text(const char *name, const char *like, const char *bytes, size_t length,
                                   const struct bma_conventions *conventions, struct bma_case **out,
                                   struct bma_error *error);

/*
 * A file of waivers alone (`waivers:`, as in a case file).  *out is a case of
 * nothing else: its document is NULL.
 */
enum bma_status bma_waivers_read(const char *path, struct bma_case **out, struct bma_error *error);

/*
 * The first fact of the dossier under key, or under a key below it ("consulted" has "consulted.employers"),
 * that says yes: something else than nothing, false, no or none.  NULL where there is none, or no case.
 */
const struct bma_fact *bma_case_fact(const struct bma_case *agreement, const char *key);

/* Whether text is a day of the calendar, written YYYY-MM-DD. */
bool bma_is_date(const char *text);

void bma_case_free(struct bma_case *agreement);

#endif
