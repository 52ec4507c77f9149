/* The style sheet of HTML pages: engine/reports/page.css, compiled in. */
#ifndef BMA_REPORTS_STYLE_H
#define BMA_REPORTS_STYLE_H

#include <stddef.h>

extern const char bma_style[]; /* terminated */
extern const size_t bma_style_length;

#endif
