/*
 * JSON straight into a buffer: commas, indentation and escapes are seen to
 * here.  Numbers have at most three decimals and a point whatever the locale; bytes that
 * are no UTF-8 become U+FFFD, so that the result always parses; characters that could steer a
 * terminal stand as \u escapes, which leave the value as it is.
 */
#ifndef BMA_REPORTS_JSON_WRITER_H
#define BMA_REPORTS_JSON_WRITER_H

#include "base/buffer.h"

#include <stdint.h>

struct bma_json {
    struct bma_buffer *out;
    unsigned depth;
    bool empty; /* nothing stands in the innermost object or array yet */
};

void bma_json_init(struct bma_json *json, struct bma_buffer *out);

/* key is NULL in an array. */
void bma_json_object(struct bma_json *json, const char *key);
void bma_json_object_end(struct bma_json *json);
void bma_json_array(struct bma_json *json, const char *key);
void bma_json_array_end(struct bma_json *json);
void bma_json_string(struct bma_json *json, const char *key, const char *text); /* NULL text: null */
void bma_json_number(struct bma_json *json, const char *key, double number);    /* NaN: null */
void bma_json_bool(struct bma_json *json, const char *key, bool value);
void bma_json_null(struct bma_json *json, const char *key);

#endif
