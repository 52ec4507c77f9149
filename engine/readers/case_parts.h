/* The parts of a case file, each read from its node; shared by case_file.c and case_records.c alone. */
#ifndef BMA_READERS_CASE_PARTS_H
#define BMA_READERS_CASE_PARTS_H

#include "base/yaml_tree.h"
#include "readers/case_file.h"

/* Every function takes what stands under its key, NULL where the key is absent. */
enum bma_status bma_case_dossier(struct bma_case *agreement, const struct bma_yaml *node,
                                 struct bma_error *error);
enum bma_status bma_case_coded(struct bma_case *agreement, const struct bma_yaml *node,
                               struct bma_error *error);
enum bma_status bma_case_waivers(struct bma_case *agreement, const struct bma_yaml *node,
                                 struct bma_error *error);

/*
 * Gives a case without a text its document: an empty one of the format "coded", named and hashed as the case
 * file whose bytes these are.
 */
enum bma_status bma_case_without_text(struct bma_case *agreement, const char *bytes, size_t length,
                                      struct bma_error *error);

/* A scalar with something in it, on one line unless `lines` allows more; copied nowhere, as it lives in the
 * arena. */
enum bma_status bma_case_text(const struct bma_case *agreement, const struct bma_yaml *node, bool lines,
                              const char **out, struct bma_error *error);

#endif
