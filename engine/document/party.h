/* A Party of an agreement: what it is called, and which way the migrants go. */
#ifndef BMA_DOCUMENT_PARTY_H
#define BMA_DOCUMENT_PARTY_H

enum bma_role { BMA_ROLE_UNKNOWN, BMA_ROLE_ORIGIN, BMA_ROLE_DESTINATION, BMA_ROLE_BOTH };
/* "origin", "destination", "both"; NULL for unknown. */
const char *bma_role_name(enum bma_role role);

struct bma_party {
    const char *name; /* as the case file or the draft gives it */
    enum bma_role role;
};

#endif
