// The tasks with every verdict, the attempts with their filters, and where the run came from.
const ATTEMPTS_AT_ONCE = 100;
const rowsShown = new Map();

function tasksView() {
  const subjects = report.run.subjects;
  return [
    el("section", { "aria-labelledby": "tasks" },
      el("div.head", null, el("h2", { id: "tasks" }, "Tasks"), el("p.quiet", null, "One sign for each cycle; each leads to the attempt.")),
      el("div.card", null, scroller("Verdicts by task and subject", el("table.board.matrix", null,
        el("caption.unseen", null, "Verdicts by task and subject"),
        el("thead", null, el("tr", null, el("th", { scope: "col" }, "Task"), subjects.map(s => el("th.turned", { scope: "col", title: s.canonical }, el("span", null, s.display))))),
        el("tbody", null, report.tasks.map(task => el("tr", null,
          el("th.row", { scope: "row" },
            el("a.subject", { href: linkTo({ view: "attempts", task: task.id }) }, task.id),
            el("span.sub", null, task.title),
            el("span.sub", null, [task.suite, task.language, task.cwe, task.cve, task.severity].filter(Boolean).join(" · ")),
            task.unavailable !== null && el("span.sub.warn", null, task.unavailable)),
          subjects.map(s => el("td", null, el("span.marks", null, attemptsOf(task, s).map(mark)))))))))))
  ];
}

function attemptsView(initial) {
  let state = initial;
  const count = el("p.quiet", { role: "status" });
  const results = el("div.card");
  // Filters replace the address, so that "back" leaves the list and does not undo every letter.
  const change = name => e => {
    state = { ...state, [name]: e.target.value || null };
    history.replaceState(null, "", linkTo(state));
    refresh();
  };
  const select = (name, label, all, items) => el("label", null, label,
    el("select", { id: "filter-" + name, onchange: change(name) }, option("", all, state[name] ?? ""), items.map(([value, text]) => option(value, text, state[name]))));

  function refresh() {
    const found = filtered(state);
    count.textContent = found.length + " of " + plural(report.attempts.length, "attempt");
    fill(results, found.length === 0 ? el("p.empty", null, "No attempt matches.") : attemptsTable(found, state));
  }

  refresh();
  return [
    el("section", { "aria-labelledby": "attempts" },
      el("div.head", null, el("h2", { id: "attempts" }, "Attempts"), count),
      el("form.filters", { onsubmit: e => e.preventDefault() },
        select("subject", "Subject", "all subjects", report.run.subjects.map(s => [s.key, s.display])),
        select("task", "Task", "all tasks", report.tasks.map(t => [t.id, t.id])),
        select("verdict", "Verdict", "all verdicts", report.verdicts.filter(v => report.attempts.some(a => a.verdict === v)).map(v => [v, VERDICTS[v].label])),
        el("label", null, "Search", el("input", { id: "filter-search", type: "search", value: state.search ?? "", placeholder: "task, title, CWE, language", oninput: change("search") }))),
      results),
  ];
}

function attemptsTable(found, state) {
  const body = el("tbody");
  const more = el("button.more", { type: "button", onclick: () => show() });
  let shown = 0;

  function show(count = ATTEMPTS_AT_ONCE) {
    const next = found.slice(shown, shown + count);
    append(body, next.map(a => el("tr", null,
      el("td", { "data-label": "Verdict" }, el("a.verdict", { href: linkTo({ ...state, attempt: a.id }) }, badge(a.verdict))),
      el("td", { "data-label": "Task" }, el("code", null, a.task.id), el("span.sub", null, a.task.title)),
      el("td", { "data-label": "Subject" }, subjectName(a.subject.display)),
      el("td.num", { "data-label": "Cycle" }, a.cycle),
      el("td", { "data-label": "Note" }, a.note))));
    shown += next.length;
    rowsShown.set(linkTo(state), shown);
    more.hidden = shown >= found.length;
    more.textContent = "Show " + Math.min(ATTEMPTS_AT_ONCE, found.length - shown) + " more";
  }

  show(rowsShown.get(linkTo(state)));
  return [
    scroller("Attempts", el("table.board.cards.list", null,
      el("caption.unseen", null, "Attempts"),
      el("thead", null, el("tr", null, ["Verdict", "Task", "Subject", "Cycle", "Note"].map(h => el("th" + (h === "Cycle" ? ".num" : ""), { scope: "col" }, h)))),
      body)),
    more,
  ];
}

function filtered(state) {
  const words = (state.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return report.attempts.filter(a =>
    (!state.subject || a.subject.key === state.subject) && (!state.task || a.task.id === state.task) && (!state.verdict || a.verdict === state.verdict) &&
    words.every(w => a.search.includes(w)));
}

function provenanceView() {
  const run = report.run;
  const facts = (name, list) => el("section", { "aria-label": name }, el("div.head", null, el("h2", null, name)), el("div.card", null, el("dl.facts", null, list.map(([k, v]) => [el("dt", null, k), el("dd", null, v)]))));
  return [
    facts("Run", [
      ["id", el("code", null, run.id)], ["started", date(run.started)], ["finished", run.finished ? date(run.finished) : "not finished"],
      ["plan", plural(run.subjects.length, "subject") + " × " + plural(report.tasks.length, "task") + " × " + plural(run.cycles, "cycle") + " = " + plural(report.completeness.planned, "attempt")],
      ["graded", report.completeness.counted + ", left out " + report.completeness.excluded + " (" + plural(report.completeness.infrastructureErrors, "infrastructure error") + ", " + report.completeness.notRun + " not run)"],
      ["grading profile", run.profile.name + (run.profile.checkers.length > 0 ? " (" + run.profile.checkers.join(", ") + ")" : " (in-process checks only)")],
    ]),
    facts("Versions and settings", Object.entries(run.provenance).map(([k, v]) => [k, el("code", null, v)])),
    el("section", { "aria-label": "Subjects" }, el("div.head", null, el("h2", null, "Subjects, every option explicit")),
      el("div.card", null, el("ul.subjects", null, run.subjects.map(s => el("li", null, el("b", null, s.display), el("code", null, s.canonical)))))),
  ];
}
