/*
 * From the tables that rules are written in to the plain records that the
 * engine works with.  Runs inside the sandbox and raises Lua errors; a fault at load time
 * names file and line, although tables do not know theirs: rule_lines
 * finds it in the source.
 */
#ifndef BMA_RULES_RULE_READER_H
#define BMA_RULES_RULE_READER_H

#include "base/arena.h"
#include "rules/pack.h"

#include <lua.h>

/* The Lua text of a rule, as its pack holds it. */
struct bma_rule_source {
    const char *bytes;
    size_t length;
    const char *name; /* "hr/HR-1.lua", as errors call it */
};

/* What reading needs beside the table. */
struct bma_rule_reader {
    struct bma_arena *arena;
    const struct bma_lexicon *lexicon;
    const struct bma_rule_source *source; /* NULL: a query asked for while a rule runs */
    uint32_t line;                        /* of the query that is being read; 0: ask for the field's */
    const char *field;                    /* that is being read where line is 0 */
};

/*
 * The field of the table that comes after `after` ("": the first) in the order of bytes, or NULL: a fault is
 * the same each time, and not that which a hash has first.  The items of a list are no fields where the
 * table may be one (`list`); any other key that is no name has a name in brackets, for the fault.
 */
const char *bma_next_field(lua_State *L, int table, bool list, const char *after);

/* Reads the query in the table at index. */
void bma_query_read(lua_State *L, int index, struct bma_rule_reader *reader, struct bma_query *out);

/* Reads the rule in the table on top of the stack; dimension and file are the caller's. */
void bma_rule_read(lua_State *L, struct bma_rule_reader *reader, struct bma_rule *out);

/* Reads the conflict in the table on top of the stack; name and file are the caller's. */
void bma_conflict_read(lua_State *L, struct bma_rule_reader *reader, struct bma_conflict *out);

/*
 * Lines of a rule's source, 1-based; 0 where nothing is found.  Comments and
 * the insides of strings are no code.
 */
uint32_t bma_rule_line_of_field(const struct bma_rule_source *source, const char *field);
/* The entries in braces of the field's table, in one walk: those from lines[0] to lines[count - 1]. */
void bma_rule_lines_of_entries(const struct bma_rule_source *source, const char *field, uint32_t *lines,
                               size_t count);
/* The first line at or after `from` that has the word, in code or in a string. */
uint32_t bma_rule_line_of_word(const struct bma_rule_source *source, const char *word, uint32_t from);

/* The concept whose name is nearest to name, or NULL where none is near. */
const char *bma_nearest_concept(const struct bma_lexicon *lexicon, const char *name);

#endif
