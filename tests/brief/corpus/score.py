#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference scorer. score.py REPORTED.json [folder ...]
REPORTED.json: { "case id": [ { "start", "end", "kind", "of", "value", "unit", "verdict" } … ] … } (code points).
Prints precision and recall per language with every miss; `--self` scores the expectations against themselves."""
import json, os, sys
from fractions import Fraction as F
HERE=os.path.dirname(os.path.abspath(__file__))
def cases(dirs):
    for d in dirs:
        for r,_,fs in sorted(os.walk(d)):
            for f in sorted(fs):
                if f.endswith(".json"):
                    j=json.load(open(os.path.join(r,f),encoding="utf-8"))
                    if j.get("format")=="tideline-checker-corpus": yield from j["cases"]
def val(v):
    try: return tuple(F(x) for x in v.split("/"))
    except (ValueError,ZeroDivisionError): return v
def over(a,b): return a["start"]<b["end"] and b["start"]<a["end"]
def right(e,r):
    if e["kind"]!=r["kind"] or val(e["value"])!=val(r["value"]) or e["verdict"]!=r["verdict"]: return False
    if e["kind"] in("amount","level") and e["of"]!=r.get("of"): return False
    return e["kind"] in("year","span") or e.get("unit")==r.get("unit")
def score(case,rep):
    """(right, expected, counted reported, missed expectations, false reports)"""
    exp=[e for e in case["findings"] if not e.get("optional")]; opt=[e for e in case["findings"] if e.get("optional")]
    pairs=[(i,j) for i,e in enumerate(exp) for j,r in enumerate(rep) if e["kind"]==r["kind"] and over(e,r) and right(e,r)]
    adj={}
    for i,j in pairs: adj.setdefault(i,[]).append(j)
    taken={}
    def aug(i,seen):
        for j in adj.get(i,[]):
            if j in seen: continue
            seen.add(j)
            if j not in taken or aug(taken[j],seen): taken[j]=i; return True
        return False
    for i in range(len(exp)): aug(i,set())
    neutral=set()
    for j,r in enumerate(rep):
        if j in taken: continue
        t=case["text"][r["start"]:r["end"]]
        if any(o["kind"]==r["kind"] and over(o,r) for o in opt) and not any(e["kind"]==r["kind"] and over(e,r) for e in exp): neutral.add(j)
        elif case["theme"]!="furniture" and (r["kind"]=="division" and r["value"]=="330200" or r["kind"]=="field" and ("361" in t or "246" in t)): neutral.add(j)
    return len(taken),len(exp),len(rep)-len(neutral),[e for i,e in enumerate(exp) if i not in taken.values()],[r for j,r in enumerate(rep) if j not in taken and j not in neutral]
def main(a):
    dirs=a[1:] or [HERE]; rep=None if a[0]=="--self" else json.load(open(a[0],encoding="utf-8")); tot={}
    for c in cases(dirs):
        r=c["findings"] if rep is None else rep.get(c["id"],[])
        ok,n,m,miss,false=score(c,r); t=tot.setdefault(c["language"],[0,0,0]); t[0]+=ok; t[1]+=n; t[2]+=m
        for e in miss: print("MISSED",c["id"],e["quote"].replace("\n","⏎"),e["kind"],e.get("of",""),e["value"],e.get("unit",""),e["verdict"])
        for e in false: print("FALSE ",c["id"],c["text"][e["start"]:e["end"]].replace("\n","⏎"),e["kind"],e.get("of",""),e["value"],e.get("unit",""),e["verdict"])
    for l,(ok,n,m) in sorted(tot.items()): print(f"{l}: precision {ok}/{m} = {100*ok/max(m,1):.2f} %, recall {ok}/{n} = {100*ok/max(n,1):.2f} %")
if __name__=="__main__": main(sys.argv[1:])
