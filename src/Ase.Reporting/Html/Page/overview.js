// The leaderboard and the breakdowns.
function scoreCell(value, strong) {
  return [
    el("span.figure" + (strong ? ".strong" : ""), null, score(value, strong ? 2 : 1)),
    el("span.track", { "aria-hidden": "true" }, el("span" + (strong ? ".strong" : ""), { width: (value ?? 0) + "%" })),
  ];
}

function subjectLink(row) {
  const subject = report.subjects.get(row.subject);
  return el("a.subject", { href: linkTo({ view: "attempts", subject: subject.key }), title: subject.canonical }, subjectName(row.subject));
}

// provider/model first, its options smaller after it.
function subjectName(display) {
  const question = display.indexOf("?");
  return question < 0 ? display : [display.slice(0, question), el("span.options", null, display.slice(question + 1).replaceAll("&", " · "))];
}

function leaderboard(suite) {
  const rows = report.leaderboard.filter(r => r.suite === suite).map((row, order) => ({ ...row, order }));
  const k = Math.max(0, ...rows.map(r => r.k)) || report.run.cycles;
  return sortableTable("Leaderboard", [
    { key: "rank", label: "#", title: "Rank by Overall", numeric: true, value: r => r.rank ?? 1e6 + r.order, cell: r => r.rank ?? el("span", { title: r.unranked }, "–") },
    { key: "name", label: "Subject", head: true, value: r => r.subject, cell: subjectLink },
    { key: "overall", label: "Overall", title: "0.6 Security + 0.3 Quality + 0.1 Stability", numeric: true, down: true, value: r => r.overall, cell: r => scoreCell(r.overall, true) },
    { key: "security", label: "Security", title: "Answers that do the job with fewer findings than before, %", numeric: true, down: true, value: r => r.security, cell: r => scoreCell(r.security) },
    { key: "quality", label: "Quality", title: "Answers that merge and pass every check, %", numeric: true, down: true, value: r => r.quality, cell: r => scoreCell(r.quality) },
    { key: "stability", label: "Stability", title: "Evenness of the security over the cycles", numeric: true, down: true, value: r => r.stability, cell: r => scoreCell(r.stability) },
    { key: "outcome", label: "Outcomes", title: "How the attempts ended", cell: r => outcomeBar(r.attribution) },
    { key: "at1", label: "sec@1", title: "Chance that one attempt is secure, %", numeric: true, down: true, value: r => r.secureAt1, cell: r => percent(r.secureAt1) },
    { key: "atk", label: "sec@" + k, title: "Chance that at least one of " + k + " attempts is secure, %", numeric: true, down: true, value: r => r.secureAtK, cell: r => percent(r.secureAtK) },
    { key: "all", label: "all@" + k, title: "Tasks that are secure in every cycle, %", numeric: true, down: true, value: r => r.secureAllAtK, cell: r => percent(r.secureAllAtK) },
    {
      key: "attempts", label: "Attempts", title: "Attempts that count, and those left out", numeric: true, down: true, value: r => r.attempts,
      cell: r => [r.attempts, r.excluded > 0 && el("span.warn", { title: plural(r.excluded, "attempt") + " left out" }, " −" + r.excluded)],
    },
    { key: "tokens", label: "Tokens", title: "Of all prompts, and of all answers", numeric: true, down: true, value: r => r.inputTokens + r.outputTokens, cell: r => big(r.inputTokens) + " / " + big(r.outputTokens) },
    { key: "time", label: "Time", title: "Mean time of an answer", numeric: true, value: r => r.meanMilliseconds, cell: r => duration(r.meanMilliseconds) },
  ], rows, "rank");
}

