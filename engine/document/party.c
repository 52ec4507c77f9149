#include "document/party.h"

#include <stddef.h>

const char *bma_role_name(enum bma_role role)
{
    static const char *const names[] = {NULL, "origin", "destination", "both"};

    return (unsigned)role < sizeof names / sizeof *names ? names[role] : NULL;
}
