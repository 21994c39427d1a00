/// The look of review pages on screen and on paper. Every state has a mark besides its colour.
enum ReviewStyle {
  static let text = #"""
    :root{color-scheme:light;--ink:#1c1c1e;--soft:#595f69;--line:#d4d7dd;--paper:#fff;--back:#f3f4f6;
    --v:#0b6b3a;--w:#b3121d;--u:#8a5200;--e:#5d6470;--info:#1a56a8;--focus:#0a58ca}
    *{box-sizing:border-box}
    html{scroll-padding-top:7rem}
    body{margin:0;background:var(--back);color:var(--ink);
    font:16px/1.75 "Source Han Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
    .skip{position:absolute;left:-9999px}.skip:focus{left:1rem;top:.5rem;background:#fff;z-index:9}
    a{color:var(--info)}
    :focus-visible{outline:3px solid var(--focus);outline-offset:1px}
    .top{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line);
    padding:.4rem 1rem;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;align-items:center}
    h1{font-size:1.1rem;margin:0}
    .bar-tools{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:center;font-size:.9rem}
    fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.7rem;align-items:center}
    legend{float:left;padding:0;margin-right:.6rem;color:var(--soft)}
    select,button{font:inherit}
    button{background:#fff;border:1px solid #8b93a1;border-radius:4px;padding:.1rem .7rem;cursor:pointer}
    .move{display:flex;gap:.5rem;align-items:center}#pos{min-width:4.5em;text-align:center}
    .keys{margin:0;font-size:.8rem;color:var(--soft);flex-basis:100%}
    .docs{margin:1rem;overflow-x:auto;background:var(--paper);border:1px solid var(--line)}
    .docs td,.docs th{white-space:nowrap;font-size:.85rem}
    .doc[hidden]{display:none}
    .sum{background:var(--paper);margin:1rem;padding:1rem 1.2rem;border:1px solid var(--line);border-radius:6px}
    .sum h2{margin:0;font-size:1.3rem}.sum p{margin:.2rem 0}
    .path,.sha,.loc,.why{color:var(--soft);font-size:.85rem;overflow-wrap:anywhere}
    .meter{display:flex;height:8px;border-radius:4px;overflow:hidden;background:#e4e6ea;max-width:44rem}
    .meter i{min-width:2px;border-right:1px solid #fff}
    .meter .v{background:var(--v)}.meter .w{background:var(--w)}.meter .u{background:#d08a1a}.meter .e{background:#a2a9b5}
    .st{margin-right:.4em;white-space:nowrap}.st.v{color:var(--v)}.st.w{color:var(--w)}.st.u{color:var(--u)}.st.e{color:var(--e)}
    .st.v::before{content:"✓ "}.st.w::before{content:"✗ "}.st.u::before{content:"？ "}.st.e::before{content:"– "}
    .sev{font-weight:600;white-space:nowrap;margin-right:.3em}
    .sev.error{color:var(--w)}.sev.warning{color:var(--u)}.sev.info{color:var(--info)}
    .sev.error::before{content:"● "}.sev.warning::before{content:"▲ "}.sev.info::before{content:"■ "}
    .cols{display:grid;grid-template-columns:minmax(0,1fr) minmax(20rem,26rem);gap:1rem;margin:0 1rem 3rem;align-items:start}
    .text{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:2rem clamp(1rem,4vw,3.5rem);min-width:0}
    .k{content-visibility:auto;contain-intrinsic-size:auto 900px}
    .text p{margin:0;text-indent:2em;overflow-wrap:anywhere}
    .text p.c{text-align:center;text-indent:0}.text p.r{text-align:right;text-indent:0}.text p.b{font-weight:600}
    .text h3,.text h4,.text h5,.text h6{margin:1.2em 0 .4em;line-height:1.4}
    .text h3{text-align:center;font-size:1.3rem}.text h4{font-size:1.15rem}.text h5,.text h6{font-size:1rem}
    .text .cover p{text-indent:0;text-align:center;font-size:1.1rem}
    .toc{margin:1rem 0}.toc ol{list-style:none;padding-left:1em}.pg{color:var(--soft)}
    .text p.tl{text-indent:0;text-align:center;font-size:.9rem}.text p.note{font-size:.9rem}
    .text p.unread{background:#fff6e5;border-left:4px solid #d08a1a;padding:.2rem .6rem;text-indent:0}.why{display:block}
    .tw{overflow-x:auto;margin:.5rem 0 1rem}
    table{border-collapse:collapse;font-size:.85rem;line-height:1.5;font-variant-numeric:tabular-nums}
    td,th{border:1px solid #b9bec8;padding:.15rem .5rem;vertical-align:middle}th{background:#eef0f4;font-weight:600}
    td.num{text-align:right;white-space:nowrap}
    .n{cursor:pointer;border-radius:2px;border-bottom:2px solid;text-indent:0;display:inline}
    .n:hover{background:#e8f0fe}
    .n.v{border-color:var(--v)}.n.w{border-bottom:3px double var(--w);color:var(--w);font-weight:600}
    .n.u{border-bottom:2px dashed #b36b00}.n.e,.n.x{border-bottom:1px dotted #8b93a1}
    .n.v::after{content:"\2060✓";content:"\2060✓" / "相符";color:var(--v)}
    .n.w::after{content:"\2060✗";content:"\2060✗" / "矛盾"}
    .n.u::after{content:"\2060?";content:"\2060?" / "未核对";color:var(--u)}
    .n.v::after,.n.w::after,.n.u::after{font-size:.7em;vertical-align:super;line-height:0;margin-left:1px}
    .n.on{background:#cfe2ff;outline:2px solid var(--focus)}
    td .n{border-bottom-width:1px}
    mark{background:#ffe9e9;color:inherit;box-shadow:inset 0 -2px var(--w)}
    mark.warning{background:#fff1d6;box-shadow:inset 0 -2px #b36b00}mark.info{background:#e3edfb;box-shadow:inset 0 -2px var(--info)}
    .ref{font-size:.7rem;line-height:1;vertical-align:super;text-decoration:none;color:#fff;background:var(--w);border-radius:.6em;
    padding:0 .4em;margin:0 1px;user-select:none;white-space:nowrap}
    .ref.warning{background:var(--u)}.ref.info{background:var(--info)}
    .side{position:sticky;top:6.2rem;height:calc(100vh - 6.8rem);display:flex;flex-direction:column;gap:.8rem;min-width:0}
    .detail,.list{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.7rem 1rem;overflow-y:auto}
    .detail{flex:0 1 auto;max-height:55vh;font-size:.9rem}.list{flex:1 1 12rem;min-height:8rem}
    .detail h3{margin:0 0 .3rem;font-size:1rem;overflow-wrap:anywhere}.detail h4{margin:.6rem 0 0;font-size:.9rem}
    .detail ul{margin:.1rem 0;padding-left:1.2em}.detail p{margin:.1rem 0}.detail .close{float:right}
    .detail .ok::before{content:"✓ ";color:var(--v)}.detail .bad::before{content:"✗ ";color:var(--w)}
    .hint,.none{color:var(--soft);margin:.2rem 0}
    .list ol{list-style:none;margin:0;padding:0}
    .card{border-left:4px solid var(--w);padding:.3rem .6rem;margin:.4rem 0;font-size:.9rem;overflow-wrap:anywhere;
    content-visibility:auto;contain-intrinsic-size:auto 120px}
    .card.warning{border-color:#d08a1a}.card.info{border-color:var(--info)}.card p{margin:.05rem 0}.card.on{background:#eaf2ff}
    .card .head a{color:inherit;text-decoration:none}.card .head a:hover{text-decoration:underline}
    .no{display:inline-block;min-width:1.6em;text-align:center;border:1px solid var(--line);border-radius:.8em;font-size:.8rem}
    .dl b{font-weight:400;color:var(--soft)}
    .no-v .text .n.v,.no-u .text .n.u,.no-e .text .n.e,.no-w .text .n.w{border-color:transparent;color:inherit;font-weight:inherit}
    .no-v .text .n.v::after,.no-u .text .n.u::after,.no-w .text .n.w::after{content:none}
    .no-error .card.error,.no-warning .card.warning,.no-info .card.info,.card.off{display:none}
    .no-error mark.error,.no-warning mark.warning,.no-info mark.info{background:none;box-shadow:none}
    .no-error .ref.error,.no-warning .ref.warning,.no-info .ref.info{display:none}
    @media (max-width:60rem){
    html{scroll-padding-top:1rem}.top{position:static}.keys{display:none}
    .cols{display:block;margin:0 0 45vh}.sum{margin:.6rem}.text{border-radius:0;padding:1rem}
    .side{position:static;height:auto}.list{margin:.6rem;max-height:none}
    .detail{position:fixed;left:0;right:0;bottom:0;z-index:6;max-height:45vh;border-radius:10px 10px 0 0;
    border-top:2px solid var(--focus);box-shadow:0 -4px 16px #0003}.detail:has(.hint){display:none}
    button,select,.bar-tools label{min-height:2rem}}
    @media print{
    @page{size:A4;margin:18mm 16mm}
    body{background:#fff;font-size:10.5pt}.top,.detail,.keys,.skip{display:none}.doc[hidden]{display:block}.doc+.doc{break-before:page}
    .sum,.text,.list{border:0;margin:0;padding:0 0 6mm}.cols{display:flex;flex-direction:column;margin:0}
    .side{order:-1;position:static;height:auto;display:block}.list{overflow:visible}
    .card{content-visibility:visible}.card p{display:inline}.card p+p::before{content:"　"}.card .head{display:block;break-after:avoid}.k{content-visibility:visible}.tw{overflow:visible}
    table{font-size:7pt;width:100%}td,th{padding:.5mm 1mm}tr{break-inside:avoid}thead{display:table-header-group}
    td.num{white-space:normal}a{color:inherit;text-decoration:none}
    mark,.ref,.meter i,th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """#
}
