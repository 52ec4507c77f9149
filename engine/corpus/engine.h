/*
 * Which engine this is: the SHA-256 over its sources, made when it is built (engine_hash.cmake), so that two
 * states of it are told apart that have the same version.  Results of different engines are never mixed.
 */
#ifndef BMA_CORPUS_ENGINE_H
#define BMA_CORPUS_ENGINE_H

extern const char bma_engine_sha256[65];

#endif
