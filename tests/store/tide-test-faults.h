/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-file-calls-private.h"

G_BEGIN_DECLS

typedef enum
{
  TIDE_TEST_FAULT_ERROR,  /* one call fails */
  TIDE_TEST_FAULT_BROKEN, /* one call fails and all after it; a write gets half of its bytes out
                             first */
  TIDE_TEST_FAULT_SHORT_WRITE, /* one write writes a part only */
  TIDE_TEST_FAULT_TRICKLE,     /* each write from this one on writes a small part only */
  TIDE_TEST_FAULT_KILL_BEFORE, /* the process dies before the call */
  TIDE_TEST_FAULT_KILL_AFTER,  /* the process dies when the call is done, a write half done */
} TideTestFaultKind;

typedef struct
{
  const char *name;
  TideTestFaultKind kind;
  int error_number;
} TideTestFault;

#define TIDE_TEST_N_FAULTS 11

/* Every call is struck where a process is begun in a millisecond; sanitizers take a hundred. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define TIDE_TEST_STRIDE 7
#else
#define TIDE_TEST_STRIDE 1
#endif

extern const TideTestFault tide_test_faults[TIDE_TEST_N_FAULTS];

/* What is done to the calls of tide_test_faulty_calls. */
typedef struct
{
  const TideTestFault *fault; /* borrowed, NULL for none */
  guint at;                   /* the number of the call it strikes, from 1 */
  guint n_calls;              /* calls so far */
  guint n_writes;             /* writes so far */
  guint n_struck;             /* calls the fault struck so far */
  guint rename_call;          /* the number of the call that renamed */
  gsize piece;                /* what a trickle writes at once */
} TideTestInjection;

extern TideTestInjection tide_test_injection;
extern gsize tide_test_piece; /* what a trickle writes at once: bytes */
extern const TideFileCalls tide_test_faulty_calls;

void tide_test_inject (const TideTestFault *fault, guint at);
gboolean tide_test_fault_kills (const TideTestFault *fault);
gboolean tide_test_run_apart (void (*run) (gpointer data), gpointer data);

G_END_DECLS
