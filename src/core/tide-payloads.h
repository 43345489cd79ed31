/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-money.h"
#include "core/tide-payload.h"

G_BEGIN_DECLS

/*
 * The struct of every record and entry; members stand in the order of the file. Strings are
 * GRefStrings, lists are GPtrArrays or NULL, and everything is owned by the payload; of one that
 * was read from a file, by its TidePack, where both are nothing but memory.
 */

/* Entries and parts ------------------------------------------------------------------------- */

typedef struct
{
  TidePayload base;
  char *sector; /* id of a sector */
  char *relation;
} TideMapping;

typedef struct
{
  TidePayload base;
  char *party; /* id of a party */
  char *role;
  TideDecimal share; /* per cent */
} TideParticipation;

typedef struct
{
  TidePayload base;
  char *sector;      /* id of a sector */
  TideDecimal share; /* per cent, within the sector's taxonomy */
} TideClassification;

typedef struct
{
  TidePayload base;
  char *stage;
  TideDate date;
  char *note;
  /* derived */
  TideStage rank;
} TideStageEntry;

typedef struct
{
  TidePayload base;
  char *status;
  TideDate date;
  char *reason;
  TideDate until;
  /* derived */
  TideStatus rank;
} TideStatusEntry;

typedef struct
{
  TidePayload base;
  char *kind;
  char *part; /* of a declared figure: "foreign" */
  TideDecimal value;
  char *currency;
  char *written;
  TideDate date;
  TideDecimal precision;
  gboolean estimated;
  gboolean counted;
  char *event;  /* id of the event where it was signed, where that is not the project's */
  char *source; /* id of a source */
  char *note;
  /* derived */
  TideAmountKind rank;
  TideMoney money; /* empty currency where value or currency is missing or unknown */
} TideAmount;

typedef struct
{
  TidePayload base;
  TideDate date;
  char *kind;
  char *text;
  char *next_step;
  TideDate due;
} TideActivity;

typedef struct
{
  TidePayload base;
  TideDate start;
  TideDate completion;
  TideDate production;
} TidePlans;

typedef struct
{
  TidePayload base;
  TideCount jobs;
  TideDecimal output; /* a year, in the register's currency */
  TideDecimal tax;    /* a year, in the register's currency */
} TideEffects;

typedef struct
{
  TidePayload base;
  TideCount projects;
  GPtrArray *amounts; /* of TideAmount */
} TideDeclared;

typedef struct
{
  TidePayload base;
  char *taxonomy;
  char *sector;
  char *division;
} TideSubject;

typedef struct
{
  TidePayload base;
  char *currency;
  TideDecimal scale;
  char *name; /* of a unit that is not money */
} TideScale;

typedef struct
{
  TidePayload base;
  TideDate period;
  TideDecimal value;
  char *written;
  char *revision;
  gboolean estimated;
  char *source;
  char *note;
} TideObservation;

typedef struct
{
  TidePayload base;
  TideDate from;
  TideDate to;
  TideDecimal rate; /* per cent a year */
  char *basis;
  char *source;
  char *note;
} TideGrowth;

typedef struct
{
  TidePayload base;
  TideDate before; /* the first period after the break */
  char *reason;
  char *source;
} TideBreak;

typedef struct
{
  TidePayload base;
  char *measure;
  TideDate date;
  TideDecimal value;
  char *part_of; /* measure of which this is a part */
  char *written;
  char *source;
  char *note;
} TidePlatformCount;

typedef struct
{
  TidePayload base;
  char *stage;
  TideDate date;
  char *note;
  char *source;
} TideResultStage;

typedef struct
{
  TidePayload base;
  char *stage;
  TideCount days; /* longest stay in the stage that is not overdue */
} TideStageLimit;

/* Records ----------------------------------------------------------------------------------- */

typedef struct
{
  TidePayload base; /* id: the register's own */
  TideText title;
  char *division;
  char *time_zone;
  char *currency;
  char *unit;
  char *rate_set;          /* id of a set of rates */
  TideCount overdue_days;  /* longest time without a change that is not overdue */
  GPtrArray *stage_limits; /* of TideStageLimit */
  char *notes;
} TideSettings;

