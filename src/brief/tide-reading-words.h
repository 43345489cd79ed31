/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-text-finding.h"

G_BEGIN_DECLS

/* What a word of the tables says. */
typedef enum
{
  TIDE_CUE_OF,        /* what money; a TideTextFindingOf */
  TIDE_CUE_NOUN,      /* what is counted; a TideNounCode */
  TIDE_CUE_FOREIGN,   /* the foreign part */
  TIDE_CUE_PART,      /* a part follows */
  TIDE_CUE_BREAKDOWN, /* all parts are given */
  TIDE_CUE_SUM,       /* a total follows its parts */
  TIDE_CUE_OVERLAP,   /* classes overlap */
  TIDE_CUE_TARGET,    /* meant for later */
  TIDE_CUE_EXPECTED,  /* the same, but for intentions */
  TIDE_CUE_DENIED,    /* not so */
  TIDE_CUE_CONTRAST,  /* but so */
  TIDE_CUE_SEI,       /* strategic emerging industries */
  TIDE_CUE_WHOLE,     /* more than the register has: the whole industry, the province */
  TIDE_CUE_UP,
  TIDE_CUE_DOWN,
  TIDE_CUE_SHARE,
  TIDE_CUE_ANNUAL,
  TIDE_CUE_YEAR_ON_YEAR,
  TIDE_CUE_MEETING, /* class words; a TideRecordKind or, of platforms, their kind */
  TIDE_CUE_LABORATORY,
  TIDE_CUE_UNIVERSITY,
  TIDE_CUE_CONVERSION,
  TIDE_CUE_SAME, /* a second writing follows */
  TIDE_CUE_RESPECTIVELY,
  TIDE_CUE_STOP,    /* does not stand between a number and its noun */
  TIDE_CUE_PRONOUN, /* what the sentence before was about */
  TIDE_CUE_ARRIVAL,
  TIDE_CUE_INDUSTRY, /* all industry, unless it is said which */
  TIDE_CUE_IN_TOTAL,
  TIDE_CUE_FURNITURE,
  TIDE_N_CUE_CLASSES,
} TideCueClass;

typedef struct
{
  guint start;
  guint end;
  TideCueClass class;
  int value;
} TideCue;

typedef struct
{
  const char *text;
  TideCueClass class;
  int value;
} TideCueWord;

/* How far a denial reaches: from there to the end of the sentence, of the clause, or everywhere. */
typedef enum
{
  TIDE_DENIED_AFTER,
  TIDE_DENIED_CLAUSE,
  TIDE_DENIED_ANYWHERE,
} TideDenial;

/* Whether a word marks even a line that ends in a full stop. */
typedef enum
{
  TIDE_FURNITURE_STRONG,
  TIDE_FURNITURE_WEAK,
} TideFurniture;

typedef enum
{
  TIDE_NOUN_NONE,
  TIDE_NOUN_PROJECTS,
  TIDE_NOUN_PILOT_PROJECTS,
  TIDE_NOUN_RESEARCH_CENTRES,
  TIDE_NOUN_RESEARCH_TEAMS,
  TIDE_NOUN_TALENTS,
  TIDE_NOUN_ACADEMICIANS,
  TIDE_NOUN_PRINCIPAL_INVESTIGATORS,
  TIDE_NOUN_PLATFORMS,
  TIDE_NOUN_ENTERPRISES,
  TIDE_NOUN_JOBS,
  TIDE_NOUN_PATENTS,
  TIDE_NOUN_FIELDS,
  TIDE_NOUN_CLUSTERS,
  TIDE_NOUN_PARKS,
  TIDE_NOUN_COUNTRIES,
  TIDE_N_NOUNS,
} TideNounCode;

typedef enum
{
  TIDE_SIGN_NONE,
  TIDE_SIGN_CNY,
  TIDE_SIGN_USD,
  TIDE_SIGN_EUR,
  TIDE_SIGN_HKD,
  TIDE_SIGN_JPY,
  TIDE_SIGN_MIXED,
  TIDE_N_SIGNS,
} TideCurrencySign;

typedef struct
{
  const char *text;
  int value;
} TideWord;

extern const TideCueWord tide_cue_words[];
extern const TideCueWord tide_page_words[];
extern const TideWord tide_currency_prefixes[];
extern const TideWord tide_currency_suffixes[];
extern const TideWord tide_scale_words[];
extern const TideWord tide_number_words[];
extern const TideWord tide_qualifiers_before[];
extern const TideWord tide_qualifiers_after[];
extern const char *const tide_measure_words[];
extern const char *const tide_months[];
extern const char *const tide_year_leads[];
extern const char *const tide_elsewhere[];

const char *tide_noun_code_get_text (TideNounCode noun);
TideNounCode tide_noun_code_from_text (const char *text);
const char *tide_currency_sign_get_code (TideCurrencySign sign);
TideCurrencySign tide_currency_sign_from_code (const char *code);

G_END_DECLS
