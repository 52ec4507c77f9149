/*
 * Coding tables: agreements that people read and coded topic by topic (docs/coding.md).
 *
 * The table has one row per agreement and one column per topic, with 1 where the
 * agreement has the topic, 0 where it has not (1.0 and 0.0 as well) and nothing, NA or a point
 * where the coder gave nothing.  A map ties each topic to the criteria that it answers: columns
 * `item`, `criteria` (ids with a semicolon between, or nothing) and, if wanted, `level`, which a 1
 * counts as.  Columns of the table that the map does not name are passed over.
 */
#ifndef BMA_CORPUS_CODED_H
#define BMA_CORPUS_CODED_H

#include "base/buffer.h"
#include "corpus/store.h"
#include "rules/pack.h"
#include "scoring/scorecard.h"

enum { BMA_CODED_PARTIES = 8, BMA_CODED_MISSING = -1 };

/*
 * Names of the table's columns.  A column that is named must be there.  NULL, or no party: that of the public
 * data set (treatyID, agreement_title, year, countryA and countryB; no instrument), which but for the id may
 * be missing.
 */
struct bma_coded_columns {
    const char *id, *title, *year, *instrument;
    const char *parties[BMA_CODED_PARTIES];
    uint32_t party_count;
};

struct bma_coded_item {
    const char *id;
    const uint32_t *rules; /* indices into the pack: the criteria that it answers */
    uint32_t rule_count;
    int level;       /* what a 1 counts as, 1 to 4 */
    uint32_t column; /* of the table */
};

struct bma_coded_record {
    const char *id, *title; /* title "" where there is none */
    int year;               /* 0 where there is none */
    enum bma_instrument instrument;
    struct bma_party parties[BMA_CODED_PARTIES];
    uint32_t party_count;
    const signed char *values; /* per item 0, 1 or BMA_CODED_MISSING */
    uint32_t line;             /* of the table */
};

struct bma_coded {
    struct bma_arena arena;
    const char *path;
    struct bma_coded_item *items; /* in the order of the map */
    uint32_t item_count;
    struct bma_coded_record *records; /* in the order of the table */
    uint32_t record_count;
    uint32_t missing; /* values that the coders did not give */
};

/*
 * Reads both.  Unknown criteria, columns and topics that the table has not, ids that occur twice and
 * values that are neither are INPUT errors with line and column.  In every case: bma_coded_release().
 */
enum bma_status bma_coded_read(const char *table, const char *map, const struct bma_coded_columns *columns,
                               const struct bma_pack *pack, struct bma_coded *out, struct bma_error *error);
void bma_coded_release(struct bma_coded *coded);

/* Whether any topic answers the criterion. */
bool bma_coded_asks(const struct bma_coded *coded, uint32_t rule);
/* The level of a criterion that is asked: 0 to 4, or -1 where the values leave it open. */
int bma_coded_level(const struct bma_coded *coded, const struct bma_coded_record *record, uint32_t rule);
/* Appends "contract_req=1, housing_req=?": the topics that answer it and their values; nothing where none
 * does. */
void bma_coded_values(const struct bma_coded *coded, const struct bma_coded_record *record, uint32_t rule,
                      struct bma_buffer *out);
/* Appends "HR-1 ST-2": the criteria that a topic answers; nothing where it answers none. */
void bma_coded_criteria(const struct bma_coded_item *item, const struct bma_pack *pack,
                        struct bma_buffer *out);

/*
 * Writes a case file for each record into the folder, which is made where it is not there: ID.yaml, bytes
 * other than letters, digits, "-", "_" and "." as %XX.  A file that says the same stands; where one says
 * anything else, nothing is written and that is an INPUT error.  Each file is written whole or not at all.
 */
enum bma_status bma_coded_cases(const struct bma_coded *coded, const struct bma_pack *pack,
                                const char *folder, struct bma_error *error);

/*
 * Scores every record on the criteria that the topics can answer and writes all of them into the store, in
 * one transaction: topics and values too.  A run holds one table: records of the same id are replaced and
 * keep their ids in the store; records and topics that the table no longer has are gone from it.
 */
enum bma_status bma_coded_store(const struct bma_coded *coded, struct bma_pack *pack, const char *profile,
                                struct bma_store *store, struct bma_error *error);

/* The whole set: share per topic, decade and country, in percent of the agreements with a value. */
enum bma_coded_format { BMA_CODED_TEXT, BMA_CODED_CSV, BMA_CODED_JSON };
struct bma_coded_any { /* agreements with any of these topics */
    const char *name;
    const uint32_t *items;
    uint32_t count;
};
void bma_coded_report(const struct bma_coded *coded, const struct bma_pack *pack,
                      const struct bma_coded_any *any, uint32_t any_count, enum bma_coded_format format,
                      struct bma_buffer *out);

#endif
