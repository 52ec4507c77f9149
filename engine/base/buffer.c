#include "base/buffer.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

void bma_buffer_init(struct bma_buffer *buffer)
{
    memset(buffer, 0, sizeof *buffer);
}

void bma_buffer_release(struct bma_buffer *buffer)
{
    bma_free(buffer->bytes);
    bma_buffer_init(buffer);
}

void bma_buffer_clear(struct bma_buffer *buffer)
{
    buffer->length = 0;
    buffer->failed = false;
    if (buffer->bytes)
        buffer->bytes[0] = '\0';
}

/* Room for `more` bytes and the NUL after them. */
static bool reserve(struct bma_buffer *buffer, size_t more)
{
    if (buffer->failed)
        return false;
    if (more < buffer->capacity - buffer->length)
        return true;
    if (more >= SIZE_MAX - buffer->length ||
        bma_grow(&buffer->bytes, &buffer->capacity, buffer->length + more + 1, 1) != 0)
        buffer->failed = true;
    return !buffer->failed;
}

void bma_buffer_add(struct bma_buffer *buffer, const char *bytes, size_t length)
{
    if (length == 0 || !reserve(buffer, length))
        return;
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

void bma_buffer_adds(struct bma_buffer *buffer, const char *text)
{
    bma_buffer_add(buffer, text, strlen(text));
}

void bma_buffer_addc(struct bma_buffer *buffer, char byte)
{
    bma_buffer_add(buffer, &byte, 1);
}

void bma_buffer_addf(struct bma_buffer *buffer, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        buffer->failed = true;
        return;
    }
    if (!reserve(buffer, (size_t)length))
        return;
    va_start(arguments, format);
    vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buffer->length += (size_t)length;
}

char *bma_buffer_detach(struct bma_buffer *buffer, size_t *length)
{
    char *bytes = NULL;

    if (reserve(buffer, 0)) {
        bytes = buffer->bytes;
        bytes[buffer->length] = '\0';
        if (length)
            *length = buffer->length;
        bma_buffer_init(buffer);
    } else {
        bma_buffer_release(buffer);
    }
    return bytes;
}
