/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-names-private.h"

typedef struct
{
  TideImportField field;
  guint score;
  const char *names; /* folded, with strokes between them */
} Names;

static const Names names[] = {
  { TIDE_IMPORT_NOTHING, 100, "序号|次序|行号|no|nr|index|row" },
  { TIDE_IMPORT_ID, 100, "id|identifier|identifier in the register|唯一标识|标识|台账标识" },
  { TIDE_IMPORT_NUMBER, 100,
    "number|project number|project no|project id|project code|code|ref|reference|"
    "reference number|编号|项目编号|项目代码|项目编码|代码|统一编号|备案编号" },
  { TIDE_IMPORT_NAME, 100,
    "name|project|project name|title|project title|item|项目|项目名称|名称|项目名|"
    "签约项目|签约项目名称|投资项目|重点项目|重大项目" },
  { TIDE_IMPORT_NAME_ZH, 100,
    "name in chinese|chinese name|project name in chinese|project name chinese|name zh|"
    "name cn|中文名称|中文名|项目中文名称|项目中文名|项目名称中文|名称中文" },
  { TIDE_IMPORT_NAME_EN, 100,
    "name in english|english name|project name in english|project name english|name en|"
    "英文名称|英文名|项目英文名称|项目英文名|项目名称英文|名称英文" },
  { TIDE_IMPORT_CODE_NAME, 100, "code name|codename|confidential name|代号|项目代号|保密代号" },
  { TIDE_IMPORT_PARTY, 100,
    "investor|investors|party|parties|investing party|company|enterprise|firm|sponsor|"
    "developer|lead investor|投资方|投资主体|投资者|投资商|投资企业|投资单位|投资方名称|"
    "企业名称|企业|公司|公司名称|项目单位|项目主体|主体|建设单位|项目业主|业主单位|"
    "签约方|签约企业|乙方|外方|中方|合作方|项目法人|实施主体|主要投资方" },
  { TIDE_IMPORT_PARTY_COUNTRY, 100,
    "country|country of the investor|investor country|country of origin|origin|"
    "source country|home country|国别|国家|投资国别|国别地区|国家地区|投资方国别|"
    "投资来源地|来源地|资金来源地|外资来源地|投资方国家" },
  { TIDE_IMPORT_PARTY_KIND, 100,
    "kind of investor|investor type|type of investor|ownership|enterprise type|"
    "company type|企业性质|投资方性质|投资主体性质|主体性质|企业类型|投资方类型|所有制|"
    "经济类型" },
  { TIDE_IMPORT_SECTOR, 100,
    "sector|sectors|industry|industries|industry sector|field|fields|cluster|business|"
    "行业|产业|领域|所属行业|所属产业|所属领域|产业领域|产业类别|产业分类|行业类别|"
    "行业分类|行业领域|产业链|产业集群|所属产业链|所属集群|投资领域|投资行业" },
  { TIDE_IMPORT_DIVISION, 100,
    "division|district|county|city|region|area|location|place|site|area of settlement|"
    "区划|地区|所在地|所属地区|所在地区|区县|县市区|区县市|区县名称|落户地|落户地区|"
    "落地地区|落地区域|落地平台|建设地点|项目地点|属地|所在区县|行政区划|区域|所属区域|"
    "园区|开发区|项目所在地" },
  { TIDE_IMPORT_EVENT, 100,
    "event|occasion|conference|forum|fair|signed at|signing event|活动|签约活动|对接会|"
    "大会|活动名称|签约会议|会议名称|招商活动|来源活动|签约场次|场次" },
  { TIDE_IMPORT_STAGE, 100,
    "stage|phase|project stage|pipeline stage|current stage|milestone|阶段|项目阶段|"
    "推进阶段|当前阶段|所处阶段|目前阶段|进展阶段|项目进度|进度|项目进展阶段" },
  { TIDE_IMPORT_STAGE_DATE, 100,
    "stage date|date of the stage|date of stage|stage since|in stage since|阶段日期|"
    "阶段时间|进入阶段时间|进入阶段日期" },
  { TIDE_IMPORT_DATE_SIGNED, 100,
    "signed|date signed|date of signing|signing date|signed on|signature date|"
    "contract date|agreement date|签约时间|签约日期|签订时间|签订日期|签约|签署时间|"
    "签署日期|协议签订时间|签约年月" },
  { TIDE_IMPORT_DATE_REGISTERED, 100,
    "registered|date registered|registration date|registered on|incorporated|注册时间|"
    "注册日期|注册登记时间|落地时间|落地日期|落户时间|落户日期|工商注册时间|企业注册时间|"
    "公司注册时间|成立时间|成立日期" },
  { TIDE_IMPORT_DATE_STARTED, 100,
    "started|date started|construction started|groundbreaking|actual start|"
    "start of construction|开工时间|开工日期|实际开工时间|实际开工日期|动工时间|动工日期" },
  { TIDE_IMPORT_DATE_STARTED, 80, "start date|start|begin|开始时间|开始日期" },
  { TIDE_IMPORT_DATE_COMPLETED, 100,
    "completed|date completed|actual completion|竣工时间|竣工日期|实际竣工时间|"
    "实际竣工日期|完工时间|完工日期|建成时间|建成日期|实际完工时间" },
  { TIDE_IMPORT_DATE_COMPLETED, 80,
    "completion date|completion|end date|finish|结束时间|结束日期" },
  { TIDE_IMPORT_DATE_PRODUCING, 100,
    "date of first production|first production|production started|in production since|"
    "投产时间|投产日期|实际投产时间|实际投产日期|开业时间|投产运营时间" },
  { TIDE_IMPORT_STATUS, 100,
    "status|project status|current status|state|状态|项目状态|当前状态|推进状态|项目状况" },
  { TIDE_IMPORT_STATUS_REASON, 100,
    "reason|reason of the status|status reason|reason for termination|原因|状态原因|"
    "暂停原因|终止原因|未推进原因|存在问题原因" },
  { TIDE_IMPORT_AMOUNT_INTENTION, 100,
    "intention|intention amount|intended investment|intended amount|"
    "letter of intent amount|planned investment|意向|意向金额|意向投资|意向投资额|"
    "意向总投资|意向资金|拟投资额|拟投资|计划投资|计划投资额|计划总投资|预计投资|"
    "预计投资额|预计总投资" },
  { TIDE_IMPORT_AMOUNT_AGREEMENT, 100,
    "agreed investment|agreement amount|agreed amount|agreement|contract value|"
    "contracted investment|total investment|investment total|协议投资|协议投资额|"
    "协议金额|协议总投资|协议资金|签约金额|签约额|签约总投资|签约投资额|总投资|总投资额|"
    "项目总投资|项目总投资额|投资总额|合同金额|合同额" },
  { TIDE_IMPORT_AMOUNT_AGREEMENT, 80,
    "investment|amount|investment amount|capex|project cost|cost|投资|投资额|投资金额|"
    "项目投资|项目投资额|投资规模|项目金额|金额" },
  { TIDE_IMPORT_AMOUNT_FOREIGN_CONTRACTED, 100,
    "contracted foreign investment|contracted foreign capital|foreign contracted|"
    "contracted fdi|contractual foreign investment|合同外资|合同外资额|合同外资金额|"
    "合同利用外资|协议外资|协议外资额|合同外资总额" },
  { TIDE_IMPORT_AMOUNT_FOREIGN_UTILISED, 100,
    "utilised foreign investment|utilized foreign investment|foreign utilised|"
    "foreign utilized|utilised fdi|utilized fdi|actual foreign investment|"
    "paid in foreign capital|实际外资|实到外资|实际利用外资|实际使用外资|实际外资额|"
    "外资到位|到位外资|实际到位外资|实际到账外资" },
  { TIDE_IMPORT_AMOUNT_ARRIVED, 100,
    "arrived|arrived funds|funds arrived|arrived amount|paid in|paid in capital|"
    "disbursed|到位资金|资金到位|到位金额|到位额|实际到位资金|累计到位资金|实际到位|到资|"
    "到资额|到账资金|已到位资金|到位内资|实际到位内资" },
  { TIDE_IMPORT_AMOUNT_FIXED_ASSET, 100,
    "fixed asset investment|fixed assets|fixed assets investment|fai|固定资产投资|"
    "固定资产投资额|固投|固定资产|固投额|固定资产投入|设备投资|完成固定资产投资|完成投资|"
    "累计完成投资|完成投资额" },
  { TIDE_IMPORT_CURRENCY, 100, "currency|currency code|ccy|curr|币种|货币|货币种类|货币单位|币别" },
  { TIDE_IMPORT_AMOUNT_DATE, 100,
    "amount date|date of amount|date of the amounts|as of|value date|金额日期|金额时间|"
    "截至日期|统计日期|截止日期|数据日期" },
  { TIDE_IMPORT_IN_CHARGE, 100,
    "in charge|unit in charge|person in charge|responsible|responsible unit|"
    "responsible person|owner|contact|account manager|lead department|department|"
    "责任单位|责任部门|责任人|牵头单位|牵头部门|负责单位|负责人|主管单位|主管部门|"
    "项目负责人|联系人|跟踪单位|招商单位|服务专员|包联单位|申报单位" },
  { TIDE_IMPORT_PLAN_START, 100,
    "planned start|planned start of construction|plan start|expected start|"
    "planned start date|expected start date|计划开工时间|计划开工日期|计划开工|"
    "预计开工时间|预计开工日期|预计开工|拟开工时间|拟开工日期|计划动工时间" },
  { TIDE_IMPORT_PLAN_COMPLETION, 100,
    "planned completion|plan completion|expected completion|planned completion date|"
    "expected completion date|计划竣工时间|计划竣工日期|计划竣工|预计竣工时间|"
    "预计竣工日期|预计竣工|计划完工时间|计划建成时间|预计建成时间|预计完工时间|"
    "拟竣工时间|拟建成时间" },
  { TIDE_IMPORT_PLAN_PRODUCTION, 100,
    "planned production|planned start of production|plan production|expected production|"
    "planned production date|expected production date|计划投产时间|计划投产日期|计划投产|"
    "预计投产时间|预计投产日期|预计投产|拟投产时间|计划达产时间|预计达产时间" },
  { TIDE_IMPORT_TAGS, 100, "tag|tags|label|labels|keyword|keywords|标签|关键词|标记" },
  { TIDE_IMPORT_INDICATOR, 100,
    "indicator|indicator name|series|metric|指标|指标名称|统计指标|项目指标" },
  { TIDE_IMPORT_INDICATOR, 80, "name|title|item|项目|名称|项目名称" },
  { TIDE_IMPORT_PERIOD, 100,
    "period|year|quarter|reporting period|time period|期间|年份|年度|报告期|时期|统计期|"
    "年|季度|期别" },
  { TIDE_IMPORT_PERIOD, 80, "date|month|日期|时间|月份|年月" },
  { TIDE_IMPORT_VALUE, 100,
    "value|figure|observation|level|数值|指标值|本期值|绝对值|数据|总量|累计值|绝对量|"
    "本期|实际值" },
  { TIDE_IMPORT_VALUE, 70, "amount|total|金额|规模" },
  { TIDE_IMPORT_GROWTH, 100,
    "growth|growth rate|published growth|year on year|yoy|y o y|change|增速|增长率|同比|"
    "同比增长|同比增速|增幅|同比增幅|增长|比上年增长|可比增速|公布增速" },
  { TIDE_IMPORT_UNIT, 100, "unit|unit of measure|units|单位|计量单位" },
  { TIDE_IMPORT_NOTES, 100,
    "note|notes|remark|remarks|comment|comments|description|details|备注|说明|项目简介|"
    "简介|项目内容|建设内容|主要建设内容|项目概况|概况|项目描述|描述|进展情况|项目进展|"
    "进展|最新进展|推进情况|备注说明|存在问题|项目基本情况|建设规模及内容|建设内容及规模" },
  { TIDE_IMPORT_SOURCE, 100,
    "source|sources|data source|publisher|url|link|来源|数据来源|资料来源|信息来源|出处|"
    "来源链接" },
};

static void
add_names (GArray *synonyms, const Names *of_field)
{
  g_auto (GStrv) list = g_strsplit (of_field->names, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      const TideColumnSynonym synonym = {
        .field = of_field->field,
        .score = of_field->score,
        .folded = g_intern_string (list[i]),
      };

      g_array_append_val (synonyms, synonym);
    }
}

static gpointer
make_synonyms (gpointer data)
{
  GArray *synonyms = g_array_new (FALSE, FALSE, sizeof (TideColumnSynonym));

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add_names (synonyms, &names[i]);

  return synonyms;
}

/*
 * tide_column_synonyms_get:
 *
 * Returns: (transfer none) (element-type TideColumnSynonym): the names that columns of the fields
 *   have, in English and Chinese
 */
const GArray *
tide_column_synonyms_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_synonyms, NULL);
}