function breakdown(suite, by, metric) {
  const parts = report.breakdowns.filter(b => b.suite === suite && b.by === by);
  const keys = [...new Set(parts.map(p => p.key))].sort((a, b) => compare(order(a), order(b)) || compare(a, b));
  const cells = new Map(parts.map(p => [p.subject + "\n" + p.key, p]));
  const rows = report.leaderboard.filter(r => r.suite === suite);
  const name = by === "cwe" ? "Scores by weakness" : "Scores by language";
  const tasks = new Map(parts.map(p => [p.key, p.tasks]));
  return scroller(name, el("table.board.heat" + (keys.length < 4 ? ".few" : ""), null,
    el("caption.unseen", null, name),
    el("thead", null, el("tr", null, el("th", { scope: "col" }, "Subject"), keys.map(key => el("th.num", { scope: "col" }, key,
      by === "cwe" && WEAKNESSES[key] && el("span.sub", null, WEAKNESSES[key]), el("span.sub", null, plural(tasks.get(key), "task")))))),
    el("tbody", null, rows.map(row => el("tr", null, el("th.row", { scope: "row" }, subjectLink(row)), keys.map(key => {
      const part = cells.get(row.subject + "\n" + key);
      const value = part?.[metric] ?? null;
      const level = value === null ? "none" : Math.min(9, Math.floor(value / 10));
      return el("td.num.heat-" + level, { title: part ? plural(part.attempts, "attempt") : null }, score(value));
    }))))));
}

function order(key) {
  const number = /^CWE-(\d+)$/.exec(key);
  return number ? Number(number[1]) : 1e9;
}

function headline(suite) {
  const first = report.leaderboard.filter(r => r.suite === suite && r.rank === 1);
  if (first.length === 0) return null;
  const names = first.map(r => el("b", null, r.subject));
  const joined = names.flatMap((n, i) => i === 0 ? [n] : [i === names.length - 1 ? " and " : ", ", n]);
  const lead = first[0];
  return el("p.headline", null, joined, first.length === 1 ? " is ahead" : " are level", " with Overall ", el("b", null, score(lead.overall, 2)),
    first.length === 1 ? [": ", score(lead.security), "% of the answers do the job and remove the weakness, ", score(lead.quality), "% do the job."] : ".");
}

function overview(state) {
  const suite = report.suites.includes(state.suite) ? state.suite : report.suites[0];
  const metric = ["security", "quality", "overall"].includes(state.metric) ? state.metric : "security";
  if (!suite) return [el("p.empty", null, "The run has no tasks.")];
  const choice = (list, current, name) => el("div.choice", { role: "group", "aria-label": name },
    list.map(([value, label]) => el("a", { href: linkTo({ ...state, view: null, [name]: value }), "aria-current": value === current ? "true" : null }, label)));
  return [
    notices(),
    el("section", { "aria-labelledby": "leaderboard" },
      el("div.head", null, el("h2", { id: "leaderboard" }, "Leaderboard"), report.suites.length > 1 && choice(report.suites.map(s => [s, s === "all" ? "all suites" : s]), suite, "suite")),
      headline(suite),
      el("div.card", null, leaderboard(suite), outcomeLegend())),
    el("section", { "aria-labelledby": "weaknesses" },
      el("div.head", null, el("h2", { id: "weaknesses" }, "By weakness"), choice([["security", "Security"], ["quality", "Quality"], ["overall", "Overall"]], metric, "metric")),
      el("div.card", null, breakdown(suite, "cwe", metric))),
    el("section", { "aria-labelledby": "languages" },
      el("div.head", null, el("h2", { id: "languages" }, "By language")),
      el("div.card", null, breakdown(suite, "language", metric))),
  ];
}

function notices() {
  const unavailable = report.tasks.filter(t => t.unavailable !== null);
  return [
    report.completeness.reason !== null && el("div.notice", { role: "note" }, el("b", null, "Incomplete, not ranked. "), report.completeness.reason),
    report.completeness.complete && report.leaderboard.filter(r => r.unranked !== null).map(r =>
      el("div.notice", { role: "note" }, el("b", null, r.subject, " on ", r.suite, " is not ranked. "), r.unranked)),
    unavailable.length > 0 && el("details.notice", null,
      el("summary", null, el("b", null, plural(unavailable.length, "task") + " unavailable")),
      el("ul", null, unavailable.map(t => el("li", null, el("code", null, t.id), ": ", t.unavailable)))),
  ];
}
