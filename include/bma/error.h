/*
 * How the library reports failure.
 *
 * Every function that can fail returns an enum bma_status and takes, as its
 * last argument, a struct bma_error owned by the caller.  On success the
 * error is left alone; on failure it says what was expected, where it was
 * looked for and what to do.  The library never prints, exits or aborts.
 *
 * A finding (a right that a draft does not grant) is a result, not an error.
 */
#ifndef BMA_ERROR_H
#define BMA_ERROR_H

#include "bma/export.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum bma_status {
    BMA_OK = 0,
    BMA_ERROR_MEMORY, /* an allocation failed */
    BMA_ERROR_IO,     /* a file could not be opened, read or written */
    BMA_ERROR_INPUT,  /* a draft or case file is not what it should be */
    BMA_ERROR_PACK,   /* a rule pack is not what it should be */
    BMA_ERROR_RULE,   /* a rule failed while it ran */
    BMA_ERROR_LIMIT,  /* something read exceeds a documented limit */
    BMA_ERROR_USAGE   /* the caller asked for something that does not exist */
};

enum { BMA_ERROR_MESSAGE_SIZE = 512, BMA_ERROR_FILE_SIZE = 512 };

struct bma_error {
    enum bma_status status;
    uint32_t line;                        /* 1-based; 0 where the whole file is meant */
    uint32_t column;                      /* 1-based, in characters; 0 where the whole line is meant */
    char file[BMA_ERROR_FILE_SIZE];       /* "" where no file is meant */
    char message[BMA_ERROR_MESSAGE_SIZE]; /* one sentence, no full stop, no newline */
};

/* "file:line:column: message" into out, always terminated; parts that are absent are left out. */
BMA_EXPORT void bma_error_format(const struct bma_error *error, char *out, size_t size);

#ifdef __cplusplus
}
#endif

#endif
