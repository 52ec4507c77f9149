/*
 * The compression function of SHA-256, over whole blocks of 64 bytes.
 */
#ifndef BMA_BASE_SHA256_BLOCKS_H
#define BMA_BASE_SHA256_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

/* Takes `blocks` × 64 bytes into the state; with the processor's own instructions where it has them. */
void bma_sha256_blocks(uint32_t state[8], const unsigned char *from, size_t blocks);

/* The same in plain C: for other processors, and what the other way is tested against. */
void bma_sha256_blocks_portable(uint32_t state[8], const unsigned char *from, size_t blocks);

#endif
