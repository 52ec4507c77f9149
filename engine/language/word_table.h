/*
 * Distinct words, numbered from 1 in the order of their arrival: a hash table
 * that copies its words into one growing block.
 */
#ifndef BMA_LANGUAGE_WORD_TABLE_H
#define BMA_LANGUAGE_WORD_TABLE_H

#include <stddef.h>
#include <stdint.h>

struct bma_word_table {
    uint32_t *slots; /* word number or 0; a power of two of them */
    size_t slot_count;
    struct bma_word {
        uint64_t hash;
        uint32_t offset, length; /* in bytes */
        uint32_t value;          /* the owner's, 0 at first */
        uint32_t spare;          /* 0: an image has no bytes that say nothing */
    } * words;                   /* [0] is unused */
    size_t word_count, word_capacity;
    char *bytes;
    size_t byte_count, byte_capacity;
};

void bma_word_table_init(struct bma_word_table *table);
void bma_word_table_release(struct bma_word_table *table);
void bma_word_table_clear(struct bma_word_table *table); /* keeps the memory */

/* The word's number, or 0 when it is not there. */
uint32_t bma_word_table_find(const struct bma_word_table *table, const char *word, size_t length);
/* The word's number, added when it is new; 0 when memory is out. */
uint32_t bma_word_table_add(struct bma_word_table *table, const char *word, size_t length);

#endif
