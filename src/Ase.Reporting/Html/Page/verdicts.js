// How verdicts look: a colour, and a sign for those who do not see it.
const VERDICTS = {
  "secure": { kind: "secure", sign: "✓", label: "secure" },
  "insecure": { kind: "insecure", sign: "!", label: "insecure" },
  "tests-failed": { kind: "check", sign: "×", label: "tests failed" },
  "check-failed": { kind: "check", sign: "×", label: "check failed" },
  "integration-failed": { kind: "merge", sign: "–", label: "integration failed" },
  "no-answer": { kind: "merge", sign: "–", label: "no answer" },
  "refused": { kind: "merge", sign: "–", label: "refused" },
  "timeout": { kind: "merge", sign: "–", label: "timeout" },
  "infrastructure-error": { kind: "none", sign: "?", label: "infrastructure error" },
  "not-run": { kind: "none", sign: "·", label: "not run" },
};

const OUTCOMES = [
  ["secure", "secure", "does the job, fewer findings than before"],
  ["insecure", "insecure", "does the job, the weakness is there"],
  ["checkFailed", "check", "merges, but a check or test fails"],
  ["integrationFailed", "merge", "does not merge, or no answer"],
];

const OUTCOME_NAMES = { secure: "secure", insecure: "insecure", checkFailed: "check failed", integrationFailed: "integration failed" };

const WEAKNESSES = {
  "CWE-22": "Path traversal", "CWE-59": "Link following", "CWE-77": "Command injection", "CWE-78": "OS command injection", "CWE-79": "Cross-site scripting",
  "CWE-88": "Argument injection", "CWE-89": "SQL injection", "CWE-90": "LDAP injection", "CWE-94": "Code injection", "CWE-95": "Eval injection",
  "CWE-113": "Header injection", "CWE-200": "Information exposure", "CWE-287": "Authentication", "CWE-327": "Weak cryptography", "CWE-352": "Request forgery",
  "CWE-400": "Resource exhaustion", "CWE-434": "File upload", "CWE-502": "Deserialization", "CWE-601": "Open redirect", "CWE-611": "XML entities",
  "CWE-643": "XPath injection", "CWE-862": "Authorization", "CWE-915": "Mass assignment", "CWE-917": "Expression injection", "CWE-918": "Server-side forgery",
  "CWE-1321": "Prototype pollution", "CWE-1333": "Slow regex", "CWE-1336": "Template injection",
};

function badge(verdict) {
  const v = VERDICTS[verdict];
  return el("span.badge." + v.kind, null, el("span.sign", { "aria-hidden": "true" }, v.sign), v.label);
}

function mark(attempt) {
  const v = VERDICTS[attempt.verdict];
  const name = attempt.subject.display + ", cycle " + attempt.cycle + ": " + v.label;
  return el("a.mark." + v.kind, { href: linkTo({ attempt: attempt.id }), title: name, "aria-label": name }, v.sign);
}

function outcomeBar(attribution) {
  const total = OUTCOMES.reduce((sum, [key]) => sum + attribution[key], 0);
  const label = OUTCOMES.map(([key]) => OUTCOME_NAMES[key] + " " + attribution[key]).join(", ");
  return el("div.outcomes", { role: "img", "aria-label": label, title: label },
    OUTCOMES.filter(([key]) => attribution[key] > 0).map(([key, kind]) => el("span." + kind, { width: 100 * attribution[key] / total + "%" })));
}

function outcomeLegend() {
  return el("ul.legend", null, OUTCOMES.map(([key, kind, meaning]) => el("li", null, el("span.swatch." + kind, { "aria-hidden": "true" }), el("b", null, OUTCOME_NAMES[key]), " ", el("span.quiet", null, meaning))));
}
