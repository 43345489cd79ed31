#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates the checker corpus and recomputes every expected number with exact fractions.
Usage: verify.py [folder ...]      (default: the folder of this script; give the locked folder too)
No third-party modules; reads only the corpus and its two registers. See README.md for the rules."""
import json, os, re, sys
from fractions import Fraction as F

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = {"amount","count","level","growth","share","year","span","division","field","project","party","platform","event"}
VERDICTS = {"reproduces","differs","conflicts","suspicious-unit","wrong-name","cannot-be-checked","recognised"}
REASONS = {"no-such-fact","no-kind","no-year","no-rate","across-a-break","comparable-prices","target","not-asserted","threshold","ambiguous"}
AMOUNT_OF = {"intention","agreement","foreign-contracted","foreign-utilised","arrived","fixed-asset","output","added-value",
             "revenue","gdp","profit","tax","exports","r-and-d","tier","threshold","unknown"}
LEVEL_OF = {"output","added-value","revenue","gdp","profit","tax","exports","r-and-d","fixed-asset","foreign-utilised"}
COUNT_UNITS = {"projects","pilot-projects","research-centres","research-teams","talents","academicians","principal-investigators","platforms",
               "enterprises","jobs","patents","fields","clusters","parks","countries"}
MONEY = {"CNY","USD","EUR","HKD","JPY","mixed"}
THEMES = {"amounts","counts","levels","growth","shares","spans","names","conflicts","units","furniture","hypothetical","carried","whole-reports"}

# ---------------------------------------------------------------- reading a written number (only to cross-check the data)
EN = {w:i for i,w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}
EN.update({w:10*i for i,w in enumerate("- - twenty thirty forty fifty sixty seventy eighty ninety".split()) if i>1})
ZD = {c:i for i,c in enumerate("零一二三四五六七八九")}; ZD.update({"两":2,"〇":0,"壹":1,"贰":2,"叁":3,"肆":4,"伍":5,"陆":6,"柒":7,"捌":8,"玖":9})
ZU = {"十":10,"百":100,"千":1000,"拾":10,"佰":100,"仟":1000}
def zh_int(s):
    """(value, unit of the last written digit)"""
    total=sec=num=0; last=1
    for c in s:
        if c in ZD: num=ZD[c]; last=1
        elif c in ZU: sec+=(num or 1)*ZU[c]; num=0; last=ZU[c]
        elif c in "万亿":
            m={"万":10**4,"亿":10**8}[c]; total=(total+sec+num)*m; sec=num=0; last*=m
    return total+sec+num,last
def half(s):
    return "".join(chr(ord(c)-0xFEE0) if 0xFF01<=ord(c)<=0xFF5E else c for c in s)
SCALES=[("万亿",10**12),("千亿",10**11),("百亿",10**10),("十亿",10**9),("亿",10**8),("千万",10**7),("百万",10**6),("万",10**4),("千",1000),("百",100),
        ("trillion",10**12),("billion",10**9),("million",10**6),("thousand",1000),("hundred",100),("tn",10**12),("bn",10**9),("mn",10**6),("m",10**6),("k",1000)]
def read(quote):
    """list of (value, precision) candidates read from a quote; first number first"""
    q=half(quote); q=re.sub(r"(?<=[\d.,])[\s\u00a0]*\n[\s\u00a0]*(?=[\d.,])","",q); q=re.sub(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?!\d))","",q)
    out=[]
    m=re.search(r"百分之([零一二三四五六七八九十百两〇]+)(点([零一二三四五六七八九〇]+))?",q)
    if m:
        v,_=zh_int(m.group(1)); p=F(1); v=F(v)
        if m.group(3):
            d=m.group(3); p=F(1,10**len(d)); v+=F(int("".join(str(ZD[c]) for c in d)),10**len(d))
        return [(v,p)]
    m=re.search(r"([一二三四五六七八九])成",q)
    if m: return [(F(ZD[m.group(1)]*10),F(10))]
    for m in re.finditer(r"\d[\d,]*(?:\.\d+)?",q):
        t=m.group(0).rstrip(",").replace(",","")
        dec=len(t.split(".")[1]) if "." in t else 0
        v,p=F(t),F(1,10**dec)
        rest=re.sub(r"^[\s\u00a0\-]*[余多]?","",q[m.end():]).lower()
        for w,s in SCALES:
            if rest.startswith(w) and not (w.isascii() and len(rest)>len(w) and rest[len(w)].isalpha()):
                v,p=v*s,p*s
                r2=rest[len(w):].lstrip(" -")
                if w in("hundred","thousand"):
                    for w2,s2 in SCALES:
                        if r2.startswith(w2): v,p=v*s2,p*s2; break
                break
        out.append((v,p))
    if out: return out
    m=re.search(r"[零一二三四五六七八九十百千万亿两〇壹贰叁肆伍陆柒捌玖拾佰仟]+",q)
    if m:
        s=m.group(0)
        if "〇" in s or re.fullmatch(r"[零一二三四五六七八九]{4}",s): return [(F(int("".join(str(ZD[c]) for c in s))),F(1))]
        v,p=zh_int(s)
        t=q[m.end():]
        k=re.match(r"点([零一二三四五六七八九〇]+)",t)
        if k:
            d=k.group(1); v=F(v)+F(int("".join(str(ZD[c]) for c in d)),10**len(d)); p=F(1,10**len(d)); t=t[k.end():]
            for w,sc in SCALES:
                if t.startswith(w): v,p=v*sc,p*sc; break
        return [(F(v),F(p))]
    v=None; p=F(1); cur=F(0); tot=F(0)
    for w in re.findall(r"[a-z]+",q.lower()):
        if w in EN: cur+=EN[w]; v=1; p=F(1)
        elif w=="hundred" and v: cur*=100; p=F(100)
        elif w in("thousand","million","billion","trillion") and v:
            s=dict(SCALES)[w]; tot+=cur*s; p=p*s; cur=F(0)
    return [(tot+cur,p)] if v else []

# ---------------------------------------------------------------- exact arithmetic
def iroot(n,k):
    if n<2: return n
    x=1<<((n.bit_length()+k-1)//k)
    while True:
        y=((k-1)*x+n//x**(k-1))//k
        if y>=x: return x
        x=y
D=16
def root(x,k): return F(iroot(x.numerator*10**(D*k)//x.denominator,k),10**D)
def dec(x,places=None):
    x=F(x)
    if places is not None:
        n=x*10**places; s=-1 if n<0 else 1; n=s*((2*abs(n.numerator)+n.denominator)//(2*n.denominator)); x=F(n,10**places)
    sg="-" if x<0 else ""; x=abs(x); i=x.numerator//x.denominator; r=x-i; out=""
    while r:
        r*=10; d=r.numerator//r.denominator; out+=str(d); r-=d
        if len(out)>30: raise ValueError("not a decimal")
    if places is not None: out=out.ljust(places,"0")
    return sg+str(i)+("."+out if out else "")
def iv(v,p): return (F(v),F(v)-F(p)/2,F(v)+F(p)/2)

# ---------------------------------------------------------------- registers
TIER={"billion":10**9,"hundred-billion":10**11,"five-hundred-billion":5*10**11,"trillion":10**12}
class Register:
    def __init__(s,path):
        s.d=json.load(open(path,encoding="utf-8"))
    def one(s,lst,i):
        r=[x for x in s.d.get(lst,[]) if x["id"]==i]
        if len(r)!=1: raise KeyError(f"{lst} {i}")
        return r[0]
    def ref(s,r):
        """(value, low, high, unit) of a register fact"""
        k=r.split(":")
        if k[0]=="event":
            e=s.one("events",k[1])["declared"]
            if k[2]=="projects": return (F(e["projects"]),)*3+("projects",)
            a=[x for x in e["amounts"] if x["kind"]==k[2] and x.get("part")==(k[3] if len(k)>3 else None)]
            assert len(a)==1,r
            return iv(a[0]["value"],a[0].get("precision","0"))+(a[0]["currency"],)
        if k[0]=="project":
            p=s.one("projects",k[1])
            if k[2]=="jobs": return (F(p["expected"]["jobs"]),)*3+("jobs",)
            a=[x for x in p["amounts"] if x["kind"]==k[2]]; assert a,r
            cur={x["currency"] for x in a}; assert len(cur)==1
            v=sum(F(x["value"]) for x in a); w=sum(F(x.get("precision","0")) for x in a)
            return iv(v,w)+(cur.pop(),)
        if k[0]=="obs":
            i=s.one("indicators",k[1]); o=[x for x in i["observations"] if x["period"]==k[2]]; assert len(o)==1,r
            sc=F(i["unit"]["scale"]); t=o[0]["value"]; p=F(1,10**(len(t.split(".")[1]) if "." in t else 0))
            return iv(F(t)*sc,p*sc)+(i["unit"]["currency"],)
        if k[0]=="published":
            i=s.one("indicators",k[1]); g=[x for x in i["growth"] if x["from"]==k[2] and x["to"]==k[3]]; assert len(g)==1,r
            t=g[0]["rate"]; p=F(1,10**(len(t.split(".")[1]) if "." in t else 0))
            return iv(t,p)+("percent",)
        if k[0]=="count":
            p=s.one("platforms",k[1]); c=[x for x in p["counts"] if x["measure"]==k[2] and (len(k)<4 or x["date"]==k[3])]
            c=sorted(c,key=lambda x:x["date"])[-1]
            return (F(c["value"]),)*3+(k[2],)
        if k[0]=="tier":
            for t in s.d["taxonomies"]:
                for x in t["sectors"]:
                    if x["id"]==k[1]: return (F(TIER[x["tier"]]),)*3+("CNY",)
            raise KeyError(r)
        if k[0]=="rate":
            x=[x for x in s.d.get("rates",[]) if x["from"]==k[1] and x["to"]==k[2]]; assert x,r
            return (F(x[-1]["value"]),)*3+("rate",)
        raise KeyError(r)
    def ids(s,lst): return {x["id"] for x in s.d.get(lst,[])}
    def fieldnames(s): return {x["name"]["en"].lower() for t in s.d["taxonomies"] for x in t["sectors"]}

def evaluate(basis,case,reg):
    """(value, low, high, unit, source) of a basis expression"""
    tok=basis.split(); op="equal"
    if tok[0] in("cagr","change","share","sum","difference","convert","same"): op=tok.pop(0)
    args=[]; src=set(); raw=[]
    for t in tok:
        if t.startswith("#"):
            f=case["findings"][int(t[1:])-1]; raw.append(f); src.add("text")
            if f["kind"]=="count" and f.get("precision","1")=="1": args.append((F(f["value"]),)*3+(f["unit"],))
            else: args.append(iv(f["value"],f.get("precision","0"))+(f["unit"],))
        elif re.fullmatch(r"\d+",t): args.append(int(t))
        else: args.append(reg.ref(t)); src.add("register")
    where="text" if src=={"text"} else "register"
    if op in("equal","same"): a=args[0]; return a[0],a[1],a[2],a[3],where
    if op=="cagr":
        a,b,n=args; f=lambda x,y:(root(F(y)/F(x),n)-1)*100
        return f(a[0],b[0]),f(a[2],b[1]),f(a[1],b[2]),"percent",where
    if op=="change":
        a,b=args; f=lambda x,y:(F(y)/F(x)-1)*100
        return f(a[0],b[0]),f(a[2],b[1]),f(a[1],b[2]),"percent",where
    if op=="share":
        a,b=args; f=lambda x,y:F(x)/F(y)*100
        return f(a[0],b[0]),f(a[1],b[2]),f(a[2],b[1]),"percent",where
    if op=="sum":
        assert len({a[3] for a in args})==1,"sum of different units"
        return sum(a[0] for a in args),sum(a[1] for a in args),sum(a[2] for a in args),args[0][3],where
    if op=="difference":
        a,b=args; return b[0]-a[0],b[1]-a[2],b[2]-a[1],"percentage-points",where
    if op=="convert":
        a,r=args; return a[0]*r[0],a[1]*r[0],a[2]*r[0],"CNY","register"
def by_of(basis,where):
    op=basis.split()[0]
    if where=="text": return {"cagr":"text-growth","change":"text-growth","share":"text-share","sum":"text-sum","difference":"text-difference","same":"text-same"}[op]
    return "rate" if op=="convert" else "register"
def places(f): return 3 if f["unit"] in("percent","percentage-points") else None

def agrees(f,c):
    v=F(f["value"]) if "/" not in f["value"] else None
    if v is None:
        lo,hi=map(F,f["value"].split("/")); return c[2]>=lo and c[1]<=hi
    q=f.get("qualifier")
    if q=="more-than": return c[2]>=v and c[1]<=v*F(11,10)
    if q=="nearly": return c[1]<=v and c[2]>=v*F(9,10)
    if q=="about": return c[2]>=v*F(95,100) and c[1]<=v*F(105,100)
    p=F(f.get("precision","0"))
    if f["kind"]=="count" and p<=1: p=F(0)
    return v+p/2>=c[1] and v-p/2<=c[2]

def check(case,regs,err):
    reg=regs[case["register"]]; text=case["text"]; seen=set()
    for n,f in enumerate(case["findings"],1):
        E=lambda m: err(f"{case['id']} #{n} {f.get('quote')!r}: {m}")
        if f["kind"] not in KINDS: E("kind")
        if f["verdict"] not in VERDICTS: E("verdict")
        if text[f["start"]:f["end"]]!=f["quote"]: E("start/end")
        pos=-1
        for _ in range(f["occurrence"]): pos=text.find(f["quote"],pos+1)
        if pos!=f["start"]: E("occurrence")
        key=(f["start"],f["end"],f["kind"])
        if key in seen: E("twice")
        seen.add(key)
        k=f["kind"]
        if (f["verdict"]=="cannot-be-checked")!=("reason" in f and f["verdict"]!="wrong-name" and f["verdict"]!="suspicious-unit"): E("reason")
        if f["verdict"]=="cannot-be-checked" and f["reason"] not in REASONS: E("reason code "+str(f.get("reason")))
        if k in("amount","level"):
            if f["of"] not in (AMOUNT_OF if k=="amount" else LEVEL_OF): E("of "+f["of"])
            if f["unit"] not in MONEY: E("currency")
            if k=="level" and not re.fullmatch(r"\d{4}",f.get("year","")): E("level without year")
        elif k=="count":
            if f["unit"] not in COUNT_UNITS: E("count unit "+f["unit"])
        elif k in("growth","share"):
            if f["unit"] not in("percent","percentage-points"): E("unit")
        elif k=="division":
            if f["value"]!="unknown" and f["value"] not in reg.ids("divisions"): E("division id")
            if f["verdict"] not in("recognised","wrong-name"): E("verdict of a name")
        elif k in("year","span"):
            pat=r"\d{4}" if k=="year" else r"\d{4}/\d{4}"
            if not re.fullmatch(pat,f["value"]): E("value of "+k)
            if f["verdict"]!="recognised": E("verdict of "+k)
        else:
            if f["verdict"]!="recognised": E("verdict of a name")
            if k=="field":
                if f["value"] not in reg.fieldnames(): E("field name "+f["value"])
            else:
                lst={"project":"projects","party":"parties","platform":"platforms","event":"events"}[k]
                if f["value"] not in reg.ids(lst): E("id "+f["value"])
        if k in("amount","level","count","growth","share"):
            vals=f["value"].split("/")
            for v in vals:
                if not re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?",v): E("decimal text "+v)
            got=read(f["quote"]); sc=F(f.get("carried-scale","1"))
            if f.get("of")!="tier" and "level" not in f["quote"]:
                if not got: E("cannot read quote")
                elif "/" in f["value"]:
                    pass
                else:
                    ok=[(v,p) for v,p in got if v*sc==abs(F(f["value"]))]
                    if not ok: E(f"value {f['value']} not read from quote: {[str(v*sc) for v,_ in got]}")
                    elif not any(F(f.get("precision","1"))==p*sc for v,p in ok): E(f"precision {f.get('precision')} vs {[str(p*sc) for v,p in ok]}")
        if f["verdict"] in("reproduces","differs","conflicts") or (f["verdict"]=="suspicious-unit" and "basis" in f):
            if "basis" not in f: E("no basis"); continue
            try: c=evaluate(f["basis"],case,reg)
            except Exception as x: E(f"basis {f['basis']}: {x!r}"); continue
            if f.get("by")!=by_of(f["basis"],c[4]): E("by should be "+by_of(f["basis"],c[4]))
            over=f.get("conflict")=="part-exceeds-whole"
            if f["verdict"]=="reproduces":
                if c[3]!=f["unit"]: E(f"unit {f['unit']} vs {c[3]}")
                if not agrees(f,c): E(f"does not reproduce: {float(c[1])}..{float(c[2])}")
            elif f["verdict"] in("differs","conflicts"):
                if over:
                    if not F(f["value"])-F(f.get("precision","0"))/2>c[2]: E("part does not exceed whole")
                elif agrees(f,c): E(f"agrees after all: {float(c[1])}..{float(c[2])}")
                if not over and c[3]!=f["unit"] and not(f["kind"]=="growth"): E(f"unit {f['unit']} vs {c[3]}")
                if f["verdict"]=="conflicts" and c[4]!="text": E("conflict must be with the text")
            else:
                ok=False
                for e in range(-6,7):
                    g=dict(f); s=F(10)**e; g["value"]=dec(F(f["value"])*s); g["precision"]=dec(F(f.get("precision","0"))*s)
                    if agrees(g,c) and e: ok=True
                if c[3]!=f["unit"] and agrees(f,c): ok=True
                if not ok: E("no power of ten and no other currency")
            want={"value":dec(c[0],places(f)),"low":dec(c[1],places(f)),"high":dec(c[2],places(f))}
            if f["verdict"]!="reproduces" or f["kind"] in("growth","share"):
                if f.get("computed")!=want: E(f"computed {f.get('computed')} should be {want}")
    kinds=[f["kind"] for f in case["findings"]]
    if case["theme"]=="furniture" and not case.get("trap"): err(case["id"]+": furniture must be a trap")

def main(dirs):
    sys.path.insert(0,HERE); errors=[]
    regs={"ningbo":Register(os.environ.get("NINGBO",os.path.join(HERE,"../../../data/samples/ningbo.tideline"))),"corpus":Register(os.path.join(HERE,"register-corpus.tideline"))}
    ids=set(); total={}; verd={}; traps=0; nf=0
    for d in dirs:
        for root_,_,files in sorted(os.walk(d)):
            for fn in sorted(files):
                if not fn.endswith(".json"): continue
                doc=json.load(open(os.path.join(root_,fn),encoding="utf-8"))
                if doc.get("format")!="tideline-checker-corpus": continue
                for c in doc["cases"]:
                    if c["id"] in ids: errors.append("double id "+c["id"])
                    ids.add(c["id"])
                    if c["theme"] not in THEMES: errors.append("theme "+c["theme"])
                    if f"{c['language']}/{c['theme']}.json"!=os.path.relpath(os.path.join(root_,fn),d): errors.append("file of "+c["id"])
                    check(c,regs,errors.append)
                    total[(c["language"],c["theme"])]=total.get((c["language"],c["theme"]),0)+1; traps+=c.get("trap",False)
                    for f in c["findings"]:
                        nf+=1; k=(f["verdict"],c["language"]); verd[k]=verd.get(k,0)+1
    for e in errors: print("ERROR",e)
    print(f"{len(ids)} cases ({sum(v for (l,_),v in total.items() if l=='en')} en, {sum(v for (l,_),v in total.items() if l=='zh')} zh), {traps} traps, {nf} findings, {len(errors)} errors")
    for t in sorted({t for _,t in total}): print(f"  {t:14} en {total.get(('en',t),0):3}  zh {total.get(('zh',t),0):3}")
    for v in sorted({v for v,_ in verd}): print(f"  {v:18} en {verd.get((v,'en'),0):4}  zh {verd.get((v,'zh'),0):4}")
    return 1 if errors else 0
if __name__=="__main__": sys.exit(main(sys.argv[1:] or [HERE]))
