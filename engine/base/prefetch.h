/*
 * Asking for memory ahead of its use.
 *
 * The tables of a large lexicon do not fit into the near caches, and a scan touches them in no order that a
 * processor could guess; but it knows the next addresses long before it needs them.  A prefetch changes
 * when memory arrives and nothing else, and may name any address.
 */
#ifndef BMA_BASE_PREFETCH_H
#define BMA_BASE_PREFETCH_H

#if defined(__GNUC__)
#define BMA_PREFETCH(address) __builtin_prefetch(address)
#else
#define BMA_PREFETCH(address) ((void)(address))
#endif

#endif
