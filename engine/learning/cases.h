/*
 * Labelled clauses: short texts with the level that a criterion has in them (docs/writing-rules.md,
 * "Cases").  Those in the folder `none` answer no criterion at all.  Tests hold rules to them, and likeness
 * is learned from them.
 */
#ifndef BMA_LEARNING_CASES_H
#define BMA_LEARNING_CASES_H

#include "base/error.h"
#include "readers/case_file.h"

#define BMA_CASES_OF_NONE "none"
enum { BMA_CASE_FACTS = 16, BMA_CASE_FILE_BYTES = 1 << 20 };

struct bma_labelled {
    const char *name;
    unsigned line; /* of the name, in its file */
    int level;     /* -1: not applicable */
    bool contradicted;
    /* Of a clause that answers no criterion, lists of such as "HR-4, LM-1", or NULL: */
    const char *except; /* left open */
    const char *found;  /* known to find it, wrongly */
    bool gap;           /* the program is known to say something else: */
    int known_level;
    bool known_contradicted;
    enum bma_instrument instrument;
    struct bma_fact facts[BMA_CASE_FACTS];
    size_t fact_count;
    const char *text;
    size_t length;
};

/* Whether such a list has the criterion. */
bool bma_labelled_lists(const char *list, const char *criterion);

/* Reads one file of cases after another; bytes are changed and lent to the cases. */
struct bma_cases {
    const char *file;
    char *at;        /* NULL: at the end */
    unsigned number; /* of the line last read */
};
void bma_cases_begin(struct bma_cases *cases, const char *file, char *bytes);

/* The next case; *found is false behind the last.  What is no case is an INPUT error with its line. */
enum bma_status bma_cases_next(struct bma_cases *cases, struct bma_labelled *out, bool *found,
                               struct bma_error *error);

#endif
