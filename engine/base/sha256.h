/* SHA-256 (FIPS 180-4), to name a source and a pack by what they contain. */
#ifndef BMA_BASE_SHA256_H
#define BMA_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

struct bma_sha256 {
    uint32_t state[8];
    uint64_t length; /* bytes taken in */
    unsigned char block[64];
};

void bma_sha256_init(struct bma_sha256 *hash);
void bma_sha256_add(struct bma_sha256 *hash, const void *bytes, size_t length);
/* A file among others: name, length and bytes, so that no two sets of files are one stream. */
void bma_sha256_file(struct bma_sha256 *hash, const char *name, const char *bytes, size_t length);
/* 64 hexadecimal digits and a NUL. */
void bma_sha256_hex(struct bma_sha256 *hash, char out[65]);
/* The same digest as 44 characters of base64 (RFC 4648) and a NUL. */
void bma_sha256_base64(struct bma_sha256 *hash, char out[45]);

#endif
