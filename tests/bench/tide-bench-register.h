/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/*
 * A made-up register for benchmarks, the same each time: a quarter of the projects have Chinese
 * names, each has one to three sectors, one or two stages and one or two amounts in one of eight
 * currencies, all but one of which have rates. A project takes about 700 bytes of a file.
 */
TideSnapshot *tide_bench_register_new (guint n_projects);

G_END_DECLS
