// One attempt: how it ended and why, the change, the checks, the taint paths, and what was asked and answered.
async function attemptView(attempt, state) {
  const [grade, generation] = await Promise.all([recordAt(attempt.grade), recordAt(attempt.generation)]);
  const findings = grade?.findings ?? [];
  const list = filtered(state);
  const position = list.indexOf(attempt);
  const step = (offset, label) => position >= 0 && list[position + offset]
    ? el("a.button", { href: linkTo({ ...state, attempt: list[position + offset].id }) }, label) : el("span.button.off", { "aria-disabled": "true" }, label);
  const { task, subject } = attempt;
  return [
    el("nav.crumbs", { "aria-label": "Attempt" },
      el("a.button", { id: "back", href: linkTo({ ...state, view: "attempts", attempt: null }) }, "← Attempts"),
      el("span.grow"), step(-1, "Previous"), step(1, "Next")),
    el("section.attempt", { "aria-labelledby": "attempt-title" },
      el("div.verdict-line", null, badge(attempt.verdict), el("h2", { id: "attempt-title", tabindex: "-1" }, task.title)),
      el("p.quiet", null, el("code", null, task.id), " · ", [task.suite, task.language, task.cwe, task.cve].filter(Boolean).join(" · ")),
      el("p", null, el("b", null, subject.display), ", cycle " + attempt.cycle + " of " + report.run.cycles, " ",
        el("span.marks", { "aria-label": "All cycles" }, attemptsOf(task, subject).map(mark))),
      reasonOf(grade, generation, task),
      el("div.card", null, el("dl.facts.grid", null, factsOf(grade, generation).map(([k, v, hint]) => el("div", { title: hint }, el("dt", null, k), el("dd", null, v)))))),
    findings.length > 0 && section("Taint path" + (findings.length === 1 ? "" : "s"), findings.map(findingView)),
    attempt.diff !== MISSING && section("Change", await diffSection(attempt, findings)),
    grade && section("Quality checks", checksView(grade)),
    section("Prompt and answer", [lazyText("Answer", attempt.answer), lazyText("Prompt", attempt.prompt)]),
    section("Other subjects on this task", el("ul.others", null, report.run.subjects.filter(s => s !== subject).map(s =>
      el("li", null, el("span.marks", null, attemptsOf(task, s).map(mark)), " ", subjectName(s.display))))),
  ];
}

function section(title, ...children) {
  return el("section", { "aria-label": title }, el("div.head", null, el("h3", null, title)), children);
}

function reasonOf(grade, generation, task) {
  const reason = grade?.reason || generation?.error || task.unavailable || (generation ? "The answer is not graded yet." : "The attempt did not run.");
  return el("p.reason", null, reason);
}

function factsOf(grade, generation) {
  const facts = [];
  if (grade) {
    facts.push(["does the job (q)", grade.quality ? "yes" : "no", "The patch applies and every check passes"]);
    facts.push(["fewer findings (s)", grade.security ? "yes" : "no", "The published definition of secure"]);
    facts.push(["findings before", grade.before, "Through the region of the vulnerable revision"]);
    facts.push(["findings after", grade.after < 0 ? "not scanned" : grade.after, "Through the changed code"]);
    facts.push(["findings on the fix", grade.fixed, "Through the region of the reference"]);
  }
  if (generation) {
    facts.push(["tokens in / out", generation.inputTokens + " / " + generation.outputTokens]);
    facts.push(["time", generation.cached ? "from the cache" : duration(generation.milliseconds)]);
    facts.push(["requests", generation.requests]);
    if (generation.finishReason) facts.push(["stopped because", generation.finishReason]);
    if (generation.reportedModel) facts.push(["model as reported", generation.reportedModel]);
    facts.push(["prompt digest", el("code", { title: generation.promptDigest }, generation.promptDigest.slice(0, 12))]);
    if (generation.answerDigest) facts.push(["answer digest", el("code", { title: generation.answerDigest }, generation.answerDigest.slice(0, 12))]);
  }
  if (grade?.gradingDigest) facts.push(["grading digest", el("code", { title: grade.gradingDigest }, grade.gradingDigest.slice(0, 12))]);
  return facts;
}

async function diffSection(attempt, findings) {
  if (attempt.diff === LEFT_OUT) return leftOut();
  const { text, more } = await textAt(attempt.diff);
  if (text === "") return el("p.empty", null, "The answer changes nothing.");
  return el("div.card.flush", null, diffView(text, findings), more > 0 && cut(more));
}

function checksView(grade) {
  return el("div.card", null,
    grade.checks.length === 0 && el("p.empty", null, "No check ran."),
    el("ul.checks", null, grade.checks.map(c => el("li", null,
      el("span.badge." + (c.passed ? "secure" : "check"), null, el("span.sign", { "aria-hidden": "true" }, c.passed ? "✓" : "×"), c.passed ? "passed" : "failed"),
      el("b", null, c.name), c.evidence && el("pre", null, c.evidence)))),
    grade.incomplete.length > 0 && el("div.notice", null, el("b", null, "Not, or not fully, analysed"), el("ul", null, grade.incomplete.map(i => el("li", null, i)))));
}

function findingView(finding) {
  return el("article.card.finding", null,
    el("h4", null, finding.message || finding.ruleId),
    el("p.quiet", null, el("code", null, finding.ruleId), " at ", el("code", null, finding.file + ":" + finding.line), " · fingerprint ", el("code", { title: finding.fingerprint }, finding.fingerprint.slice(0, 12))),
    el("ol.path", null, finding.trace.map((step, index) => {
      const elsewhere = index > 0 && finding.trace[index - 1].file !== step.file;
      return el("li." + roleClass(step.kind), null,
        el("div.where", null, el("span.role." + roleClass(step.kind), null, step.kind),
          el("code", null, step.file + ":" + step.line + (step.endLine > step.line ? "–" + step.endLine : "")), elsewhere && el("span.quiet", null, "other file")),
        el("pre", { tabindex: "0" }, step.snippet));
    })));
}

function lazyText(name, reference) {
  if (reference === MISSING) return el("p.quiet", null, name + ": there is none.");
  const body = el("div");
  const details = el("details.card.text", { ontoggle: async () => {
    if (!details.open || body.hasChildNodes()) return;
    if (reference === LEFT_OUT) return void fill(body, leftOut());
    const { text, more } = await textAt(reference);
    fill(body, el("pre", { tabindex: "0" }, text === "" ? "(empty)" : text), more > 0 && cut(more));
  } }, el("summary", null, name), body);
  return details;
}

function leftOut() {
  return el("p.empty", null, "Left out to keep this file small; the store has it under its digest.");
}

function cut(more) {
  return el("p.empty", null, plural(more, "more character") + " left out to keep this file small; the store has the whole text.");
}
