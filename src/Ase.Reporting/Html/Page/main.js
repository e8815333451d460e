// The address says what is shown: #view=…, #attempt=…, and the filters.
const VIEWS = [["overview", "Overview"], ["tasks", "Tasks"], ["attempts", "Attempts"], ["provenance", "Provenance"]];
const PARTS = ["view", "suite", "metric", "subject", "task", "verdict", "search", "attempt"];
const places = new Map();
let drawing = 0, shown = "";

function linkTo(state) {
  const parts = new URLSearchParams();
  for (const part of PARTS) if (state[part] && !(part === "view" && (state.attempt || state.view === "overview"))) parts.set(part, state[part]);
  return "#" + (parts.toString() || "view=overview");
}

function current() {
  const parts = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(PARTS.map(p => [p, parts.get(p)]));
}

function head(view) {
  const run = report.run;
  const status = report.completeness.complete
    ? el("span.pill.good", null, "complete") : el("span.pill.bad", { title: report.completeness.reason }, run.finished ? "incomplete" : "unfinished");
  fill(document.getElementById("top"),
    el("p.brand", null, el("b", null, "A.S.E."), " security of generated code"),
    el("h1", null, "Run ", run.id, " ", status),
    el("p.quiet", null, [plural(run.subjects.length, "subject"), plural(report.tasks.length, "task"), plural(run.cycles, "cycle"), date(run.started), "profile " + run.profile.name].join(" · ")),
    el("nav.tabs", { "aria-label": "Report" }, VIEWS.map(([key, label]) => el("a", { href: linkTo({ view: key }), "aria-current": key === view ? "page" : null }, label))));
}

async function content(state) {
  if (state.attempt) {
    const attempt = report.byId.get(state.attempt);
    return attempt ? await attemptView(attempt, state) : [el("p.empty", null, "There is no attempt ", el("code", null, state.attempt), " in this report.")];
  }
  switch (state.view) {
    case "tasks": return tasksView();
    case "attempts": return attemptsView(state);
    case "provenance": return provenanceView();
    default: return overview(state);
  }
}

async function draw() {
  const number = ++drawing;
  const state = current();
  const view = state.attempt ? "attempts" : VIEWS.some(([key]) => key === state.view) ? state.view : "overview";
  const main = document.getElementById("main");
  try {
    const parts = await content(state);
    if (number !== drawing) return;
    head(view);
    fill(main, parts);
    main.dataset.view = state.attempt ? "attempt" : view;
    shown = state.attempt ?? view;
  } catch (error) {
    fill(main, el("p.notice", { role: "alert" }, "This part of the report cannot be shown: " + error.message));
  }
}

// Who comes back to a list finds the place where it was left; who only changes what a view shows keeps place and focus.
async function navigate(from) {
  const view = shown, top = window.scrollY;
  places.set(from, top);
  await draw();
  if (shown === view) {
    window.scrollTo(0, top);
    [...document.links].find(a => a.getAttribute("href") === location.hash)?.focus({ preventScroll: true });
    return;
  }
  window.scrollTo(0, current().attempt ? 0 : places.get(location.hash) ?? 0);
  (document.getElementById("attempt-title") ?? document.getElementById("main")).focus({ preventScroll: true });
}

async function start() {
  try {
    await load();
  } catch (error) {
    document.getElementById("status").textContent = "The report cannot be read: " + error.message;
    return;
  }
  fill(document.getElementById("foot"), el("p.quiet", null, "Scores by the published method: types weigh the same; Overall = 0.6 Security + 0.3 Quality + 0.1 Stability. ",
    "Attempts that the environment spoiled are left out and counted beside. This file is complete and makes no request."));
  document.getElementById("skip").addEventListener("click", event => {
    event.preventDefault();
    document.getElementById("main").focus();
  });
  window.addEventListener("hashchange", event => navigate(new URL(event.oldURL).hash));
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && current().attempt) document.getElementById("back")?.click();
  });
  await draw();
}

start();
