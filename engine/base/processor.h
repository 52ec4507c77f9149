/*
 * What the processor can do.  The C library has asked it at the start of the program; asking again is slow on
 * a virtual machine, where each question is answered by the host.
 */
#ifndef BMA_BASE_PROCESSOR_H
#define BMA_BASE_PROCESSOR_H

#if defined(__x86_64__) && defined(__has_include)
#if __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#define BMA_HAS_AVX2 CPU_FEATURE_ACTIVE(AVX2)
#define BMA_HAS_SHA  (CPU_FEATURE_ACTIVE(SHA) && CPU_FEATURE_ACTIVE(SSE4_1))
#endif
#endif

#ifndef BMA_HAS_AVX2
#define BMA_HAS_AVX2 __builtin_cpu_supports("avx2")
#define BMA_HAS_SHA  (__builtin_cpu_supports("sha") && __builtin_cpu_supports("sse4.1"))
#endif

/*
 * Plain C that the compiler is let loose on twice, for any processor and for those that do sixteen numbers of
 * 16 bits at a time: what it is written as is BMA_TWICE; its second copy, BMA_FOR_AVX2, calls it, and is
 * called if BMA_WITH_AVX2.
 */
#define BMA_TWICE static inline __attribute__((always_inline))
#if defined(__x86_64__) && defined(__GNUC__)
#define BMA_WITH_AVX2 BMA_HAS_AVX2
#define BMA_FOR_AVX2  __attribute__((target("avx2"))) static
#else
#define BMA_WITH_AVX2 0
#define BMA_FOR_AVX2  static
#endif

#endif
