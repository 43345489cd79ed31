/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideFilterEditor:
 * @TIDE_FILTER_EDITOR_NONE: figures and charts alone ask for it
 * @TIDE_FILTER_EDITOR_SEARCH: the search field
 * @TIDE_FILTER_EDITOR_CHOICES: a list to tick values in
 * @TIDE_FILTER_EDITOR_STAGES: the two ends of a range of stages
 * @TIDE_FILTER_EDITOR_AMOUNTS: a kind of amounts and the two ends of a range
 * @TIDE_FILTER_EDITOR_DATES: which date, and the two ends of a range
 *
 * Where a person changes a criterion.
 */
typedef enum
{
  TIDE_FILTER_EDITOR_NONE,
  TIDE_FILTER_EDITOR_SEARCH,
  TIDE_FILTER_EDITOR_CHOICES,
  TIDE_FILTER_EDITOR_STAGES,
  TIDE_FILTER_EDITOR_AMOUNTS,
  TIDE_FILTER_EDITOR_DATES,
} TideFilterEditor;

/**
 * TideFilterCriterion:
 * @name: the member of the filter that gives it its name
 * @title: what it is called, to be translated with gettext
 * @members: the members of the filter that say it, to %NULL
 *
 * One way to ask for projects, for which a person finds one name.
 */
typedef struct
{
  const char *name;
  const char *title;
  TideFilterEditor editor;
  const char *members[5];
} TideFilterCriterion;

/**
 * TideFilterPart:
 * @criterion: (transfer none): the criterion it belongs to
 * @values: (array zero-terminated=1): values of which one is enough; empty for a range
 *
 * What a filter asks for consists of parts that must all hold. A part has one chip.
 */
typedef struct
{
  const TideFilterCriterion *criterion;
  GStrv values;
} TideFilterPart;

const TideFilterCriterion *tide_filter_criteria_get (guint *n_criteria);
const TideFilterCriterion *tide_filter_criteria_find (const char *member);

GPtrArray *tide_filter_dup_parts (const TideFilter *filter);
void tide_filter_remove_part (TideFilter *filter, const TideFilterPart *part);
gboolean tide_filter_part_equal (const TideFilterPart *a, const TideFilterPart *b);

char *tide_filter_part_dup_label (const TideFilterPart *part,
                                  TideRegister *reg,
                                  const TideFilter *filter);

G_END_DECLS
