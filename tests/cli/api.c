/* A program of somebody else: nothing but the public header. */
#include "bma/bma.h"

#include <stdio.h>
#include <string.h>

int main(int count, char **arguments)
{
    struct bma_error error;
    struct bma *bma;
    char *report;
    size_t length;

    if (count != 3 || bma_open(arguments[1], NULL, &bma, &error) != BMA_OK)
        return 1;
    if (bma_check_file(bma, arguments[2], "no such format", &report, &length, &error) != BMA_ERROR_USAGE)
        return 2;
    if (bma_check_file(bma, "no such file", "json", &report, &length, &error) == BMA_OK)
        return 3;
    for (int round = 0; round < 2; round++) {
        if (bma_check_file(bma, arguments[2], "json", &report, &length, &error) != BMA_OK)
            return 4;
        if (strlen(report) != length || strstr(report, "bma-scorecard/1") == NULL)
            return 5;
        bma_report_free(report);
    }
    bma_close(bma);
    bma_close(NULL);
    return 0;
}
