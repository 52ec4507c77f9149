#include "language/word_table.h"

#include "base/memory.h"

#include <stdbool.h>
#include <string.h>

void bma_word_table_init(struct bma_word_table *table)
{
    memset(table, 0, sizeof *table);
}

void bma_word_table_release(struct bma_word_table *table)
{
    bma_free(table->slots);
    bma_free(table->words);
    bma_free(table->bytes);
    bma_word_table_init(table);
}

void bma_word_table_clear(struct bma_word_table *table)
{
    if (table->slots != NULL)
        memset(table->slots, 0, table->slot_count * sizeof *table->slots);
    table->word_count = 0;
    table->byte_count = 0;
}

static uint64_t load(const char *bytes, size_t count)
{
    uint64_t value = 0;
    memcpy(&value, bytes, count);
    return value;
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

/*
 * Multiplied and folded, eight bytes at a time; the last ones of a word, and the bytes of a
 * short one, are taken in two parts that may overlap.
 */
static uint64_t hash_bytes(const char *word, size_t length)
{
    uint64_t hash = length;
    for (; length > 8; word += 8, length -= 8)
        hash = mix(hash, load(word, 8));
    if (length >= 4)
        return mix(hash, load(word, 4) | load(word + length - 4, 4) << 32);
    if (length == 0)
        return mix(hash, 0);
    return mix(hash, load(word, 1) | load(word + length / 2, 1) << 8 | load(word + length - 1, 1) << 16);
}

/* The slot that holds the word, or the empty one where it belongs. */
static size_t find_slot(const struct bma_word_table *table, uint64_t hash, const char *word, size_t length)
{
    size_t mask = table->slot_count - 1;
    size_t slot = (size_t)hash & mask;
    while (table->slots[slot] != 0) {
        const struct bma_word *known = &table->words[table->slots[slot]];
        if (known->hash == hash && known->length == length &&
            memcmp(table->bytes + known->offset, word, length) == 0)
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

uint32_t bma_word_table_find(const struct bma_word_table *table, const char *word, size_t length)
{
    if (table->word_count == 0)
        return 0;
    return table->slots[find_slot(table, hash_bytes(word, length), word, length)];
}

/* Twice the slots; the words keep their numbers. */
static bool rehash(struct bma_word_table *table)
{
    size_t count = table->slot_count == 0 ? 64 : table->slot_count * 2;
    uint32_t *slots = bma_calloc(count, sizeof *slots);
    if (slots == NULL)
        return false;
    for (size_t i = 1; i <= table->word_count; i++) {
        size_t slot = (size_t)table->words[i].hash & (count - 1);
        while (slots[slot] != 0)
            slot = (slot + 1) & (count - 1);
        slots[slot] = (uint32_t)i;
    }
    bma_free(table->slots);
    table->slots = slots;
    table->slot_count = count;
    return true;
}

uint32_t bma_word_table_add(struct bma_word_table *table, const char *word, size_t length)
{
    uint64_t hash = hash_bytes(word, length);
    if (table->slot_count < (table->word_count + 1) * 2 && !rehash(table))
        return 0;
    size_t slot = find_slot(table, hash, word, length);
    if (table->slots[slot] != 0)
        return table->slots[slot];
    if (length > UINT32_MAX || table->byte_count > UINT32_MAX - length ||
        bma_grow(&table->words, &table->word_capacity, table->word_count + 2, sizeof *table->words) != 0 ||
        bma_grow(&table->bytes, &table->byte_capacity, table->byte_count + length + 1, 1) != 0)
        return 0;
    if (table->word_count == 0)
        table->words[0] = (struct bma_word){0};
    uint32_t number = (uint32_t)++table->word_count;
    table->words[number] =
        (struct bma_word){.hash = hash, .offset = (uint32_t)table->byte_count, .length = (uint32_t)length};
    memcpy(table->bytes + table->byte_count, word, length);
    table->bytes[table->byte_count + length] = '\0';
    table->byte_count += length + 1;
    table->slots[slot] = number;
    return number;
}