typedef struct
{
  TidePayload base;
  TideText name;
  TideDate valid_from;
  TideDate valid_to;
  gboolean retired;
  char *notes;
  GPtrArray *sources;
} TideTaxonomyPayload;

typedef struct
{
  TidePayload base;
  char *taxonomy; /* implicit: the taxonomy it stands in */
  char *code;
  TideText name;
  char *parent;
  char *tier;
  gboolean retired;
  GPtrArray *maps_to; /* of TideMapping */
  char *notes;
} TideSectorPayload;

typedef struct
{
  TidePayload base;
  TideText name;
  char *kind;
  char *parent;
  TideDate valid_from;
  TideDate valid_to;
  gboolean retired;
  char *notes;
} TideDivisionPayload;

typedef struct
{
  TidePayload base;
  TideText name;
  char *venue;
  TideDate date;
  TidePayload *declared; /* TideDeclared */
  GPtrArray *sectors;
  char *notes;
  GPtrArray *sources;
} TideEventPayload;

typedef struct
{
  TidePayload base;
  char *title;
  char *publisher;
  TideDate date;
  char *uri;
  char *notes;
} TideSourcePayload;

typedef struct
{
  TidePayload base;
  TideText name;
  char *kind;
  char *country; /* ISO 3166-1 alpha-2 */
  char *registration;
  gboolean retired;
  char *notes;
} TidePartyPayload;

typedef struct
{
  TidePayload base;
  char *number;
  TideText name;
  char *code_name;
  gboolean confidential;
  GPtrArray *parties; /* of TideParticipation */
  GPtrArray *sectors; /* of TideClassification */
  char *division;
  char *event;             /* where it was first signed, and counts */
  GPtrArray *later_events; /* ids of events where it was shown again */
  char *parent;
  GPtrArray *distinct_from; /* ids of projects that look like it and are others */
  gboolean counted;
  GPtrArray *stages;     /* of TideStageEntry */
  GPtrArray *statuses;   /* of TideStatusEntry */
  GPtrArray *amounts;    /* of TideAmount */
  TidePayload *plans;    /* TidePlans */
  TidePayload *expected; /* TideEffects */
  TidePayload *actual;   /* TideEffects */
  char *in_charge;
  GPtrArray *activities; /* of TideActivity */
  GPtrArray *tags;
  char *notes;
  GPtrArray *sources;
  gint64 created;
  gint64 updated;
  /* derived */
  TideStage stage;
  TideDate stage_date;
  TideStatus status;
} TideProjectPayload;

typedef struct
{
  TidePayload base;
  TideText name;
  TidePayload *subject; /* TideSubject */
  char *scope;
  char *measure;
  char *division;
  TidePayload *unit;       /* TideScale */
  GPtrArray *observations; /* of TideObservation */
  GPtrArray *growth;       /* of TideGrowth */
  GPtrArray *breaks;       /* of TideBreak */
  char *notes;
  GPtrArray *sources;
} TideIndicatorPayload;

typedef struct
{
  TidePayload base;
  TideText name;
  char *kind;
  char *division;
  char *host; /* id of a party */
  GPtrArray *sectors;
  GPtrArray *counts; /* of TidePlatformCount */
  char *notes;
  GPtrArray *sources;
} TidePlatformPayload;

typedef struct
{
  TidePayload base;
  TideText name;
  char *kind;
  char *platform;
  GPtrArray *sectors;
  GPtrArray *stages; /* of TideResultStage */
  char *became;      /* id of a project */
  char *company;     /* id of a party */
  char *notes;
  GPtrArray *sources;
} TideResultPayload;

typedef struct
{
  TidePayload base;
  TideText name;
  TideDate date; /* of the rates that convert every amount; unset for those of its value-date */
  char *notes;
  GPtrArray *sources;
} TideRateSetPayload;

typedef struct
{
  TidePayload base; /* id made of set, from, to and date */
  char *set;        /* id of a set of rates, which may have no record */
  char *kind;
  char *from;
  char *to;
  TideDate date;
  TideDecimal value;
  char *source;
} TideRatePayload;

