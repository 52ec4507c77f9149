/* How the engine says what went wrong (bma/error.h has what the caller sees of it). */
#ifndef BMA_BASE_ERROR_H
#define BMA_BASE_ERROR_H

#include "bma/error.h"

#include <stdarg.h>

/*
 * Fills *error and returns status, so that a caller can write
 * `return bma_error_set(error, ...)`.  error may be NULL; file may be NULL.
 * A file or message that is too long is cut at a character boundary.
 */
enum bma_status bma_error_set(struct bma_error *error, enum bma_status status, const char *file,
                              uint32_t line, uint32_t column, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* The same for a function that takes such arguments itself. */
enum bma_status bma_error_vset(struct bma_error *error, enum bma_status status, const char *file,
                               uint32_t line, uint32_t column, const char *format, va_list arguments)
    __attribute__((format(printf, 6, 0)));

/* Fills *error for a call of the system that failed, with the reason from errno, and returns BMA_ERROR_IO. */
enum bma_status bma_error_system(struct bma_error *error, const char *file, const char *what);

/* Fills *error for a failed allocation and returns BMA_ERROR_MEMORY. */
enum bma_status bma_error_memory(struct bma_error *error);

#endif
