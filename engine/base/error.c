#include "base/error.h"

#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum bma_status bma_error_vset(struct bma_error *error, enum bma_status status, const char *file,
                               uint32_t line, uint32_t column, const char *format, va_list arguments)
{
    /* The arguments may lie in *error itself, so the message is put together beside it. */
    char message[BMA_ERROR_MESSAGE_SIZE];
    char name[BMA_ERROR_FILE_SIZE];

    if (!error)
        return status;
    int written = vsnprintf(message, sizeof message, format, arguments);
    if (written < 0)
        message[0] = '\0';
    if (written >= (int)sizeof message)
        bma_utf8_trim(message);
    /* What an error quotes comes from files nobody vouches for, and it ends up on a terminal. */
    bma_utf8_line(name, sizeof name, file ? file : "");

    error->status = status;
    error->line = line;
    error->column = column;
    bma_utf8_line(error->message, sizeof error->message, message);
    memcpy(error->file, name, sizeof name);
    return status;
}

enum bma_status bma_error_set(struct bma_error *error, enum bma_status status, const char *file,
                              uint32_t line, uint32_t column, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    status = bma_error_vset(error, status, file, line, column, format, arguments);
    va_end(arguments);
    return status;
}

enum bma_status bma_error_system(struct bma_error *error, const char *file, const char *what)
{
    char reason[128];

    if (strerror_r(errno, reason, sizeof reason) != 0)
        snprintf(reason, sizeof reason, "system error %d", errno);
    return bma_error_set(error, BMA_ERROR_IO, file, 0, 0, "%s: %s", what, reason);
}

enum bma_status bma_error_memory(struct bma_error *error)
{
    return bma_error_set(error, BMA_ERROR_MEMORY, NULL, 0, 0, "memory ran out");
}

void bma_error_format(const struct bma_error *error, char *out, size_t size)
{
    char place[32] = "";

    if (size == 0)
        return;
    if (error->line > 0 && error->column > 0)
        snprintf(place, sizeof place, "%u:%u: ", (unsigned)error->line, (unsigned)error->column);
    else if (error->line > 0)
        snprintf(place, sizeof place, "%u: ", (unsigned)error->line);

    const char *separator = error->file[0] == '\0' ? "" : place[0] == '\0' ? ": " : ":";
    int written = snprintf(out, size, "%s%s%s%s", error->file, separator, place, error->message);
    if (written < 0)
        out[0] = '\0';
    else if ((size_t)written >= size)
        bma_utf8_trim(out);
}
