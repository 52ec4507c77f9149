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

#endif