typedef struct
{
  TidePayload base;
  TideText name;
  char *indicator;
  char *sector;
  char *division;
  char *event;
  char *amount_kind;
  TideDate period;
  TideDecimal value;
  char *currency;
  char *written;
  char *notes;
  GPtrArray *sources;
} TideTargetPayload;

/**
 * TideFilter:
 *
 * Which projects are meant. Criteria of different members must all hold, values of one member are
 * alternatives, but for those that begin with "&", which must hold beside the others; an unset
 * member asks for nothing. Sectors and taxonomies know projects by way of other taxonomies too, as
 * tide_crosswalk_new() says. Where events are asked for, the amounts meant are those signed there.
 * A value like any other payload: comparable, kept in a register under a name, and the same for
 * lists, figures, charts and the command line.
 *
 * @amount is one of these words, or several with spaces between them, which must all hold, of the
 * amounts of that kind, in that period: "any", "none", "unpriced" (one without a rate), "foreign"
 * (one in another currency), "no-sum" (none with a rate), "vague" (one not dated exactly enough for
 * the period), "undated-year" and "undated-quarter" (one not dated to the year or quarter).
 *
 * @date is the date that lies in the range: the code of a stage for when it was entered (of several
 * times, one has to), "plan-start", "plan-completion", "plan-production", "created" or "updated";
 * without a range such a date has to be there. @date_match is "possibly" where it is enough that
 * the date meets the range; else ("certainly") all days that it may mean lie within.
 *
 * @counting is "live" (counted in totals; where there is a period, in those of the period),
 * "excluded", or a reason to be left out: "terminated", "not-counted", "umbrella",
 * "unknown-status", "unknown-stage", "not-dated" (to the period), "outside-period"; or "cohort" for
 * what is live or terminated, as that remains in the cohort it was signed in, and "no-cohort" for
 * the rest.
 */
typedef struct
{
  TidePayload base;
  TideText name;
  char *text;              /* words that must all occur */
  GPtrArray *sectors;      /* ids, children included ("=" and an id: not); "none" */
  GPtrArray *taxonomies;   /* ids: classified within it ("!" and an id: not; "~": by way of another
                              one; "?": not with all of it) */
  GPtrArray *divisions;    /* ids, children included ("=" and an id: not); "none" */
  GPtrArray *stages;       /* codes; "none" for no stage */
  char *stage_from;        /* code: has come at least so far */
  char *stage_to;          /* code: and has a stage that is no further */
  GPtrArray *statuses;     /* codes */
  GPtrArray *events;       /* ids: first signed there; "none" for no event */
  GPtrArray *later_events; /* ids: shown there again, or with an amount, and signed elsewhere */
  GPtrArray *parties;      /* ids */
  GPtrArray *party_kinds;  /* codes; "none" for no party of a known kind */
  GPtrArray *tags;         /* as written, each an alternative whatever it begins with */
  char *date;              /* a word, see above; without one a range lets nothing through */
  TideDate date_from;      /* on the first day of it or later */
  TideDate date_to;        /* on the last day of it or earlier */
  char *date_match;        /* a word, see above */
  GPtrArray *currencies;   /* codes: with a counted amount of amount-kind in one of them */
  GPtrArray *checks;       /* codes of quality checks that find something; "any" */
  char *amount_kind;       /* code the amount criteria speak of; unset for any */
  char *currency;          /* in which amounts are told; the register's where unset */
  char *rate_set;          /* id of the rates that tell them; the register's where unset */
  TideDate period;         /* amounts certainly dated within it are meant; unset for all */
  TideDecimal amount_from; /* priced sum of that kind, in that currency: at least */
  TideDecimal amount_to;   /* and at most */
  char *amount;            /* words, see above */
  char *counting;          /* a word, see above */
} TideFilter;

/* A number that a briefing said. */
typedef struct
{
  TidePayload base;
  char *key;  /* what it is a number of */
  char *text; /* as it stood there */
} TideBriefingFigure;

