#include "cli/columns.h"

#include <string.h>

bool cli_columns_read(const struct cli_values *values, struct bma_coded_columns *out)
{
    *out = (struct bma_coded_columns){.id = NULL};
    for (int i = 0; i < values->columns.count; i++) {
        const char *word = values->columns.words[i];
        if (strncmp(word, "id=", 3) == 0)
            out->id = word + 3;
        else if (strncmp(word, "title=", 6) == 0)
            out->title = word + 6;
        else if (strncmp(word, "year=", 5) == 0)
            out->year = word + 5;
        else if (strncmp(word, "instrument=", 11) == 0)
            out->instrument = word + 11;
        else if (strncmp(word, "party=", 6) == 0 && out->party_count < BMA_CODED_PARTIES)
            out->parties[out->party_count++] = word + 6;
        else {
            cli_say("--column takes id=NAME, title=NAME, year=NAME, instrument=NAME or party=NAME (%d of "
                    "these at "
                    "most), not '%s'",
                    (int)BMA_CODED_PARTIES, word);
            return false;
        }
    }
    return true;
}
