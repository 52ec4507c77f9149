/*
 * likeness.csv while it is read, for the files that read it: pack_likeness.c the linear models, and
 * pack_network.c the network beside them (network.h).
 */
#ifndef BMA_RULES_LIKENESS_TABLE_H
#define BMA_RULES_LIKENESS_TABLE_H

#include "base/csv.h"
#include "rules/pack.h"

struct bma_likeness_table {
    struct bma_csv csv;
    uint32_t term, weights, vector; /* columns; vector BMA_NONE: the table has no network */
    int8_t number_of[256];          /* by character of a vector; INT8_MIN: it is none */
    uint32_t first_term;            /* the rows before are of biases, units and models */
    uint32_t *row_of; /* of each term; 0: none.  Stems that no phrase has any more share the first two, and
                         weigh nothing */
};

/* The model whose name stands at text[0, length), sought from that one on; BMA_NONE: there is no such rule.
 */
uint32_t bma_likeness_model(const struct bma_pack *pack, const char *text, size_t length, uint32_t from);

/* Reads units and models, which stand between the biases and the first term, and tells where that is. */
enum bma_status bma_network_parse_head(struct bma_pack *pack, struct bma_likeness_table *table,
                                       struct bma_error *error);
/* Reads the vectors of the terms, when all have their numbers. */
enum bma_status bma_network_parse_vectors(struct bma_pack *pack, const struct bma_likeness_table *table,
                                          struct bma_error *error);

#endif
