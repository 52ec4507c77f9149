/*
 * XML and HTML as a tree of elements and words.  markup.c is the sole user of
 * libxml2, which is loaded when the first such file is met.
 *
 * Names are without the prefix of their namespace.  Nothing outside the bytes
 * is ever opened; an XML document type is refused, so that there are no
 * entities but the five of XML itself.
 */
#ifndef BMA_READERS_MARKUP_H
#define BMA_READERS_MARKUP_H

#include "base/arena.h"
#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

enum { BMA_MARKUP_MAX_DEPTH = 200, BMA_MARKUP_MAX_NODES = 2000000 };

struct bma_markup_attribute {
    const char *name, *value;
    const struct bma_markup_attribute *next;
};

struct bma_markup {
    const char *name; /* NULL: words */
    const char *text; /* words, terminated; else NULL */
    size_t length;
    const struct bma_markup_attribute *attributes;
    struct bma_markup *parent, *first, *last, *next;
};

/* part names the bytes in errors, beside path.  The tree lives in the arena. */
enum bma_status bma_markup_xml(const char *path, const char *part, const char *bytes, size_t length,
                               struct bma_arena *arena, const struct bma_markup **root,
                               struct bma_error *error);
/* HTML has no errors but limits: what is wrong is read as browsers would. */
enum bma_status bma_markup_html(const char *path, const char *bytes, size_t length, struct bma_arena *arena,
                                const struct bma_markup **root, struct bma_error *error);

/* The first child of that name, or NULL; node may be NULL. */
const struct bma_markup *bma_markup_child(const struct bma_markup *node, const char *name);
/* The attribute's value, or NULL; node may be NULL. */
const char *bma_markup_attribute(const struct bma_markup *node, const char *name);
int bma_markup_is(const struct bma_markup *node, const char *name);
/* Whether the name is one of a list ended by NULL. */
int bma_markup_among(const struct bma_markup *node, const char *const *names);
/* A whole number in [0, most], or `other` where the attribute is absent or none. */
uint32_t bma_markup_number(const struct bma_markup *node, const char *name, uint32_t most, uint32_t other);

#endif
