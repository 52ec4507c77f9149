/*
 * Readers: one per format behind one table, each the sole user of its parsing
 * library.  A reader fills a document; it knows nothing of the language beyond
 * the conventions it is handed.
 */
#ifndef BMA_READERS_READER_H
#define BMA_READERS_READER_H

#include "base/error.h"
#include "document/conventions.h"
#include "document/document.h"

/*
 * Reads the file at path (or the bytes, when bytes is not NULL; path then only
 * names them).  The format is told from the first bytes, then from the name
 * (formats.h).  document->sha256 is that of the file; of a packed format the
 * source is the text taken out of it (extract.h).
 * *document belongs to the caller: bma_document_free().
 */
enum bma_status bma_read_document(const char *path, const char *bytes, size_t length,
                                  const struct bma_conventions *conventions, struct bma_document **document,
                                  struct bma_error *error);

/* The same of bytes that are only called name: their format is told as that of a file with the name `like`.
 */
enum bma_status bma_read_text(const char *name, const char *like, const char *bytes, size_t length,
                              const struct bma_conventions *conventions, struct bma_document **document,
                              struct bma_error *error);

#endif
