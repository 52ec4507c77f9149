/* Marks what the shared library offers; everything else in it is hidden. */
#ifndef BMA_EXPORT_H
#define BMA_EXPORT_H

#if defined(__GNUC__)
#define BMA_EXPORT __attribute__((visibility("default")))
#else
#define BMA_EXPORT
#endif

#endif