/* What was asked for and what was said. The projects are no references, as they may be gone. */
typedef struct
{
  TidePayload base;
  TideText name;
  char *subject; /* a word: "all", "event", "period" or "filter" */
  char *event;
  TideDate from;
  TideDate to;
  char *filter;
  TidePayload *criteria; /* a TideFilter: of a filter that is no record */
  char *language;        /* "en" or "zh" */
  char *unit;
  char *currency;
  char *rate_set;
  char *amount_kind;
  TideDate as_of;
  GPtrArray *parts; /* words; none for all */
  gboolean includes_names;
  char *wording;       /* id of a template, or the word of one that the program has */
  gint64 written;      /* when */
  GPtrArray *projects; /* ids of those counted then */
  GPtrArray *figures;  /* of TideBriefingFigure */
  char *text;          /* what it said */
  char *notes;
} TideBriefingPayload;

typedef struct
{
  TidePayload base;
  TideText name;
  char *language; /* "en" or "zh" */
  char *wording;  /* text with placeholders */
  char *notes;
} TideTemplatePayload;

/* A column of a table as a preset takes it. */
typedef struct
{
  TidePayload base;
  TideCount position; /* from 0 */
  char *header;
  char *field;  /* word of the codec: what it is taken as; unset to leave it out */
  char *format; /* text of the codec: how its cells are read */
  char *role;
  gboolean is_key;
} TidePresetColumn;

typedef struct
{
  TidePayload base;
  char *field;
  char *text;
} TidePresetConstant;

/* What was decided about a name of a table. The target is no reference: it may be gone. */
typedef struct
{
  TidePayload base;
  char *field;
  char *text; /* folded */
  char *act;
  char *target;
} TidePresetValue;

typedef struct
{
  TidePayload base;
  TideText name;
  char *fingerprint; /* of the header of the table */
  char *subject;
  TideCount header_row; /* from 0 */
  TideCount first_row;  /* from 0 */
  GPtrArray *columns;   /* of TidePresetColumn */
  GPtrArray *constants; /* of TidePresetConstant */
  GPtrArray *values;    /* of TidePresetValue */
  char *policy;
  char *repeats;
  gboolean clears;
  char *taxonomy;
  char *language;
  char *notes;
} TidePresetPayload;

extern const TideShape tide_shape_amount;
extern const TideShape tide_shape_stage;
extern const TideShape tide_shape_status;
extern const TideShape tide_shape_participation;
extern const TideShape tide_shape_classification;
extern const TideShape tide_shape_activity;
extern const TideShape tide_shape_filter;
extern const TideShape tide_shape_criteria;
extern const TideShape tide_shape_project;

#define TIDE_SETTINGS(payload) ((const TideSettings *) (payload))
#define TIDE_TAXONOMY_PAYLOAD(payload) ((const TideTaxonomyPayload *) (payload))
#define TIDE_SECTOR_PAYLOAD(payload) ((const TideSectorPayload *) (payload))
#define TIDE_DIVISION_PAYLOAD(payload) ((const TideDivisionPayload *) (payload))
#define TIDE_EVENT_PAYLOAD(payload) ((const TideEventPayload *) (payload))
#define TIDE_SOURCE_PAYLOAD(payload) ((const TideSourcePayload *) (payload))
#define TIDE_PARTY_PAYLOAD(payload) ((const TidePartyPayload *) (payload))
#define TIDE_PROJECT_PAYLOAD(payload) ((const TideProjectPayload *) (payload))
#define TIDE_INDICATOR_PAYLOAD(payload) ((const TideIndicatorPayload *) (payload))
#define TIDE_PLATFORM_PAYLOAD(payload) ((const TidePlatformPayload *) (payload))
#define TIDE_RESULT_PAYLOAD(payload) ((const TideResultPayload *) (payload))
#define TIDE_RATE_SET_PAYLOAD(payload) ((const TideRateSetPayload *) (payload))
#define TIDE_RATE_PAYLOAD(payload) ((const TideRatePayload *) (payload))
#define TIDE_BRIEFING_PAYLOAD(payload) ((const TideBriefingPayload *) (payload))
#define TIDE_TEMPLATE_PAYLOAD(payload) ((const TideTemplatePayload *) (payload))
#define TIDE_PRESET_PAYLOAD(payload) ((const TidePresetPayload *) (payload))
#define TIDE_FILTER(payload) ((const TideFilter *) (payload))

G_END_DECLS
